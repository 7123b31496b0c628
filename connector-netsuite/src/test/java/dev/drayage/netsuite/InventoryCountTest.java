package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.InventoryCount;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a warehouse counted against what NetSuite holds. */
class InventoryCountTest {
    private static final AccountId WAREHOUSE = new AccountId("warehouse", "RENO-1");

    private TestBooks books = open(Duration.ZERO);

    private static TestBooks open(Duration queryLag) {
        return TestBooks.open(
                account -> account.seed(Seed.location(7, "Newark")),
                settings -> settings.set("fulfillment.locations", "RENO-1=6")
                        .set("inventory.adjustmentAccount", "155")
                        .queryLag(queryLag)
                        .subsidiary("1"));
    }

    @BeforeEach
    void stock() {
        books.netSuite.clerk().receiveStock("98", "6", new BigDecimal("100"));
        books.time.advance(Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        books.close();
    }

    private Effect<InventoryCount> count(String sku, String units, Instant at, String largest) {
        InventoryCount wish = InventoryCount.builder()
                .ref(RecordRef.of(WAREHOUSE, RecordType.INVENTORY_LEVEL, "RENO-1/" + sku))
                .sku(sku)
                .location("RENO-1")
                .counted(new BigDecimal(units))
                .countedAt(at)
                .notBefore(at.plus(Duration.ofHours(2)))
                .largestDifference(new BigDecimal(largest))
                .build();
        return books.effect(RecordType.INVENTORY_COUNT, wish, Effect.Mode.CREATE_OR_UPDATE);
    }

    private EffectOutcome write(Effect<InventoryCount> effect) {
        return books.write(RecordType.INVENTORY_COUNT, effect, Optional.empty(), Map.of());
    }

    private BigDecimal mugs() {
        return books.netSuite.onHand("98", "6");
    }

    @Test
    void a_small_difference_is_corrected_once() {
        Effect<InventoryCount> count = count("MUG-BLUE", "97", books.time.instant(), "5");
        books.time.advance(Duration.ofHours(3));
        assertThat(write(count)).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(mugs()).isEqualByComparingTo("97");
        assertThat(write(count)).as("the same count again").isNotInstanceOf(EffectOutcome.Rejected.class);
        assertThat(mugs()).isEqualByComparingTo("97");
        assertThat(books.netSuite.records("inventoryAdjustment")).hasSize(1);
    }

    @Test
    void a_lost_answer_doubles_nothing() {
        Effect<InventoryCount> count = count("MUG-BLUE", "97", books.time.instant(), "5");
        books.time.advance(Duration.ofHours(3));
        books.netSuite
                .faults()
                .next(1, Fault.LOST_ANSWER, request -> request.path().endsWith("inventoryAdjustment"));
        assertThat(write(count)).isInstanceOf(EffectOutcome.Unknown.class);
        assertThat(write(count)).isNotInstanceOf(EffectOutcome.Rejected.class);
        assertThat(mugs()).isEqualByComparingTo("97");
        assertThat(books.netSuite.records("inventoryAdjustment")).hasSize(1);
    }

    @Test
    void a_large_difference_is_told_with_both_numbers_and_nothing_is_written() {
        Effect<InventoryCount> count = count("MUG-BLUE", "60", books.time.instant(), "5");
        books.time.advance(Duration.ofHours(3));
        EffectOutcome.Rejected rejected = (EffectOutcome.Rejected) write(count);
        assertThat(rejected.violations().code()).isEqualTo(ErrorCode.STOCK_DIFFERS);
        assertThat(rejected.violations().message()).contains("60 units", "held 100", "-40");
        assertThat(mugs()).isEqualByComparingTo("100");
    }

    @Test
    void a_count_is_not_compared_before_what_left_earlier_can_be_booked() {
        Effect<InventoryCount> count = count("MUG-BLUE", "97", books.time.instant(), "5");
        EffectOutcome.RetryLater later = (EffectOutcome.RetryLater) write(count);
        assertThat(later.notBefore()).isEqualTo(count.record().notBefore());
    }

    @Test
    void what_left_on_the_day_of_the_count_is_no_difference_whether_before_or_after() {
        Instant counted = books.time.instant();
        books.time.advance(Duration.ofHours(1));
        ship(10);
        books.time.advance(Duration.ofHours(2));
        assertThat(write(count("MUG-BLUE", "100", counted, "0")))
                .as("it left after the count")
                .isInstanceOf(EffectOutcome.Unchanged.class);
        assertThat(write(count("MUG-BLUE", "90", counted, "0")))
                .as("it left before the count and was booked later")
                .isInstanceOf(EffectOutcome.Unchanged.class);
        assertThat(write(count("MUG-BLUE", "88", counted, "2"))).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(mugs()).as("two are missing whichever way").isEqualByComparingTo("88");
    }

    @Test
    void what_left_on_a_later_day_was_there_when_it_was_counted() {
        Instant counted = books.time.instant();
        books.time.advance(Duration.ofDays(1));
        ship(10);
        assertThat(write(count("MUG-BLUE", "100", counted, "0"))).isInstanceOf(EffectOutcome.Unchanged.class);
        assertThat(write(count("MUG-BLUE", "90", counted, "0"))).isInstanceOf(EffectOutcome.Rejected.class);
    }

    @Test
    void two_counts_with_a_correction_between_them_do_not_correct_twice() {
        Instant first = books.time.instant();
        books.time.advance(Duration.ofHours(3));
        write(count("MUG-BLUE", "97", first, "5"));
        Instant second = books.time.instant().plusSeconds(60);
        books.time.advance(Duration.ofHours(3));
        assertThat(write(count("MUG-BLUE", "97", second, "5"))).isInstanceOf(EffectOutcome.Unchanged.class);
        assertThat(mugs()).isEqualByComparingTo("97");
    }

    @Test
    void a_count_that_was_taken_before_an_earlier_one_was_corrected_does_not_correct_again() {
        Instant first = books.time.instant();
        Instant second = first.plus(Duration.ofHours(1));
        books.time.advance(Duration.ofHours(4));
        write(count("MUG-BLUE", "97", first, "5"));
        assertThat(mugs()).isEqualByComparingTo("97");
        write(count("MUG-BLUE", "97", second, "5"));
        assertThat(mugs()).as("both counts say 97").isEqualByComparingTo("97");
    }

    @Test
    void a_count_is_not_compared_with_stock_that_was_corrected_but_does_not_show_yet() {
        Duration lag = Duration.ofMinutes(2);
        books.close();
        books = open(lag);
        stock();
        Instant first = books.time.instant();
        Instant second = first.plus(Duration.ofHours(1));
        books.time.advance(Duration.ofHours(4));
        books.netSuite.queriesLagBehind(lag);
        write(count("MUG-BLUE", "97", first, "5"));
        EffectOutcome.RetryLater later = (EffectOutcome.RetryLater) write(count("MUG-BLUE", "97", second, "0"));
        assertThat(later.notBefore()).isEqualTo(books.time.instant().plus(lag));
        books.time.advance(lag);
        assertThat(write(count("MUG-BLUE", "97", second, "5"))).isInstanceOf(EffectOutcome.Unchanged.class);
        assertThat(mugs()).isEqualByComparingTo("97");
    }

    @Test
    void the_count_of_one_lot_is_not_taken_for_the_count_of_the_item() {
        Effect<InventoryCount> count = count("MUG-BLUE", "97", books.time.instant(), "5");
        books.time.advance(Duration.ofHours(3));
        InventoryCount ofLot =
                InventoryCount.builder().from(count.record()).lot("L1").build();
        assertThat(write(books.effect(RecordType.INVENTORY_COUNT, ofLot, Effect.Mode.CREATE_OR_UPDATE)))
                .isInstanceOf(EffectOutcome.Rejected.class);
        assertThat(mugs()).isEqualByComparingTo("100");
    }

    @Test
    void an_older_count_says_nothing_once_the_books_were_corrected_by_a_newer_one() {
        Instant older = books.time.instant();
        Instant newer = older.plus(Duration.ofHours(1));
        books.time.advance(Duration.ofHours(4));
        write(count("MUG-BLUE", "97", newer, "5"));
        assertThat(write(count("MUG-BLUE", "98", older, "5"))).isInstanceOf(EffectOutcome.Unchanged.class);
        assertThat(write(count("MUG-BLUE", "20", older, "5"))).isInstanceOf(EffectOutcome.Unchanged.class);
        assertThat(mugs()).as("the newer count").isEqualByComparingTo("97");
    }

    @Test
    void a_part_of_a_unit_is_corrected_exactly_and_only_the_rest_by_the_next_count() {
        Instant first = books.time.instant();
        Instant second = first.plus(Duration.ofHours(1));
        books.time.advance(Duration.ofHours(4));
        write(count("MUG-BLUE", "97.3", first, "5"));
        write(count("MUG-BLUE", "97.1", second, "5"));
        assertThat(mugs()).isEqualByComparingTo("97.1");
        assertThat(books.netSuite.records("inventoryAdjustment"))
                .extracting(adjustment -> adjustment
                        .body()
                        .path("inventory")
                        .path("items")
                        .path(0)
                        .path("adjustQtyBy")
                        .decimalValue()
                        .toPlainString())
                .containsExactlyInAnyOrder("-2.7", "-0.2");
    }

    @Test
    void what_a_person_corrected_after_the_count_is_not_taken_for_a_correction_by_it() {
        Instant counted = books.time.instant();
        books.time.advance(Duration.ofHours(3));
        books.netSuite.clerk().enter("inventoryAdjustment", """
                        {"account":{"id":"155"},"subsidiary":{"id":"1"},"adjLocation":{"id":"6"},
                         "inventory":{"items":[{"item":{"id":"98"},"location":{"id":"6"},"adjustQtyBy":-3}]}}
                        """);
        assertThat(write(count("MUG-BLUE", "100", counted, "5"))).isInstanceOf(EffectOutcome.Unchanged.class);
        assertThat(mugs()).isEqualByComparingTo("97");
    }

    @Test
    void unknown_goods_and_places_are_named() {
        Instant counted = books.time.instant();
        books.time.advance(Duration.ofHours(3));
        assertThat(code(write(count("NO-SUCH", "1", counted, "5")))).isEqualTo(ErrorCode.SKU_UNKNOWN);
        InventoryCount elsewhere = InventoryCount.builder()
                .from(count("MUG-BLUE", "97", counted, "5").record())
                .location("MOON")
                .build();
        assertThat(code(write(books.effect(RecordType.INVENTORY_COUNT, elsewhere, Effect.Mode.CREATE_OR_UPDATE))))
                .isEqualTo(ErrorCode.VALUE_UNMAPPED);
    }

    @Test
    void a_look_tells_what_is_held_and_what_was_counted() {
        Effect<InventoryCount> count = count("MUG-BLUE", "60", books.time.instant(), "5");
        Existing found = Objects.requireNonNull(books.sink(RecordType.INVENTORY_COUNT)
                .find(List.of(count), books.call())
                .get(count.key()));
        assertThat(found.before()).containsEntry("quantityOnHand", "100");
        assertThat(found.after()).containsEntry("quantityOnHand", "60");
        assertThat(books.netSuite.records("inventoryAdjustment")).isEmpty();
    }

    private static ErrorCode code(EffectOutcome outcome) {
        return ((EffectOutcome.Rejected) outcome).violations().code();
    }

    private void ship(int units) {
        String order = books.netSuite.clerk().enter("salesOrder", """
                        {"entity":{"id":"110"},"orderStatus":{"id":"B"},
                         "item":{"items":[{"item":{"id":"98"},"quantity":%d,"rate":9,"location":{"id":"6"}}]}}
                        """.formatted(units));
        books.netSuite.clerk().fulfill(order, "{\"shipStatus\":{\"id\":\"C\"}}");
    }
}
