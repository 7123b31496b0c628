package dev.drayage.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.Charge;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderPayment;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.OrderTotals;
import dev.drayage.model.PaymentTerms;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.RemittedBy;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.testkit.shopify.CompanyLocation;
import dev.drayage.testkit.shopify.Discount;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.PostalAddress;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.StockLocation;
import dev.drayage.testkit.shopify.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the connector makes of orders; the shop says itself what they come to. */
class OrderSourceTest {
    private static ShopOrder paid(MerchantShop merchant, NewOrder order) {
        return merchant.shop.orders().placePaid(order);
    }

    private static List<String> lines(SalesOrder order) {
        return order.lines().stream()
                .map(line ->
                        line.sku() + " x" + line.quantity().stripTrailingZeros().toPlainString() + " " + line.amount())
                .toList();
    }

    private static Money total(ShopOrder order, SalesOrder read) {
        return new Money(order.totals().currentTotal().shop(), read.currency());
    }

    private static void ties(ShopOrder order, SalesOrder read) {
        assertThat(OrderTotals.check(read)).isEmpty();
        assertThat(read.total()).isEqualTo(total(order, read));
    }

    @Test
    void an_order_is_read_with_everything_that_it_comes_to() {
        try (MerchantShop merchant = MerchantShop.open()) {
            ShopOrder order = paid(
                    merchant,
                    NewOrder.of(
                                    NewLine.of("MUG", 2, "20.00")
                                            .tax("State", "0.08")
                                            .tax("City", "0.02"),
                                    NewLine.of("TEE", 1, "12.50").tax("State", "0.08"))
                            .shipping("Standard", "5.00", "State", "0.08")
                            .discount(Discount.code("TEN", "10"))
                            .tip("3.00")
                            .fee("Recycling", "1.25"));
            SalesOrder read = merchant.read(order);
            ties(order, read);
            assertThat(lines(read)).containsExactly("MUG x2 USD 40.00", "TEE x1 USD 12.50");
            assertThat(read.lines().get(0).discounts()).singleElement().satisfies(discount -> {
                assertThat(discount.label()).isEqualTo("TEN");
                assertThat(discount.amount()).isEqualTo(Money.of("4.00", "USD"));
            });
            assertThat(read.charges())
                    .extracting(Charge::kind)
                    .containsExactlyInAnyOrder(Charge.Kind.SHIPPING, Charge.Kind.OTHER, Charge.Kind.TIP);
            assertThat(read.status()).isEqualTo(OrderStatus.OPEN);
            assertThat(read.shippingService()).contains("Standard");
            assertThat(read.payments()).extracting(OrderPayment::amount).containsExactly(read.total());
        }
    }

    @Test
    void prices_that_hold_tax_say_so_and_tax_of_the_channel_is_the_channels() {
        try (MerchantShop merchant = MerchantShop.open()) {
            ShopOrder vat = paid(
                    merchant,
                    NewOrder.of(NewLine.of("MUG", 3, "11.99").tax("VAT", "0.2"))
                            .taxesIncluded()
                            .shipping("Standard", "4.99", "VAT", "0.2"));
            SalesOrder read = merchant.read(vat);
            ties(vat, read);
            assertThat(read.lines().get(0).taxes()).allMatch(tax -> tax.includedInPrice());
            ShopOrder facilitated =
                    paid(merchant, NewOrder.of(NewLine.of("MUG", 1, "10.00").remittedTax("State", "0.07")));
            SalesOrder remitted = merchant.read(facilitated);
            ties(facilitated, remitted);
            assertThat(remitted.lines().get(0).taxes())
                    .singleElement()
                    .satisfies(tax -> assertThat(tax.remittedBy()).isEqualTo(RemittedBy.MARKETPLACE));
        }
    }

