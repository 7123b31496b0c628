package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Charge;
import dev.drayage.model.Discount;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.TaxLine;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.FieldKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the channel changes of an order's lines, in the books. */
class OrderChangesTest {
    private static TestBooks books() {
        return TestBooks.open(
                account -> account.with(AccountPreference.LINE_NUMBER_GAPS)
                        .customField("custbody_drayage_lines", FieldKind.TEXT),
                settings -> settings.set("field.lines", "custbody_drayage_lines"));
    }

    private static OrderLine mugs(int units, String amount) {
        return SampleOrders.line("L1", "MUG-BLUE", units, amount);
    }

    private static OrderLine tee() {
        return SampleOrders.line("L2", "TEE-BLACK", 1, "12.00");
    }

    private static SalesOrder order(String total, OrderLine... lines) {
        return SampleOrders.order(TestBooks.SHOP, "111-1", TestBooks.START)
                .lines(List.of(lines))
                .total(Money.of(total, "USD"))
                .build();
    }

    private static SalesOrder first() {
        return order("59.85", mugs(2, "39.90"), tee());
    }

    private static String create(TestBooks books, SalesOrder order) {
        return MoneyBooks.written(books.write(RecordType.SALES_ORDER, order));
    }

    private static EffectOutcome change(TestBooks books, String id, SalesOrder order, Effect.Mode mode) {
        return books.write(
                RecordType.SALES_ORDER,
                books.effect(RecordType.SALES_ORDER, order, mode),
                Optional.of(RecordRef.of(books.connector.account(), RecordType.SALES_ORDER, id)),
                Map.of());
    }

    private static EffectOutcome change(TestBooks books, String id, SalesOrder order) {
        return change(books, id, order, Effect.Mode.CREATE_OR_UPDATE);
    }

    private static BigDecimal total(TestBooks books, String id) {
        return books.netSuite.books().transaction(id).orElseThrow().total();
    }

