package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.Charge;
import dev.drayage.model.Discount;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.RecordType;
import dev.drayage.model.RemittedBy;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.TaxLine;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testkit.netsuite.AccountPreference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The ways in which tax of the seller can stand in the books; each comes to the channel's own total. */
class TaxStrategiesTest {
    private static TestBooks books(AccountPreference preference, UnaryOperator<NetSuiteSettings.Builder> settings) {
        return TestBooks.open(
                account -> account.with(preference),
                builder -> settings.apply(builder.shipping(ShippingBooking.LINE)
                        .shippingItem("80")
                        .set("item.rounding", "79")
                        .set("tax.bodyItem", "78")));
    }

    private static TestBooks detailed(String codes) {
        return books(
                AccountPreference.SUITE_TAX,
                settings -> settings.sellerTax(SellerTax.DETAILS)
                        .set("tax.codes", codes)
                        .set("tax.types", "*=11"));
    }

    private static TestBooks rated() {
        return books(AccountPreference.LEGACY_TAX, settings -> settings.sellerTax(SellerTax.RATE));
    }

    private static TaxLine tax(TaxLine.Subject subject, String amount, boolean included, String name, String rate) {
        return new TaxLine(
                subject, Money.of(amount, "USD"), RemittedBy.SELLER, included, name, Optional.of(new BigDecimal(rate)));
    }

    private static OrderLine taxed(OrderLine line, TaxLine... taxes) {
        return OrderLine.builder().from(line).taxes(List.of(taxes)).build();
    }

    private static SalesOrder order(String total, TaxLine onCarriage, OrderLine... lines) {
        return SampleOrders.order(TestBooks.SHOP, "111-1", TestBooks.START)
                .lines(List.of(lines))
                .taxes(List.of(onCarriage))
                .total(Money.of(total, "USD"))
                .build();
    }

    /** 39.90 and 12.00 with 8 % and 2 %, carriage of 7.95 with 8 %. */
    private static SalesOrder onTop() {
        return order(
                "65.68",
                tax(TaxLine.Subject.SHIPPING, "0.64", false, "State", "0.08"),
                taxed(
                        SampleOrders.line("L1", "MUG-BLUE", 2, "39.90"),
                        tax(TaxLine.Subject.ITEM, "3.19", false, "State", "0.08"),
                        tax(TaxLine.Subject.ITEM, "0.80", false, "City", "0.02")),
                taxed(
                        SampleOrders.line("L2", "TEE-BLACK", 1, "12.00"),
                        tax(TaxLine.Subject.ITEM, "0.96", false, "State", "0.08"),
                        tax(TaxLine.Subject.ITEM, "0.24", false, "City", "0.02")));
    }

    /** Prices that hold 20 %. */
    private static SalesOrder held() {
        return order(
                "59.85",
                tax(TaxLine.Subject.SHIPPING, "1.33", true, "VAT", "0.20"),
                taxed(
                        SampleOrders.line("L1", "MUG-BLUE", 2, "39.90"),
                        tax(TaxLine.Subject.ITEM, "6.65", true, "VAT", "0.20")),
                taxed(
                        SampleOrders.line("L2", "TEE-BLACK", 1, "12.00"),
                        tax(TaxLine.Subject.ITEM, "2.00", true, "VAT", "0.20")));
    }

    private static JsonNode written(TestBooks books, SalesOrder order) {
        String id = MoneyBooks.written(books.write(RecordType.SALES_ORDER, order));
        assertThat(books.netSuite.books().transaction(id).orElseThrow().total())
                .isEqualByComparingTo(order.total().amount());
        return books.netSuite.record("salesOrder", id).orElseThrow().body();
    }

    private static List<String> amounts(JsonNode order) {
        List<String> amounts = new ArrayList<>();
        order.path("item")
                .path("items")
                .forEach(line -> amounts.add(
                        new BigDecimal(line.path("amount").asText()).setScale(2).toPlainString()));
        return amounts;
    }

    private static ErrorCode refused(TestBooks books, SalesOrder order) {
        EffectOutcome outcome = books.write(RecordType.SALES_ORDER, order);
        assertThat(books.netSuite.records("salesOrder")).isEmpty();
        return ((EffectOutcome.Rejected) outcome).violations().code();
    }