    @Test
    void the_buyers_currency_counts_where_the_settings_say_so() {
        try (MerchantShop merchant = MerchantShop.open(
                shop -> shop.currency("USD", "CAD", "JPY"), settings -> settings.moneyBasis(MoneyBasis.PRESENTMENT))) {
            ShopOrder order = paid(
                    merchant,
                    NewOrder.of(NewLine.of("MUG", 3, "19.99").tax("GST", "0.05"))
                            .shipping("Standard", "7.95", "GST", "0.05")
                            .paidIn("CAD", "1.3725"));
            SalesOrder read = merchant.read(order);
            assertThat(OrderTotals.check(read)).isEmpty();
            assertThat(read.total())
                    .isEqualTo(new Money(order.totals().currentTotal().presentment(), read.currency()));
            assertThat(read.currency().getCurrencyCode()).isEqualTo("CAD");
            assertThat(read.payments().get(0).amount()).isEqualTo(read.total());
        }
    }

    @Test
    void a_business_order_names_company_place_person_terms_and_number() {
        try (MerchantShop merchant = MerchantShop.open()) {
            var company = merchant.shop.companies().company("Glenrock", "NS-12");
            CompanyLocation place = merchant.shop.companies().location(company, "Fallon", null);
            var person = merchant.shop.companies().contact(company, "Alan", "Rath", "alan@glenrock.example");
            ShopOrder order = merchant.shop
                    .orders()
                    .place(NewOrder.of(NewLine.of("MUG", 10, "9.00"))
                            .company(place, person)
                            .terms(PaymentTermsTemplate.NET_30)
                            .poNumber("PO-77"));
            SalesOrder read = merchant.read(order);
            ties(order, read);
            assertThat(read.status()).isEqualTo(OrderStatus.OPEN);
            assertThat(read.payments()).isEmpty();
            assertThat(read.terms().flatMap(PaymentTerms::dueDays)).contains(30);
            assertThat(read.buyer().flatMap(buyer -> buyer.purchaseOrderNumber()))
                    .contains("PO-77");
            assertThat(read.company()).hasValueSatisfying(buyer -> {
                assertThat(buyer.company().toString()).endsWith("/company/" + company.number());
                assertThat(buyer.location().orElseThrow().toString()).endsWith("/companyLocation/" + place.number());
                assertThat(buyer.contact().orElseThrow().toString()).endsWith("/companyContact/" + person.number());
            });
        }
    }

    @Test
    void an_order_without_money_or_terms_is_not_released() {
        try (MerchantShop merchant = MerchantShop.open()) {
            ShopOrder open = merchant.shop.orders().place(NewOrder.of(NewLine.of("MUG", 1, "10.00")));
            assertThat(merchant.read(open).status()).isEqualTo(OrderStatus.PENDING);
            merchant.shop.orders().authorize(open);
            assertThat(merchant.read(open).status()).isEqualTo(OrderStatus.OPEN);
            assertThat(merchant.read(open).payments()).isEmpty();
        }
    }

