package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.CashSale;
import dev.drayage.model.RecordType;
import dev.drayage.model.SaleTransaction;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CashSaleTest {
    private static CashSale sale() {
        SaleTransaction order = SampleOrders.channel(TestBooks.SHOP, "111-1", TestBooks.START);
        return CashSale.builder().from(order).build();
    }

    private static StoredRecord stored(TestBooks books) {
        return books.netSuite
                .recordByExternalId("cashSale", "AMAZON-A1EX-na-CS-111-1")
                .orElseThrow();
    }

    @Test
    void a_sale_that_the_channel_shipped_leaves_its_own_location_and_goes_to_undeposited_funds() {
        try (TestBooks books = TestBooks.open(
                account -> account.seed(Seed.location(9, "FBA")),
                settings -> settings.fbaLocation(TestBooks.SHOP.toString(), "9"))) {
            assertThat(books.write(RecordType.CASH_SALE, sale())).isInstanceOf(EffectOutcome.Applied.class);
            assertThat(stored(books).body().path("location").path("id").asText())
                    .isEqualTo("9");
            assertThat(stored(books).body().path("undepFunds").path("id").asText())
                    .isEqualTo("T");
            assertThat(stored(books).status()).isEqualTo("B");
        }
    }

    @Test
    void a_bank_account_takes_the_money_where_the_settings_name_one() {
        try (TestBooks books = TestBooks.openWith(settings -> settings.cashSaleAccount("155"))) {
            books.write(RecordType.CASH_SALE, sale());
            assertThat(stored(books).body().path("account").path("id").asText()).isEqualTo("155");
        }
    }

    @Test
    void a_closed_period_parks_the_sale_with_its_own_code() {
        try (TestBooks books = TestBooks.open(account -> account.closedThrough(LocalDate.of(2026, 6, 30)))) {
            EffectOutcome outcome = books.write(RecordType.CASH_SALE, sale());
            assertThat(((EffectOutcome.Rejected) outcome).violations().code()).isEqualTo(ErrorCode.PERIOD_CLOSED);
        }
    }

    @Test
    void order_and_cash_sale_of_one_channel_order_do_not_share_an_external_id() {
        try (TestBooks books = TestBooks.open()) {
            books.write(RecordType.CASH_SALE, sale());
            assertThat(books.write(
                            RecordType.SALES_ORDER, SampleOrders.merchant(TestBooks.SHOP, "111-1", TestBooks.START)))
                    .isInstanceOf(EffectOutcome.Applied.class);
        }
    }
}