    @Test
    void several_carriages_with_one_rate_are_one_rate() {
        TaxLine each = tax(TaxLine.Subject.SHIPPING, "0.40", false, "State", "0.08");
        SalesOrder twice = SampleOrders.order(TestBooks.SHOP, "111-1", TestBooks.START)
                .lines(List.of(taxed(
                        SampleOrders.line("L1", "MUG-BLUE", 2, "40.00"),
                        tax(TaxLine.Subject.ITEM, "3.20", false, "State", "0.08"))))
                .charges(List.of(
                        new Charge(Charge.Kind.SHIPPING, Money.of("5.00", "USD")),
                        new Charge(Charge.Kind.SHIPPING, Money.of("5.00", "USD"))))
                .taxes(List.of(each, each))
                .total(Money.of("54.00", "USD"))
                .build();
        try (TestBooks books = rated()) {
            JsonNode order = written(books, twice);
            assertThat(order.path("taxRate").asText()).isEqualTo("8");
            assertThat(amounts(order)).containsExactly("40.00", "10.00");
        }
        TaxLine other = tax(TaxLine.Subject.SHIPPING, "0.40", false, "State", "0.09");
        try (TestBooks books = rated()) {
            assertThat(refused(
                            books,
                            SalesOrder.builder()
                                    .from(twice)
                                    .taxes(List.of(each, other))
                                    .build()))
                    .isEqualTo(ErrorCode.VALUE_UNMAPPED);
        }
    }

    @Test
    void tax_that_prices_hold_becomes_a_line_of_its_own_and_the_total_stays() {
        try (TestBooks books = TestBooks.openWith(settings ->
                settings.taxItem("78").shipping(ShippingBooking.LINE).shippingItem("80"))) {
            assertThat(amounts(written(books, held()))).containsExactly("33.25", "10.00", "6.62", "9.98");
        }
    }

    @Test
    void prices_that_hold_tax_are_booked_as_they_are_where_tax_is_left_out() {
        try (TestBooks books = TestBooks.openWith(settings -> settings.sellerTax(SellerTax.OMIT)
                .shipping(ShippingBooking.LINE)
                .shippingItem("80"))) {
            assertThat(amounts(written(books, held()))).containsExactly("39.90", "12.00", "7.95");
        }
    }

    @Test
    void details_hold_each_tax_of_each_line_to_the_cent() {
        try (TestBooks books = detailed("State=7,City=8")) {
            JsonNode order = written(books, onTop());
            List<String> rows = new ArrayList<>();
            order.path("taxDetails")
                    .path("items")
                    .forEach(row -> rows.add(row.path("taxCode").path("id").asText() + " "
                            + row.path("taxAmount").asText() + " of "
                            + row.path("taxBasis").asText()));
            assertThat(rows)
                    .containsExactlyInAnyOrder(
                            "7 3.19 of 39.9", "8 0.8 of 39.9", "7 0.96 of 12", "8 0.24 of 12", "7 0.64 of 7.95");
            assertThat(amounts(order)).containsExactly("39.90", "12.00", "7.95");
        }
    }

    @Test
    void details_of_prices_that_hold_tax_come_to_the_same_total() {
        try (TestBooks books = detailed("*=7")) {
            assertThat(amounts(written(books, held()))).containsExactly("33.25", "10.00", "6.62");
        }
    }

    @Test
    void tax_of_the_whole_order_is_shared_out_by_largest_remainder() {
        try (TestBooks books = detailed("*=7")) {
            SalesOrder order = SampleOrders.order(TestBooks.SHOP, "111-1", TestBooks.START)
                    .lines(List.of(
                            SampleOrders.line("L1", "MUG-BLUE", 1, "10.00"),
                            SampleOrders.line("L2", "MUG-BLUE", 1, "10.00"),
                            SampleOrders.line("L3", "TEE-BLACK", 1, "10.00")))
                    .charges(List.of())
                    .addTaxes(tax(TaxLine.Subject.OTHER, "1.00", false, "Levy", "0.0333"))
                    .total(Money.of("31.00", "USD"))
                    .build();
            List<String> shares = new ArrayList<>();
            written(books, order)
                    .path("taxDetails")
                    .path("items")
                    .forEach(row -> shares.add(row.path("taxAmount").asText()));
            assertThat(shares).containsExactly("0.34", "0.33", "0.33");
        }
    }

