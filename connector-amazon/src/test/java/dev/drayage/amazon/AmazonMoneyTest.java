package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Charge;
import dev.drayage.model.CustomValue;
import dev.drayage.model.Discount;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderTotals;
import dev.drayage.model.RemittedBy;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.TaxLine;
import dev.drayage.model.TaxLine.Subject;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedOrder;
import dev.drayage.testkit.amazon.TradingWeek;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AmazonMoneyTest {
    private final SellerCentral seller = new SellerCentral();

    @AfterEach
    void close() {
        seller.close();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private Change<SalesOrder> change(SimulatedOrder.Builder order) {
        seller.amazon.orders().add(order.build());
        return seller.firstPage().changes().get(0);
    }

    private SalesOrder read(SimulatedOrder.Builder order) {
        SalesOrder read = ((Change.Present<SalesOrder>) change(order)).record();
        assertThat(OrderTotals.check(read)).isEmpty();
        return read;
    }

    private OrderLine line(SimulatedItem.Builder item) {
        return read(SellerCentral.order(SellerCentral.ORDER).item(item.build()))
                .lines()
                .get(0);
    }

    private ErrorCode refusal(SimulatedItem.Builder item) {
        return ((Change.Unreadable<SalesOrder>)
                        change(SellerCentral.order(SellerCentral.ORDER).item(item.build())))
                .code();
    }

    private void inGermany() {
        seller.settings.seller(seller.amazon.sellerId(), AmazonRegion.EU).marketplaces(Marketplace.DE.id());
    }

    @Test
    void tax_on_top_is_kept_by_subject_and_by_who_remits_it() {
        OrderLine line = line(SellerCentral.item()
                .shipping("4.00")
                .tax("ITEM", "3.20")
                .tax("SHIPPING", "0.32")
                .marketplaceFacilitator());

        assertThat(line.amount()).isEqualTo(usd("39.98"));
        assertThat(line.charges()).containsExactly(new Charge(Charge.Kind.SHIPPING, usd("4.00")));
        assertThat(line.taxes())
                .containsExactly(
                        new TaxLine(Subject.ITEM, usd("3.20"), RemittedBy.MARKETPLACE, false),
                        new TaxLine(Subject.SHIPPING, usd("0.32"), RemittedBy.MARKETPLACE, false));
    }

    @Test
    void tax_without_a_facilitator_is_the_sellers_and_without_details_nobodys_in_particular() {
        assertThat(line(SellerCentral.item().proceeds("TAX", "1.00")).taxes())
                .containsExactly(new TaxLine(Subject.OTHER, usd("1.00"), RemittedBy.SELLER, false));
    }

    @Test
    void a_discount_that_is_written_as_a_negative_amount_is_taken_off() {
        OrderLine line = line(SellerCentral.item()
                .shipping("4.00")
                .discount("ITEM", "-5.00")
                .discount("SHIPPING", "-4.00")
                .promotion("SAVE5"));

        assertThat(line.discounts())
                .containsExactly(
                        new Discount("SAVE5", Subject.ITEM, usd("5.00")),
                        new Discount("SAVE5", Subject.SHIPPING, usd("4.00")));
    }

    @Test
    void a_discount_that_is_written_as_a_positive_amount_is_taken_off_too() {
        SalesOrder order = read(SellerCentral.order(SellerCentral.ORDER)
                .positiveDiscounts()
                .item(SellerCentral.item().discount("ITEM", "-5.00").build()));

        assertThat(order.lines().get(0).discounts()).containsExactly(new Discount("", Subject.ITEM, usd("5.00")));
        assertThat(order.total()).isEqualTo(usd("34.98"));
    }

    @Test
    void a_discount_that_would_raise_the_total_is_refused() {
        assertThat(refusal(SellerCentral.item().proceeds("DISCOUNT", "5.00"))).isEqualTo(ErrorCode.TOTAL_MISMATCH);
    }

    @Test
    void tax_on_a_discount_lowers_the_tax_on_the_goods() {
        OrderLine line = line(SellerCentral.item()
                .discount("ITEM", "-5.00")
                .tax("ITEM", "3.20")
                .tax("DISCOUNT", "-0.40"));

        assertThat(line.taxes()).containsExactly(new TaxLine(Subject.ITEM, usd("2.80"), RemittedBy.SELLER, false));
    }

    @Test
    void gift_wrap_cod_tip_and_other_charges_are_told_apart() {
        OrderLine line = line(SellerCentral.item()
                .giftWrap("STANDARD", "", "3.50")
                .proceeds("COD_FEE", "1.00")
                .proceeds("DELIVERY_TIP", "2.00")
                .proceeds("OTHER", "0.50"));

        assertThat(line.charges())
                .extracting(Charge::kind)
                .containsExactly(Charge.Kind.GIFT_WRAP, Charge.Kind.COD_FEE, Charge.Kind.TIP, Charge.Kind.OTHER);
    }

    @Test
    void yen_have_no_decimals() {
        seller.settings.seller(seller.amazon.sellerId(), AmazonRegion.FE).marketplaces(Marketplace.JP.id());

        SalesOrder order = read(SellerCentral.order(SellerCentral.ORDER)
                .marketplace(Marketplace.JP)
                .item(SimulatedItem.builder("1", "W", 2, "2990").build()));

        assertThat(order.total()).isEqualTo(Money.of("5980", "JPY"));
    }

    @Test
    void tax_that_the_total_does_not_add_is_inside_the_price_where_prices_hold_the_tax() {
        inGermany();

        SalesOrder order = read(SellerCentral.order(SellerCentral.ORDER)
                .marketplace(Marketplace.DE)
                .item(SimulatedItem.builder("1", "W", 1, "119.00")
                        .tax("ITEM", "19.00")
                        .proceedsTotal("119.00")
                        .build()));

        assertThat(order.total()).isEqualTo(Money.of("119.00", "EUR"));
        assertThat(order.lines().get(0).taxes())
                .containsExactly(new TaxLine(Subject.ITEM, Money.of("19.00", "EUR"), RemittedBy.SELLER, true));
    }

    @Test
    void tax_on_top_ties_in_europe_too_if_amazon_writes_it_so() {
        inGermany();

        SalesOrder order = read(SellerCentral.order(SellerCentral.ORDER)
                .marketplace(Marketplace.DE)
                .item(SimulatedItem.builder("1", "W", 1, "100.00")
                        .tax("ITEM", "19.00")
                        .build()));

        assertThat(order.lines().get(0).taxes())
                .extracting(TaxLine::includedInPrice)
                .containsExactly(false);
    }

    @Test
    void facilitator_tax_that_the_total_does_not_add_is_noted_and_not_booked_where_prices_are_without_tax() {
        OrderLine line = line(SellerCentral.item()
                .tax("ITEM", "3.20")
                .marketplaceFacilitator()
                .proceedsTotal("39.98"));

        assertThat(line.taxes()).isEmpty();
        assertThat(line.customFields().get(AmazonFields.TAX_WITHHELD))
                .contains(new CustomValue.Decimal(new BigDecimal("3.20")));
    }

    @Test
    void the_sellers_own_tax_that_the_total_does_not_add_is_refused_where_prices_are_without_tax() {
        assertThat(refusal(SellerCentral.item().tax("ITEM", "3.20").proceedsTotal("39.98")))
                .isEqualTo(ErrorCode.TOTAL_MISMATCH);
    }

    @Test
    void a_line_and_an_order_that_are_off_by_a_cent_are_refused() {
        assertThat(refusal(SellerCentral.item().proceedsTotal("39.97"))).isEqualTo(ErrorCode.TOTAL_MISMATCH);

        seller.amazon
                .orders()
                .add(SellerCentral.order("111-0000000-0000002")
                        .item(SellerCentral.item().build())
                        .grandTotal("39.99")
                        .build());
        assertThat(seller.firstPage().changes())
                .allSatisfy(change -> assertThat(((Change.Unreadable<SalesOrder>) change).code())
                        .isEqualTo(ErrorCode.TOTAL_MISMATCH));
    }

    @Test
    void any_mix_of_parts_ties_to_the_total_or_is_refused_but_never_guessed() {
        long seed = 20261120;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        int count = 300;
        for (int n = 0; n < count; n++) {
            SimulatedOrder.Builder order = SellerCentral.order(String.format(Locale.ROOT, "111-0000000-%07d", n));
            int lines = random.nextInt(1, 4);
            for (int i = 0; i < lines; i++) {
                order.item(anyItem(random, i).build());
            }
            if (random.nextBoolean()) {
                order.positiveDiscounts();
            }
            seller.amazon.orders().add(order.build());
        }
        int read = 0;
        Optional<Cursor> at = Optional.empty();
        do {
            var page = seller.orders().read(seller.lately(), at, seller.call());
            for (Change<SalesOrder> change : page.changes()) {
                SalesOrder record = ((Change.Present<SalesOrder>) change).record();
                assertThat(OrderTotals.check(record)).as("seed " + seed).isEmpty();
                assertThat(record.total().amount())
                        .as("seed " + seed)
                        .isEqualByComparingTo(seller.amazon
                                .orders()
                                .order(record.ref().id())
                                .orElseThrow()
                                .order()
                                .grandTotal());
                read++;
            }
            at = page.next();
        } while (at.isPresent());
        assertThat(read).isEqualTo(count);
    }

    private static SimulatedItem.Builder anyItem(SplittableRandom random, int n) {
        SimulatedItem.Builder item =
                SimulatedItem.builder("0" + n, "SKU-" + n, random.nextInt(1, 5), cents(random, 1, 20_000));
        if (random.nextBoolean()) {
            item.shipping(cents(random, 0, 900));
        }
        if (random.nextInt(4) == 0) {
            item.giftWrap("STANDARD", "", cents(random, 0, 500));
        }
        if (random.nextBoolean()) {
            item.tax("ITEM", cents(random, 0, 1500)).tax("SHIPPING", cents(random, 0, 100));
        }
        if (random.nextInt(3) == 0) {
            item.discount("ITEM", "-" + cents(random, 0, 100));
        }
        return random.nextBoolean() ? item : item.marketplaceFacilitator();
    }

    private static String cents(SplittableRandom random, int least, int most) {
        return BigDecimal.valueOf(random.nextInt(least, most), 2).toPlainString();
    }

    @Test
    void a_believable_week_is_read_whole() {
        long seed = 42;
        System.out.println("seed " + seed);
        seller.amazon.quota().unlimited();
        seller.amazon
                .orders()
                .addAll(TradingWeek.orders(
                        seed,
                        200,
                        SellerCentral.NOW.minus(Duration.ofDays(7)),
                        List.of(new TradingWeek.Article("A-1", "B000000001", "One", new BigDecimal("19.99")))));
        var week = new Slice.Window(
                SellerCentral.NOW.minus(Duration.ofDays(8)), SellerCentral.NOW.minus(Duration.ofMinutes(2)));
        Optional<Cursor> at = Optional.empty();
        int read = 0;
        do {
            var page = seller.orders().read(week, at, seller.call());
            assertThat(page.changes())
                    .as("seed " + seed)
                    .allSatisfy(change -> assertThat(change).isInstanceOf(Change.Present.class));
            read += page.changes().size();
            at = page.next();
        } while (at.isPresent());
        assertThat(read).isGreaterThan(150);
    }
}
