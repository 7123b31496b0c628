package dev.drayage.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.CustomFields;
import dev.drayage.model.CustomValue;
import dev.drayage.model.OrderProgress;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.RecordSink;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.ShopOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fields of the host's own as metafields of an order. */
class OrderMetafieldTest {
    private static final AccountId ERP = new AccountId("netsuite", "1");

    private static Effect<OrderProgress> fields(AccountId shop, String order, CustomFields fields) {
        RecordRef shipment = RecordRef.of(ERP, RecordType.ITEM_FULFILLMENT, "7001");
        OrderProgress progress = OrderProgress.builder()
                .ref(shipment)
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order))
                .stage(OrderProgress.Stage.FULFILLMENT_PROCESSED)
                .customFields(fields)
                .build();
        return Effect.of(
                new EffectKey(shipment, shop, "orderFields"),
                "order/" + order,
                RecordType.ORDER_PROGRESS,
                progress,
                Effect.Mode.CREATE_OR_UPDATE);
    }

    private static EffectOutcome write(MerchantShop shop, Effect<OrderProgress> effect) {
        RecordSink<OrderProgress> sink = shop.sink(RecordType.ORDER_PROGRESS);
        return Objects.requireNonNull(sink.apply(List.of(sink.prepare(effect, Optional.empty(), Map.of())), shop.call())
                .get(effect.key()));
    }

    private static Existing standing(MerchantShop shop, Effect<OrderProgress> effect) {
        return Objects.requireNonNull(shop.sink(RecordType.ORDER_PROGRESS)
                .find(List.of(effect), shop.call())
                .get(effect.key()));
    }

    private static ShopOrder order(MerchantShop shop) {
        return shop.shop.orders().place(NewOrder.of(NewLine.of("MUG", 1, "20.00")));
    }

    private static String number(ShopOrder order) {
        return Long.toString(order.number());
    }

    @Test
    void values_of_every_kind_are_written_in_shopifys_form_and_read_back() {
        try (MerchantShop shop = MerchantShop.open()) {
            ShopOrder order = order(shop);
            Effect<OrderProgress> effect = fields(
                    shop.connector.account(),
                    number(order),
                    CustomFields.none()
                            .with("custom.note", CustomValue.text("by van"))
                            .with("custom.freight", new CustomValue.Decimal(new BigDecimal("12.50")))
                            .with("custom.fragile", new CustomValue.Flag(true))
                            .with("custom.due", new CustomValue.Day(LocalDate.parse("2026-11-30")))
                            .with("custom.left_at", new CustomValue.Moment(Instant.parse("2026-11-20T10:15:30.5Z")))
                            .with("custom.docks", new CustomValue.Choices(List.of("A", "B"))));
            assertThat(standing(shop, effect).ref()).isEmpty();
            assertThat(write(shop, effect)).isInstanceOf(EffectOutcome.Applied.class);
            assertThat(standing(shop, effect).ref()).isPresent();
            assertThat(standing(shop, effect).before())
                    .containsEntry("custom.note", "by van")
                    .containsEntry("custom.freight", "12.5")
                    .containsEntry("custom.fragile", "true")
                    .containsEntry("custom.due", "2026-11-30")
                    .containsEntry("custom.left_at", "2026-11-20T10:15:30Z")
                    .containsEntry("custom.docks", "[\"A\",\"B\"]");
        }
    }

    @Test
    void a_name_that_is_none_is_refused_before_it_is_sent() {
        try (MerchantShop shop = MerchantShop.open()) {
            Effect<OrderProgress> effect = fields(
                    shop.connector.account(),
                    number(order(shop)),
                    CustomFields.none().with("custbody_note", CustomValue.text("by van")));
            assertThat(write(shop, effect))
                    .isInstanceOfSatisfying(
                            EffectOutcome.Rejected.class,
                            refused -> assertThat(
                                            refused.violations().list().get(0).code())
                                    .isEqualTo(ErrorCode.FIELD_UNKNOWN));
            assertThat(shop.shop.journal().count("metafieldsSet")).isZero();
        }
    }

    @Test
    void an_order_that_is_not_there_is_told() {
        try (MerchantShop shop = MerchantShop.open()) {
            Effect<OrderProgress> effect = fields(
                    shop.connector.account(),
                    "99",
                    CustomFields.none().with("custom.note", CustomValue.text("by van")));
            assertThat(standing(shop, effect).violations().list().get(0).code()).isEqualTo(ErrorCode.RECORD_GONE);
            assertThat(write(shop, effect)).isInstanceOf(EffectOutcome.Rejected.class);
        }
    }
}