    @Test
    void a_tax_without_a_code_is_no_default() {
        try (TestBooks books = detailed("State=7")) {
            assertThat(refused(books, onTop())).isEqualTo(ErrorCode.VALUE_UNMAPPED);
        }
    }

    @Test
    void one_rate_lets_netsuite_compute_and_a_line_says_by_how_much_it_was_off() {
        try (TestBooks books = rated()) {
            SalesOrder order = order(
                    "65.84",
                    tax(TaxLine.Subject.SHIPPING, "0.80", false, "VAT", "0.10"),
                    taxed(
                            SampleOrders.line("L1", "MUG-BLUE", 2, "39.90"),
                            tax(TaxLine.Subject.ITEM, "3.99", false, "VAT", "0.10")),
                    taxed(
                            SampleOrders.line("L2", "TEE-BLACK", 1, "12.00"),
                            tax(TaxLine.Subject.ITEM, "1.20", false, "VAT", "0.10")));
            JsonNode written = written(books, order);
            assertThat(amounts(written)).containsExactly("39.90", "12.00", "7.95");
            SalesOrder off = SalesOrder.builder()
                    .from(SampleOrders.order(TestBooks.SHOP, "111-2", TestBooks.START)
                            .build())
                    .lines(List.of(taxed(
                            SampleOrders.line("L1", "MUG-BLUE", 2, "39.90"),
                            tax(TaxLine.Subject.ITEM, "4.01", false, "VAT", "0.10"))))
                    .charges(List.of())
                    .total(Money.of("43.91", "USD"))
                    .build();
            JsonNode corrected = written(books, off);
            assertThat(amounts(corrected)).containsExactly("39.90", "0.02");
            assertThat(corrected
                            .path("item")
                            .path("items")
                            .get(1)
                            .path("description")
                            .asText())
                    .contains("Rounding", "3.99");
        }
    }

    @Test
    void a_difference_above_the_tolerance_is_parked() {
        try (TestBooks books = rated()) {
            SalesOrder off = order(
                    "65.17",
                    tax(TaxLine.Subject.SHIPPING, "0.80", false, "VAT", "0.10"),
                    taxed(
                            SampleOrders.line("L1", "MUG-BLUE", 2, "39.90"),
                            tax(TaxLine.Subject.ITEM, "4.52", false, "VAT", "0.10")));
            assertThat(refused(
                            books,
                            SalesOrder.builder()
                                    .from(off)
                                    .total(Money.of("53.17", "USD"))
                                    .build()))
                    .isEqualTo(ErrorCode.TOTAL_MISMATCH);
        }
    }

    @Test
    void two_rates_cannot_be_told_as_one() {
        try (TestBooks books = rated()) {
            assertThat(refused(books, onTop())).isEqualTo(ErrorCode.VALUE_UNMAPPED);
        }
    }

    @Test
    void what_is_taken_off_a_taxed_line_lowers_what_is_taxed() {
        try (TestBooks books = rated()) {
            SalesOrder order = SampleOrders.order(TestBooks.SHOP, "111-1", TestBooks.START)
                    .lines(List.of(OrderLine.builder()
                            .from(taxed(
                                    SampleOrders.line("L1", "MUG-BLUE", 2, "39.90"),
                                    tax(TaxLine.Subject.ITEM, "2.99", false, "VAT", "0.10")))
                            .addDiscounts(new Discount("TEN", TaxLine.Subject.ITEM, Money.of("10.00", "USD")))
                            .build()))
                    .charges(List.of(new Charge(Charge.Kind.SHIPPING, Money.of("5.00", "USD"))))
                    .total(Money.of("37.89", "USD"))
                    .build();
            assertThat(amounts(written(books, order))).containsExactly("39.90", "-10.00", "5.00");
        }
    }
}
