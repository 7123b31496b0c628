package dev.drayage.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Translated;
import dev.drayage.error.ErrorCode;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.AccountId;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.LineRemainder;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedLine;
import dev.drayage.spi.Effect;
import dev.drayage.spi.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of goods that left, and of those that did not. */
class WarehouseShipmentsTest {
    private static final AccountId ERP = new AccountId("erp", "E1");

    @Test
    void what_follows_later_stays_open_without_a_word() {
        Translated.Effects effects = effects(RemainderPolicy.ASK, 2, rest(4, LineRemainder.Fate.BACK_ORDERED, "BP"));
        assertThat(effects.effects()).extracting(e -> e.type().name()).containsExactly("itemFulfillment");
        assertThat(effects.concerns()).isEmpty();
    }

    @Test
    void what_will_not_leave_is_booked_and_asked_about() {
        Translated.Effects effects = effects(RemainderPolicy.ASK, 2, rest(4, LineRemainder.Fate.CANCELLED, "CP"));
        assertThat(effects.effects()).hasSize(1);
        assertThat(effects.concerns()).extracting(Violation::code).containsExactly(ErrorCode.CANCELLED_BY_WAREHOUSE);
        assertThat(effects.concerns().get(0).message()).contains("4 units", "line 3");
    }

    @Test
    void what_will_not_leave_is_closed_after_the_rest_is_booked() {
        Translated.Effects effects =
                effects(RemainderPolicy.CLOSE_LINES, 2, rest(4, LineRemainder.Fate.CANCELLED, "CP"));
        assertThat(effects.effects())
                .extracting(e -> e.type().name())
                .containsExactly("itemFulfillment", "orderCancellation");
        Effect<?> fulfillment = effects.effects().get(0);
        assertThat(effects.effects().get(1).after()).containsExactly(fulfillment.key());
        assertThat(effects.effects().get(1).lane()).isEqualTo(fulfillment.lane());
        assertThat(effects.concerns()).isEmpty();
    }

    @Test
    void a_rest_that_nobody_counted_is_asked_about_and_never_closed() {
        Translated.Effects effects =
                effects(RemainderPolicy.CLOSE_LINES, 2, rest(0, LineRemainder.Fate.CANCELLED, "CP"));
        assertThat(effects.effects()).extracting(e -> e.type().name()).containsExactly("itemFulfillment");
        assertThat(effects.concerns()).extracting(Violation::code).containsExactly(ErrorCode.CANCELLED_BY_WAREHOUSE);
        assertThat(effects.concerns().get(0).message()).contains("does not tell how many");
        assertThat(effects(RemainderPolicy.LEAVE_OPEN, 2, rest(0, LineRemainder.Fate.CANCELLED, "CP"))
                        .concerns())
                .isEmpty();
    }

    @Test
    void a_word_that_is_not_known_leaves_the_rest_open_and_is_raised() {
        Translated.Effects effects = effects(RemainderPolicy.CLOSE_LINES, 2, rest(4, LineRemainder.Fate.UNKNOWN, "ZZ"));
        assertThat(effects.effects()).hasSize(1);
        assertThat(effects.concerns()).extracting(Violation::code).containsExactly(ErrorCode.VALUE_UNKNOWN);
        assertThat(effects.concerns().get(0).message()).contains("\"ZZ\"");
    }

    @Test
    void nothing_that_left_makes_no_item_fulfillment() {
        assertThat(translate(RemainderPolicy.ASK, shipment(0, rest(6, LineRemainder.Fate.BACK_ORDERED, "BO"))))
                .isInstanceOf(Translated.Withdraw.class);
        assertThat(translate(RemainderPolicy.ASK, shipment(0, rest(6, LineRemainder.Fate.CANCELLED, "CU"))))
                .isInstanceOf(Translated.Park.class);
        Translated.Effects closing = (Translated.Effects)
                translate(RemainderPolicy.CLOSE_LINES, shipment(0, rest(6, LineRemainder.Fate.CANCELLED, "CU")));
        assertThat(closing.effects())
                .extracting(e -> e.mode() + " " + e.type().name())
                .containsExactly("VOID itemFulfillment", "CREATE_ONCE orderCancellation");
        assertThat(translate(RemainderPolicy.LEAVE_OPEN, shipment(0))).isInstanceOf(Translated.Park.class);
    }

    private static Translated.Effects effects(RemainderPolicy policy, int left, LineRemainder... rest) {
        return (Translated.Effects) translate(policy, shipment(left, rest));
    }

    private static Translated translate(RemainderPolicy policy, ItemFulfillment shipment) {
        return new WarehouseShipmentTranslation(ERP, FieldMapping.none(), policy).translate(shipment);
    }

    private static LineRemainder rest(int units, LineRemainder.Fate fate, String word) {
        return new LineRemainder(LineReference.erp("3"), "VITC-500", BigDecimal.valueOf(units), fate, word);
    }

    private static ItemFulfillment shipment(int left, LineRemainder... rest) {
        ItemFulfillment.Builder shipment = ItemFulfillment.builder()
                .ref(RecordRef.of(new AccountId("warehouse", "W"), RecordType.ITEM_FULFILLMENT, "SO1.S1"))
                .addOrderReferences(new OrderReference(OrderReference.Kind.ERP_NUMBER, "SO1"))
                .status(ItemFulfillment.Status.SHIPPED)
                .shippedAt(Instant.parse("2026-09-02T19:00:00Z"))
                .remainders(List.of(rest));
        if (left > 0) {
            shipment.addLines(new ShippedLine(LineReference.erp("3"), "VITC-500", BigDecimal.valueOf(left)));
        }
        return shipment.build();
    }
}
