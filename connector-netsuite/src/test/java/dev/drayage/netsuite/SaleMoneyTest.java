package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.CashSale;
import dev.drayage.model.Charge;
import dev.drayage.model.Discount;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderTotals;
import dev.drayage.model.RecordType;
import dev.drayage.model.RemittedBy;
import dev.drayage.model.SaleTransaction;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.TaxLine;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SaleMoneyTest {
    private static final long SEED = 20260615;

    private static Money usd(long cents) {
        return Money.of(BigDecimal.valueOf(cents, 2).toPlainString(), "USD");
    }

    /** An order of odd quantities and amounts, with discounts, wrapping, carriage, charges and both kinds of tax. */
    private static SalesOrder generated(String id, SplittableRandom random) {
        List<OrderLine> lines = new ArrayList<>();
        int count = random.nextInt(1, 6);
        for (int i = 0; i < count; i++) {
            OrderLine.Builder line = OrderLine.builder()
                    .from(SampleOrders.line(
                            "L" + i, random.nextBoolean() ? "MUG-BLUE" : "TEE-BLACK", random.nextInt(1, 8), "0"))
                    .amount(usd(random.nextLong(1, 100_000)))
                    .addTaxes(new TaxLine(
                            TaxLine.Subject.ITEM,
                            usd(random.nextLong(0, 900)),
                            random.nextBoolean() ? RemittedBy.MARKETPLACE : RemittedBy.SELLER,
                            random.nextInt(4) == 0));
            if (random.nextBoolean()) {
                line.addDiscounts(new Discount("SPRING", TaxLine.Subject.ITEM, usd(random.nextLong(0, 500))));
            }
            if (random.nextInt(3) == 0) {
                line.addCharges(new Charge(Charge.Kind.GIFT_WRAP, usd(random.nextLong(0, 400))));
                line.giftWrapLevel("Red").giftMessage("Happy\nbirthday");
            }
            if (random.nextInt(3) == 0) {
                line.addCharges(new Charge(Charge.Kind.SHIPPING, usd(random.nextLong(0, 900))));
            }
            lines.add(line.build());
        }
        SalesOrder.Builder order = SampleOrders.order(TestBooks.SHOP, id, TestBooks.START)
                .lines(lines)
                .charges(List.of());
        if (random.nextBoolean()) {
            order.addCharges(new Charge(Charge.Kind.SHIPPING, usd(random.nextLong(0, 2000))));
        }
        if (random.nextInt(4) == 0) {
            order.addCharges(new Charge(Charge.Kind.TIP, usd(random.nextLong(1, 300))));
            order.addDiscounts(new Discount("", TaxLine.Subject.SHIPPING, usd(random.nextLong(1, 300))));
        }
        return order.total(OrderTotals.sums(order.total(usd(0)).build()).total())
                .build();
    }

    private static Money total(TestBooks books, String kind, String id) {
        StoredRecord stored = books.netSuite
                .recordByExternalId(kind, "AMAZON-A1EX-na-" + (kind.equals("salesOrder") ? "SO-" : "CS-") + id)
                .orElseThrow();
        return Money.of(stored.total().orElseThrow().toPlainString(), "USD");
    }

    private static Money marketplaceTax(SaleTransaction sale) {
        return OrderTotals.sums(sale).marketplaceTax();
    }

    @Test
    void netsuites_own_total_is_the_channels_to_the_cent_whatever_the_order_holds() {
        try (TestBooks books = TestBooks.openWith(settings -> settings.taxItem("78"))) {
            for (int i = 0; i < 150; i++) {
                long seed = SEED + i;
                SalesOrder order = generated("g" + i, new SplittableRandom(seed));
                assertThat(books.write(RecordType.SALES_ORDER, order))
                        .as("seed %s", seed)
                        .isInstanceOf(EffectOutcome.Applied.class);
                assertThat(total(books, "salesOrder", "g" + i))
                        .as("seed %s", seed)
                        .isEqualTo(order.total().minus(marketplaceTax(order)));
            }
        }
    }

    @Test
    void tax_kept_by_the_marketplace_can_be_booked_as_charged_or_booked_and_cleared() {
        SalesOrder order = generated("g0", new SplittableRandom(SEED));
        try (TestBooks books =
                TestBooks.openWith(settings -> settings.taxItem("78").marketplaceTax(MarketplaceTax.LINE))) {
            books.write(RecordType.SALES_ORDER, order);
            assertThat(total(books, "salesOrder", "g0")).isEqualTo(order.total());
        }
        try (TestBooks books = TestBooks.openWith(settings -> settings.taxItem("78")
                .marketplaceTax(MarketplaceTax.LINE_AND_CLEARING)
                .set("item.taxClearing", "79"))) {
            books.write(RecordType.SALES_ORDER, order);
            assertThat(total(books, "salesOrder", "g0")).isEqualTo(order.total().minus(marketplaceTax(order)));
        }
    }

    @Test
    void carriage_can_be_a_line_of_its_own() {
        try (TestBooks books = TestBooks.openWith(settings ->
                settings.taxItem("78").shipping(ShippingBooking.LINE).shippingItem("80"))) {
            for (int i = 0; i < 20; i++) {
                SalesOrder order = generated("g" + i, new SplittableRandom(SEED + i));
                books.write(RecordType.SALES_ORDER, order);
                assertThat(total(books, "salesOrder", "g" + i))
                        .as("seed %s", SEED + i)
                        .isEqualTo(order.total().minus(marketplaceTax(order)));
            }
        }
    }

    @Test
    void tax_of_the_seller_without_a_strategy_is_parked_and_not_guessed() {
        SalesOrder order = SampleOrders.order(TestBooks.SHOP, "t1", TestBooks.START)
                .addTaxes(new TaxLine(TaxLine.Subject.ITEM, usd(100), RemittedBy.SELLER, false))
                .total(usd(6085))
                .build();
        try (TestBooks books = TestBooks.open()) {
            EffectOutcome outcome = books.write(RecordType.SALES_ORDER, order);
            assertThat(((EffectOutcome.Rejected) outcome).violations().list())
                    .extracting(violation -> violation.code())
                    .containsExactly(ErrorCode.VALUE_UNMAPPED);
        }
        try (TestBooks books = TestBooks.openWith(settings -> settings.sellerTax(SellerTax.OMIT))) {
            books.write(RecordType.SALES_ORDER, order);
            assertThat(total(books, "salesOrder", "t1")).isEqualTo(usd(5985));
        }
    }

    @Test
    void a_charge_without_an_item_names_the_setting_and_not_the_message() {
        SalesOrder order = SampleOrders.order(TestBooks.SHOP, "t1", TestBooks.START)
                .lines(List.of(OrderLine.builder()
                        .from(SampleOrders.line("L1", "MUG-BLUE", 1, "51.90"))
                        .addCharges(new Charge(Charge.Kind.GIFT_WRAP, usd(100)))
                        .giftMessage("Dear Robin")
                        .build()))
                .total(usd(6085))
                .build();
        try (TestBooks books = TestBooks.openWith(settings -> settings.giftWrapItem("none"))) {
            EffectOutcome outcome = books.write(RecordType.SALES_ORDER, order);
            assertThat(((EffectOutcome.Rejected) outcome).violations().message())
                    .contains("item.giftWrap")
                    .doesNotContain("Robin");
        }
    }

    @Test
    void a_gift_message_stands_on_the_wrapping_with_its_line_breaks() {
        SalesOrder order = SampleOrders.order(TestBooks.SHOP, "t1", TestBooks.START)
                .lines(List.of(OrderLine.builder()
                        .from(SampleOrders.line("L1", "MUG-BLUE", 3, "51.90"))
                        .addCharges(new Charge(Charge.Kind.GIFT_WRAP, usd(100)))
                        .giftMessage("One\nTwo")
                        .build()))
                .total(usd(6085))
                .build();
        try (TestBooks books = TestBooks.open()) {
            books.write(RecordType.SALES_ORDER, order);
            assertThat(books.netSuite
                            .recordByExternalId("salesOrder", "AMAZON-A1EX-na-SO-t1")
                            .orElseThrow()
                            .body()
                            .path("item")
                            .path("items")
                            .path(1)
                            .path("description")
                            .asText())
                    .isEqualTo("Gift wrap\nGift message: One\nTwo");
        }
    }

    @Test
    void cash_sales_come_to_the_same_totals() {
        try (TestBooks books =
                TestBooks.openWith(settings -> settings.taxItem("78").fbaLocation(TestBooks.SHOP.toString(), "6"))) {
            for (int i = 0; i < 50; i++) {
                SalesOrder order = generated("g" + i, new SplittableRandom(SEED + 1000 + i));
                CashSale sale = CashSale.builder().from((SaleTransaction) order).build();
                EffectOutcome outcome = books.write(RecordType.CASH_SALE, sale);
                assertThat(outcome).as("seed %s", SEED + 1000 + i).isInstanceOf(EffectOutcome.Applied.class);
                assertThat(total(books, "cashSale", "g" + i))
                        .isEqualTo(order.total().minus(marketplaceTax(order)));
            }
        }
    }
}
