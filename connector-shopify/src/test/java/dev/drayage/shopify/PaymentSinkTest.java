package dev.drayage.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.Money;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.ShopOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Money that the shop is told of. */
class PaymentSinkTest {
    private static final AccountId BOOKS = AccountId.parse("netsuite:1234567");

    private static ShopOrder onTerms(MerchantShop merchant) {
        return merchant.shop
                .orders()
                .place(NewOrder.of(NewLine.of("MUG", 5, "20.00")).terms(PaymentTermsTemplate.NET_30));
    }

    private static Effect<CustomerPayment> payment(MerchantShop merchant, String id, long order, String amount) {
        CustomerPayment payment = CustomerPayment.builder()
                .ref(RecordRef.of(BOOKS, RecordType.CUSTOMER_PAYMENT, id))
                .amount(Money.of(amount, "USD"))
                .paidAt(MerchantShop.START)
                .method("Wire")
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, Long.toString(order)))
                .channel(new SalesChannel(merchant.connector.account(), "", Set.of()))
                .build();
        return Effect.of(
                new EffectKey(payment.ref(), merchant.connector.account(), "payment"),
                "order/" + order,
                RecordType.CUSTOMER_PAYMENT,
                payment,
                Effect.Mode.CREATE_ONCE);
    }

    private static EffectOutcome tell(MerchantShop merchant, String id, ShopOrder order, String amount) {
        RecordSink<CustomerPayment> sink = merchant.sink(RecordType.CUSTOMER_PAYMENT);
        Effect<CustomerPayment> effect = payment(merchant, id, order.number(), amount);
        Prepared<CustomerPayment> prepared = sink.prepare(effect, Optional.empty(), Map.of());
        return sink.apply(List.of(prepared), merchant.call()).getOrDefault(effect.key(), new EffectOutcome.Unknown(""));
    }

    @Test
    void a_part_is_entered_as_it_is_and_the_rest_pays_the_order() {
        try (MerchantShop merchant = MerchantShop.open()) {
            ShopOrder order = onTerms(merchant);
            assertThat(tell(merchant, "1", order, "33.33")).isInstanceOf(EffectOutcome.Applied.class);
            assertThat(order.totals().received().shop()).isEqualByComparingTo("33.33");
            assertThat(tell(merchant, "2", order, "66.67")).isInstanceOf(EffectOutcome.Applied.class);
            assertThat(order.financialStatus()).contains("PAID");
            assertThat(tell(merchant, "3", order, "1.00")).isInstanceOf(EffectOutcome.Unchanged.class);
            assertThat(order.payments()).hasSize(2);
        }
    }

    @Test
    void a_shop_without_plus_takes_the_whole_but_no_part() {
        try (MerchantShop merchant = MerchantShop.open(shop -> shop.withoutPlus(), UnaryOperator.identity())) {
            ShopOrder order = onTerms(merchant);
            assertThat(tell(merchant, "1", order, "33.33")).isInstanceOf(EffectOutcome.Rejected.class);
            assertThat(order.payments()).isEmpty();
            assertThat(tell(merchant, "2", order, "100.00")).isInstanceOf(EffectOutcome.Applied.class);
            assertThat(order.financialStatus()).contains("PAID");
        }
    }

    @Test
    void more_than_is_owed_is_not_entered() {
        try (MerchantShop merchant = MerchantShop.open()) {
            ShopOrder order = onTerms(merchant);
            assertThat(tell(merchant, "1", order, "100.01")).isInstanceOf(EffectOutcome.Rejected.class);
            assertThat(order.payments()).isEmpty();
        }
    }

    @Nested
    class ItsContract extends SinkContract<CustomerPayment> {
        @Override
        protected SinkUnderTest<CustomerPayment> open() {
            return new Payments();
        }
    }

    /** Orders on terms, one for each effect. */
    private static final class Payments implements SinkUnderTest<CustomerPayment> {
        private final MerchantShop merchant = MerchantShop.open();
        private final List<ShopOrder> orders = new ArrayList<>();

        Payments() {
            for (int i = 0; i < 6; i++) {
                orders.add(onTerms(merchant));
            }
        }

        @Override
        public RecordSink<CustomerPayment> sink() {
            return merchant.sink(RecordType.CUSTOMER_PAYMENT);
        }

        @Override
        public AccountId account() {
            return merchant.connector.account();
        }

        @Override
        public CallContext call() {
            return merchant.call();
        }

        @Override
        public Instant now() {
            return merchant.time.instant();
        }

        @Override
        public Effect<CustomerPayment> effect(int number) {
            return payment(merchant, "P" + number, orders.get(number % 6).number(), "25.00");
        }

        @Override
        public Effect<CustomerPayment> refused() {
            return payment(merchant, "P99", orders.get(0).number(), "100.01");
        }

        @Override
        public List<String> buyerTexts() {
            return List.of("@example.com");
        }

        @Override
        public long writes() {
            return merchant.shop.journal().count("orderCreateManualPayment")
                    + merchant.shop.journal().count("orderMarkAsPaid");
        }

        @Override
        public long standing() {
            return orders.stream().mapToLong(order -> order.payments().size()).sum();
        }

        @Override
        public long requests() {
            return merchant.shop.traffic().asked().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        @Override
        public void close() {
            merchant.close();
        }
    }
}