    private static List<String> units(TestBooks books, String id) {
        return books.netSuite.books().transaction(id).orElseThrow().lines().stream()
                .filter(line -> List.of("98", "99").contains(line.itemId()))
                .map(line -> line.itemId() + "x"
                        + line.quantity().stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void units_that_are_added_and_taken_away_follow() {
        try (TestBooks books = books()) {
            String id = create(books, first());
            assertThat(change(books, id, order("79.80", mugs(3, "59.85"), tee())))
                    .isInstanceOf(EffectOutcome.Applied.class);
            assertThat(units(books, id)).containsExactly("98x3", "99x1");
            assertThat(total(books, id)).isEqualByComparingTo("79.80");
            assertThat(change(books, id, order("39.90", mugs(1, "19.95"), tee())))
                    .isInstanceOf(EffectOutcome.Applied.class);
            assertThat(units(books, id)).containsExactly("98x1", "99x1");
            assertThat(total(books, id)).isEqualByComparingTo("39.90");
        }
    }

    @Test
    void a_line_that_is_new_and_one_that_is_gone_follow_with_their_discounts() {
        try (TestBooks books = books()) {
            String id = create(books, first());
            OrderLine lowered = OrderLine.builder()
                    .from(SampleOrders.line("L3", "MUG-BLUE", 4, "79.80"))
                    .addDiscounts(new Discount("SPRING", TaxLine.Subject.ITEM, Money.of("9.80", "USD")))
                    .build();
            assertThat(change(books, id, order("89.95", tee(), lowered))).isInstanceOf(EffectOutcome.Applied.class);
            assertThat(units(books, id)).containsExactly("99x1", "98x4");
            assertThat(total(books, id)).isEqualByComparingTo("89.95");
            assertThat(change(books, id, first())).isInstanceOf(EffectOutcome.Applied.class);
            assertThat(units(books, id)).containsExactly("98x2", "99x1");
            assertThat(total(books, id)).isEqualByComparingTo("59.85");
        }
    }

    @Test
    void what_people_gave_a_line_that_stays_is_kept() {
        try (TestBooks books = books()) {
            String id = create(books, first());
            books.netSuite.clerk().moveLine(id, 1, "6");
            change(books, id, order("47.85", mugs(2, "39.90")));
            assertThat(units(books, id)).containsExactly("98x2");
            assertThat(books.netSuite
                            .record("salesOrder", id)
                            .orElseThrow()
                            .body()
                            .path("item")
                            .path("items")
                            .get(0)
                            .path("location")
                            .path("id")
                            .asText())
                    .isEqualTo("6");
        }
    }

    @Test
    void the_same_again_writes_nothing() {
        try (TestBooks books = books()) {
            String id = create(books, first());
            int writes = books.netSuite.journal().writes().size();
            assertThat(change(books, id, first())).isInstanceOf(EffectOutcome.Unchanged.class);
            assertThat(books.netSuite.journal().writes()).hasSize(writes);
        }
    }

    @Test
    void carriage_follows() {
        try (TestBooks books = books()) {
            String id = create(books, first());
            SalesOrder dearer = SalesOrder.builder()
                    .from(first())
                    .charges(List.of(new Charge(Charge.Kind.SHIPPING, Money.of("9.95", "USD"))))
                    .total(Money.of("61.85", "USD"))
                    .build();
            change(books, id, dearer);
            assertThat(total(books, id)).isEqualByComparingTo("61.85");
        }
    }

    @Test
    void an_order_that_people_changed_too_is_held_with_both_versions() {
        try (TestBooks books = books()) {
            String id = create(books, first());
            books.netSuite.clerk().changeQuantity(id, 1, BigDecimal.valueOf(5));
            EffectOutcome outcome = change(books, id, order("79.80", mugs(3, "59.85"), tee()));
            assertThat(outcome).isInstanceOf(EffectOutcome.Conflict.class);
            assertThat(((EffectOutcome.Conflict) outcome).message())
                    .contains("L1", "3 units for 59.85 here", "5 units for");
            assertThat(units(books, id)).containsExactly("98x5", "99x1");
        }
    }

    @Test
    void an_order_that_people_changed_to_the_same_is_no_conflict() {
        try (TestBooks books = books()) {
            String id = create(books, first());
            books.netSuite.clerk().changeQuantity(id, 1, BigDecimal.valueOf(3));
            assertThat(change(books, id, order("79.80", mugs(3, "59.85"), tee())))
                    .isInstanceOf(EffectOutcome.Applied.class);
            assertThat(units(books, id)).containsExactly("98x3", "99x1");
        }
    }

    @Test
    void nothing_goes_below_what_left() {
        try (TestBooks books = books()) {
            String id = create(books, first());
            books.netSuite.clerk().fulfill(id, "{\"shipStatus\":{\"id\":\"C\"}}");
            EffectOutcome outcome = change(books, id, order("39.90", mugs(1, "19.95"), tee()));
            assertThat(((EffectOutcome.Rejected) outcome).violations().code()).isEqualTo(ErrorCode.QUANTITY_EXCEEDED);
            assertThat(units(books, id)).containsExactly("98x2", "99x1");
        }
    }

    @Test
    void without_the_field_for_the_digest_nothing_is_followed_blindly() {
        try (TestBooks books = TestBooks.open()) {
            String id = create(books, first());
            EffectOutcome outcome = change(books, id, order("79.80", mugs(3, "59.85"), tee()));
            assertThat(((EffectOutcome.Rejected) outcome).violations().code()).isEqualTo(ErrorCode.SETTINGS_INVALID);
            assertThat(units(books, id)).containsExactly("98x2", "99x1");
        }
    }

    @Test
    void an_order_that_is_cancelled_is_closed_once() {
        try (TestBooks books = books()) {
            String id = create(books, first());
            assertThat(change(books, id, first(), Effect.Mode.VOID)).isInstanceOf(EffectOutcome.Applied.class);
            assertThat(books.netSuite.record("salesOrder", id).orElseThrow().status())
                    .isEqualTo("H");
            assertThat(change(books, id, first(), Effect.Mode.VOID)).isInstanceOf(EffectOutcome.Unchanged.class);
        }
    }

    @Test
    void an_order_of_which_goods_left_is_not_closed() {
        try (TestBooks books = books()) {
            String id = create(books, first());
            books.netSuite.clerk().fulfill(id, "{\"shipStatus\":{\"id\":\"C\"}}");
            assertThat(change(books, id, first(), Effect.Mode.VOID)).isInstanceOf(EffectOutcome.Conflict.class);
        }
    }
}