    @Test
    void captures_and_gift_cards_are_payments_each_with_its_own_id() {
        try (MerchantShop merchant = MerchantShop.open()) {
            ShopOrder order = merchant.shop.orders().place(NewOrder.of(NewLine.of("MUG", 2, "30.00")));
            merchant.shop.orders().pay(order, "gift_card", "25.00");
            merchant.shop.orders().pay(order, "shopify_payments", "35.00");
            assertThat(merchant.read(order).payments())
                    .extracting(payment -> payment.method() + " " + payment.amount())
                    .containsExactly("gift_card USD 25.00", "shopify_payments USD 35.00");
            assertThat(merchant.read(order).payments())
                    .extracting(OrderPayment::transactionId)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_gift_card_that_is_sold_is_told_as_one() {
        try (MerchantShop merchant = MerchantShop.open()) {
            ShopOrder order =
                    paid(merchant, NewOrder.of(NewLine.of("GIFT-50", 1, "50.00").giftCard()));
            assertThat(merchant.read(order).lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.giftCard()).isTrue());
        }
    }

    @Test
    void what_an_edit_takes_out_is_gone_and_what_it_adds_is_there() {
        try (MerchantShop merchant = MerchantShop.open()) {
            Variant tee = merchant.shop.stock().product("TEE", "Tee", "12.00");
            ShopOrder order = paid(
                    merchant,
                    NewOrder.of(NewLine.of("MUG", 3, "9.99").tax("State", "0.0825"))
                            .discount(Discount.code("TEN", "10")));
            merchant.time.advance(java.time.Duration.ofMinutes(5));
            merchant.shop.orders().edit(order, order.lines().get(0), 1);
            merchant.shop.orders().editAdd(order, tee, 2);
            SalesOrder read = merchant.read(order);
            ties(order, read);
            assertThat(read.lines().stream().map(OrderLine::sku)).containsExactly("MUG", "TEE");
            assertThat(read.lines().get(0).quantity()).isEqualByComparingTo("1");
        }
    }

    @Test
    void goods_that_were_refunded_after_they_left_stay_sold_and_those_that_never_left_do_not() {
        try (MerchantShop merchant = MerchantShop.open()) {
            StockLocation east = merchant.shop.stock().location("East");
            Variant mug = merchant.shop.stock().product("MUG", "Mug", "10.00");
            merchant.shop.stock().available(mug, east, 50);
            ShopOrder order = paid(
                    merchant,
                    NewOrder.of(NewLine.of("MUG", 5, "10.00").from(east)).shipping("Standard", "5.00", "VAT", "0"));
            var line = order.lines().get(0);
            merchant.shop.orders().ship(order.openFulfillmentOrders().get(0), line, 3, "UPS", "1Z1");
            merchant.shop
                    .orders()
                    .refund(order, RefundDraft.empty().returned(line, 1, east).paidBack());
            merchant.shop
                    .orders()
                    .refund(order, RefundDraft.empty().cancelled(line, 1, east).paidBack());
            SalesOrder read = merchant.read(order);
            assertThat(lines(read)).containsExactly("MUG x4 USD 40.00");
            assertThat(read.total()).isEqualTo(Money.of("45.00", "USD"));
            assertThat(read.status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        }
    }

    @Test
    void a_refund_of_carriage_or_of_a_sum_alone_leaves_the_order_as_it_is() {
        try (MerchantShop merchant = MerchantShop.open()) {
            ShopOrder order =
                    paid(merchant, NewOrder.of(NewLine.of("MUG", 2, "10.00")).shipping("Standard", "5.00", "VAT", "0"));
            Money before = merchant.read(order).total();
            merchant.shop
                    .orders()
                    .refund(order, RefundDraft.empty().shipping("5.00").paidBack());
            merchant.shop.orders().refund(order, RefundDraft.empty().money("2.00"));
            assertThat(merchant.read(order).total()).isEqualTo(before);
        }
    }

    @Test
    void a_cancelled_order_is_told_as_cancelled() {
        try (MerchantShop merchant = MerchantShop.open()) {
            ShopOrder order = paid(merchant, NewOrder.of(NewLine.of("MUG", 2, "10.00")));
            merchant.shop.orders().cancel(order, true);
            assertThat(merchant.read(order).status()).isEqualTo(OrderStatus.CANCELLED);
        }
    }

    @Test
    void a_bundle_is_read_as_the_articles_that_are_in_it() {
        try (MerchantShop merchant = MerchantShop.open()) {
            ShopOrder order = paid(
                    merchant,
                    NewOrder.of(
                            NewLine.of("MUG", 2, "8.00").of("Breakfast", "SET-1", 1),
                            NewLine.of("PLATE", 1, "9.50").of("Breakfast", "SET-1", 1),
                            NewLine.of("TEE", 1, "12.50")));
            SalesOrder read = merchant.read(order);
            assertThat(lines(read)).containsExactly("MUG x2 USD 16.00", "PLATE x1 USD 9.50", "TEE x1 USD 12.50");
            ties(order, read);
        }
    }

    @Test
    void many_lines_are_read_to_the_last() {
        try (MerchantShop merchant = MerchantShop.open()) {
            List<NewLine> many = new ArrayList<>();
            for (int i = 0; i < 340; i++) {
                many.add(NewLine.of("SKU-" + i, 1, "1.00"));
            }
            ShopOrder order = paid(merchant, NewOrder.of(many.toArray(NewLine[]::new)));
            SalesOrder read = merchant.read(order);
            assertThat(read.lines()).hasSize(340);
            ties(order, read);
        }
    }

    @Test
    void test_orders_are_left_out_unless_asked_for() {
        try (MerchantShop merchant = MerchantShop.open()) {
            ShopOrder order =
                    paid(merchant, NewOrder.of(NewLine.of("MUG", 1, "10.00")).test());
            assertThat(merchant.fetch(order)).isInstanceOf(Change.NotVisible.class);
            RecordRef ref =
                    RecordRef.of(merchant.connector.account(), RecordType.SALES_ORDER, Long.toString(order.number()));
            try (var asking = merchant.connect(settings -> settings.testOrders(true))) {
                assertThat(asking.source(RecordType.SALES_ORDER).orElseThrow().fetch(ref, merchant.call()))
                        .isInstanceOf(Change.Present.class);
            }
        }
    }

    @Test
    void addresses_are_those_of_the_order() {
        try (MerchantShop merchant = MerchantShop.open()) {
            ShopOrder order = paid(
                    merchant,
                    NewOrder.of(NewLine.of("MUG", 1, "10.00"))
                            .shipTo(PostalAddress.of(
                                    "Robin", "Example", "1 Depot Way", "Fallon", "NV", "89406", "US")));
            assertThat(merchant.read(order).shipTo()).hasValueSatisfying(address -> {
                assertThat(address.name()).contains("Robin Example");
                assertThat(address.lines()).containsExactly("1 Depot Way");
                assertThat(address.countryCode()).isEqualTo("US");
            });
        }
    }

    @Test
    void generated_orders_always_tie_to_what_the_shop_says() {
        long seed = 20_261_121L;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (String currency : List.of("USD", "JPY", "KWD")) {
            try (MerchantShop merchant =
                    MerchantShop.open(shop -> shop.currency(currency).seed(seed), settings -> settings)) {
                for (int i = 0; i < 60; i++) {
                    ShopOrder order = paid(merchant, generated(random, currency));
                    ties(order, merchant.read(order));
                    if (random.nextInt(3) == 0) {
                        merchant.shop.orders().edit(order, order.lines().get(0), random.nextInt(0, 3));
                        if (order.lines().size() > 1) {
                            ties(order, merchant.read(order));
                        }
                    }
                }
            }
        }
    }

    private static NewOrder generated(SplittableRandom random, String currency) {
        int decimals = switch (currency) {
            case "JPY" -> 0;
            case "KWD" -> 3;
            default -> 2;
        };
        List<NewLine> lines = new ArrayList<>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            NewLine line = NewLine.of("SKU-" + i, random.nextInt(3, 9), amount(random, 200, decimals));
            if (random.nextBoolean()) {
                line = line.tax("State", "0.0" + random.nextInt(1, 99));
            }
            if (random.nextInt(4) == 0) {
                line = line.tax("City", "0.015");
            }
            if (random.nextInt(6) == 0) {
                line = line.duty(amount(random, 20, decimals));
            }
            lines.add(line);
        }
        NewOrder order = NewOrder.of(lines.toArray(NewLine[]::new));
        if (random.nextBoolean()) {
            order = order.shipping("Standard", amount(random, 20, decimals), "State", "0.0825");
        }
        if (random.nextInt(3) == 0) {
            order = order.discount(Discount.code("CODE", Integer.toString(random.nextInt(1, 60))));
        }
        if (random.nextInt(4) == 0) {
            order = order.discount(Discount.automatic("AUTO", amount(random, 5, decimals)));
        }
        if (random.nextInt(4) == 0) {
            order = order.tip(amount(random, 9, decimals));
        }
        if (random.nextInt(4) == 0) {
            order = order.fee("Fee", amount(random, 9, decimals));
        }
        return random.nextInt(3) == 0 ? order.taxesIncluded() : order;
    }

    private static String amount(SplittableRandom random, int most, int decimals) {
        long scale = (long) Math.pow(10, decimals);
        return java.math.BigDecimal.valueOf(random.nextLong(1, most * scale), decimals)
                .toPlainString();
    }
}
