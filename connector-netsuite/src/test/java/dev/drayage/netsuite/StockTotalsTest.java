package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.netsuite.PageFault;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One sum per item, for storefronts that take one number. */
class StockTotalsTest {
    private TestBooks books = open("", "itemid", "1000");

    private static TestBooks open(String locations, String skuField, String pageSize) {
        return TestBooks.open(
                account -> account.seed(Seed.location(7, "Newark")).seed(Seed.location(8, "Fallon")),
                settings -> settings.set("stock.totals", "true")
                        .set("stock.locations", locations)
                        .set("query.pageSize", pageSize)
                        .skuField(skuField));
    }

    private void reopen(String locations, String skuField, String pageSize) {
        books.close();
        books = open(locations, skuField, pageSize);
    }

    @AfterEach
    void close() {
        books.close();
    }

    private void shelve(String item, String location, String units) {
        books.netSuite.clerk().receiveStock(item, location, new BigDecimal(units));
    }

    private RecordSource<InventoryLevel> source() {
        return books.connector.source(RecordType.INVENTORY_LEVEL).orElseThrow();
    }

    private RecordRef ref(String id) {
        return RecordRef.of(books.connector.account(), RecordType.INVENTORY_LEVEL, id);
    }

    private List<Change<InventoryLevel>> read(Instant from) {
        books.time.advance(Duration.ofMinutes(5));
        Slice window = new Slice.Window(from, books.time.instant());
        List<Change<InventoryLevel>> all = new ArrayList<>();
        Optional<Cursor> at = Optional.empty();
        do {
            Page<InventoryLevel> page = source().read(window, at, books.call());
            all.addAll(page.changes());
            at = page.next();
        } while (at.isPresent());
        return all;
    }

    private List<Change<InventoryLevel>> everything() {
        return read(TestBooks.START.minusSeconds(60));
    }

    private List<InventoryLevel> totals(List<Change<InventoryLevel>> changes) {
        return changes.stream()
                .filter(change -> change.ref().id().endsWith("-total"))
                .map(StockTotalsTest::present)
                .toList();
    }

    private static InventoryLevel present(Change<InventoryLevel> change) {
        assertThat(change).isInstanceOf(Change.Present.class);
        return ((Change.Present<InventoryLevel>) change).record();
    }

    private static String reason(Change<InventoryLevel> change) {
        assertThat(change).isInstanceOf(Change.NotVisible.class);
        return ((Change.NotVisible<InventoryLevel>) change).reason();
    }

    @Test
    void the_sum_over_all_locations_is_told_without_a_location_and_was_counted_with_the_last_change() {
        shelve("98", "6", "10");
        books.time.advance(Duration.ofMinutes(7));
        shelve("98", "7", "2.5");
        Instant last = books.time.instant();
        assertThat(everything()).extracting(Change::ref).containsExactly(ref("98-6"), ref("98-7"), ref("98-total"));
        assertThat(totals(everything())).singleElement().satisfies(total -> {
            assertThat(total.sku()).isEqualTo("MUG-BLUE");
            assertThat(total.location()).isEmpty();
            assertThat(total.available().orElseThrow()).isEqualByComparingTo("12.5");
            assertThat(total.onHand().orElseThrow()).isEqualByComparingTo("12.5");
            assertThat(total.countedAt()).isEqualTo(last);
        });
    }

    @Test
    void a_change_at_one_location_tells_the_whole_sum() {
        shelve("98", "6", "10");
        shelve("98", "7", "2");
        books.time.advance(Duration.ofHours(1));
        Instant later = books.time.instant();
        shelve("98", "6", "1");
        List<Change<InventoryLevel>> changes = read(later);
        assertThat(changes).extracting(Change::ref).containsExactly(ref("98-6"), ref("98-total"));
        assertThat(totals(changes).get(0).available().orElseThrow()).isEqualByComparingTo("13");
    }

    @Test
    void only_the_named_locations_are_summed_up() {
        reopen("6,7", "itemid", "1000");
        shelve("98", "6", "10");
        shelve("98", "7", "2");
        books.time.advance(Duration.ofMinutes(7));
        shelve("98", "8", "100");
        shelve("99", "8", "100");
        List<InventoryLevel> totals = totals(everything());
        assertThat(totals).hasSize(1);
        assertThat(totals.get(0).available().orElseThrow()).isEqualByComparingTo("12");
        assertThat(totals.get(0).countedAt()).isEqualTo(TestBooks.START);
        assertThat(reason(source().fetch(ref("99-total"), books.call()))).contains("99", "6, 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5", "1000"})
    void each_item_has_one_sum_whatever_page_its_places_are_on(String pageSize) {
        reopen("", "itemid", pageSize);
        for (String item : List.of("98", "99")) {
            for (String location : List.of("6", "7", "8")) {
                shelve(item, location, "10");
            }
        }
        List<Change<InventoryLevel>> changes = everything();
        assertThat(changes)
                .extracting(Change::ref)
                .containsExactlyInAnyOrder(
                        ref("98-6"),
                        ref("98-7"),
                        ref("98-8"),
                        ref("98-total"),
                        ref("99-6"),
                        ref("99-7"),
                        ref("99-8"),
                        ref("99-total"));
        assertThat(totals(changes))
                .allSatisfy(total -> assertThat(total.available().orElseThrow()).isEqualByComparingTo("30"));
    }

    @Test
    void stock_below_zero_at_one_location_takes_from_the_sum() {
        shelve("98", "6", "10");
        books.netSuite.clerk().countStock("98", "7", new BigDecimal("-3"), BigDecimal.ZERO);
        assertThat(totals(everything()).get(0).available().orElseThrow()).isEqualByComparingTo("7");
    }

    @Test
    void a_sum_is_fetched_by_its_id() {
        shelve("98", "6", "10");
        shelve("98", "7", "2");
        assertThat(present(source().fetch(ref("98-total"), books.call())))
                .isEqualTo(totals(everything()).get(0));
        assertThat(reason(source().fetch(ref("97-total"), books.call()))).contains("97");
        books.netSuite.clerk().inactivateItem("inventoryItem", "98");
        assertThat(reason(source().fetch(ref("98-total"), books.call()))).contains("inactive");
        assertThat(everything()).isEmpty();
    }

    @Test
    void without_the_setting_no_sum_is_told() {
        shelve("98", "6", "10");
        try (Connector plain = books.open(books.standard().build())) {
            RecordSource<InventoryLevel> source =
                    plain.source(RecordType.INVENTORY_LEVEL).orElseThrow();
            books.time.advance(Duration.ofMinutes(5));
            assertThat(source.read(
                                    new Slice.Window(Instant.EPOCH, books.time.instant()),
                                    Optional.empty(),
                                    books.call())
                            .changes())
                    .extracting(Change::ref)
                    .containsExactly(ref("98-6"));
            assertThat(reason(source.fetch(ref("98-total"), books.call()))).contains("stock.totals");
        }
    }

    @Test
    void an_item_whose_sku_is_not_its_own_has_no_sum() {
        reopen("", "upccode", "1000");
        books.netSuite.clerk().enter("inventoryItem", "{\"itemId\":\"MUG-OLD\",\"upcCode\":\"4006381\"}");
        books.netSuite.clerk().edit("inventoryItem", "98", "{\"upcCode\":\"4006381\"}");
        shelve("98", "6", "10");
        assertThat(everything())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change)
                        .isInstanceOfSatisfying(
                                Change.Unreadable.class,
                                unreadable -> assertThat(unreadable.code()).isEqualTo(ErrorCode.SKU_AMBIGUOUS)));
    }

    @Test
    void rows_that_are_missing_repeated_or_reordered_are_asked_for_again() {
        shelve("98", "6", "10");
        shelve("98", "7", "2");
        shelve("99", "6", "4");
        for (PageFault fault : PageFault.values()) {
            for (int pages = 1; pages <= 2; pages++) {
                books.netSuite.nextPages(pages, fault);
                assertThat(totals(everything()))
                        .extracting(total -> total.available().orElseThrow().intValueExact())
                        .as("%s x %s", fault, pages)
                        .containsExactly(12, 4);
            }
        }
    }
}
