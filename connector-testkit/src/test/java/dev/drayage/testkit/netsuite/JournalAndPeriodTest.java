package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalAndPeriodTest {
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private final MoneyAccount netSuite =
            MoneyAccount.open(settings -> settings.accountingPeriods(YearMonth.of(2026, 4), YearMonth.of(2026, 7))
                    .closedPeriod(YearMonth.of(2026, 4)));

    @AfterEach
    void close() {
        netSuite.close();
    }

    private static String journal(String day, String debit, String credit) {
        return """
                {"externalId": "PO-FEES", "subsidiary": {"id": "1"}, "currency": {"id": "1"}, "tranDate": "%s", "memo": "fees",
                 "line": {"items": [{"account": {"id": "612"}, "debit": %s, "memo": "fee"},
                                    {"account": {"id": "97"}, "credit": %s, "entity": {"id": "110"}}]}}
                """.formatted(day, debit, credit);
    }

    @Test
    void a_journal_posts_both_sides() {
        String id = netSuite.create("journalEntry", journal("2026-06-15", "12.34", "12.34"));
        assertThat(netSuite.balance(MoneyAccount.FEES)).isEqualByComparingTo("12.34");
        assertThat(netSuite.balance(MoneyAccount.CLEARING)).isEqualByComparingTo("-12.34");
        assertThat(netSuite.read("journalEntry/eid:PO-FEES")
                        .path("line")
                        .path("items")
                        .findValuesAsText("line"))
                .containsExactly("1", "2");
        assertThat(netSuite.http().rows("""
                        SELECT a.account, a.debit, a.credit, BUILTIN.DF(a.account) AS name
                        FROM transactionaccountingline a WHERE a.transaction = ? ORDER BY a.transactionline""", id))
                .containsExactly(
                        "{\"account\":\"612\",\"debit\":\"12.34\",\"name\":\"Processing fees\"}",
                        "{\"account\":\"97\",\"credit\":\"12.34\",\"name\":\"Shopify clearing\"}");
    }

    @Test
    void a_journal_that_is_not_balanced_or_has_one_line_is_refused() {
        assertThat(netSuite.refused("journalEntry", journal("2026-06-15", "12.34", "12.35")))
                .isEqualTo("400 TRANS_UNBALNCD: Transaction was not in balance.");
        assertThat(netSuite.refused("journalEntry", """
                        {"subsidiary": {"id": "1"}, "line": {"items": [{"account": {"id": "612"}, "debit": 1}]}}""")).contains("at least two lines");
        assertThat(netSuite.refused("journalEntry", journal("2026-06-15", "0", "0")))
                .contains("either a debit or a credit");
        assertThat(netSuite.refused(
                        "journalEntry",
                        journal("2026-06-15", "1", "1")
                                .replace("\"97\"", "\"119\"")
                                .replace("entity", "x")))
                .contains("Please enter value(s) for: Name");
        assertThat(netSuite.simulator().records("journalEntry")).isEmpty();
    }

    @Test
    void a_closed_month_takes_no_posting_document_of_any_kind() {
        String invoice = netSuite.invoice("110", "1", "100");
        netSuite.simulator().bookkeeper().closePeriod(MAY);
        String sale = MoneyAccount.sale("110", "1", "5");
        String late = "{\"tranDate\": \"2026-05-31\",";
        String refusal = "400 USER_ERROR: The posting period of 2026-05-31 is closed. Choose a date in an open period.";
        for (String record : new String[] {"invoice", "cashSale", "creditMemo", "cashRefund"}) {
            assertThat(netSuite.refused(record, sale.replaceFirst("\\{", late))).isEqualTo(refusal);
        }
        assertThat(netSuite.refused("journalEntry", journal("2026-05-31", "1", "1")))
                .isEqualTo(refusal);
        assertThat(netSuite.refused(
                        "customerPayment",
                        MoneyAccount.payment(invoice, "1", "1").replaceFirst("\\{", late)))
                .isEqualTo(refusal);
        assertThat(netSuite.refused("customerDeposit", late + "\"customer\": {\"id\": \"110\"}, \"payment\": 1}"))
                .isEqualTo(refusal);
        assertThat(netSuite.refused("deposit", late + """
                        "account": {"id": "1"}, "other": {"items": [{"account": {"id": "97"}, "amount": 1}]}}""")).isEqualTo(refusal);
        netSuite.create("salesOrder", sale.replaceFirst("\\{", late));
        assertThat(netSuite.refused("invoice", sale.replaceFirst("\\{", "{\"tranDate\": \"2026-04-30\",")))
                .contains("closed");
        netSuite.simulator().bookkeeper().openPeriod(MAY);
        netSuite.create("invoice", sale.replaceFirst("\\{", late));
    }

    @Test
    void what_lies_in_a_month_that_was_closed_since_cannot_be_changed_or_deleted() {
        String invoice = netSuite.invoice("110", "1", "100");
        netSuite.simulator().bookkeeper().closePeriod(YearMonth.of(2026, 6));
        assertThat(TestAccount.refusal(netSuite.http().patch("invoice/" + invoice, "{\"memo\": \"x\"}")))
                .contains("closed");
        assertThat(TestAccount.refusal(netSuite.http().send("DELETE", TestAccount.RECORD + "invoice/" + invoice, "")))
                .contains("closed");
        assertThat(netSuite.simulator().record("invoice", invoice)).isPresent();
    }

    @Test
    void a_document_is_not_moved_out_of_a_closed_month() {
        String invoice = netSuite.create(
                "invoice", MoneyAccount.sale("110", "1", "5").replaceFirst("\\{", "{\"tranDate\": \"2026-05-31\","));
        netSuite.simulator().bookkeeper().closePeriod(MAY);
        assertThat(TestAccount.refusal(netSuite.http().patch("invoice/" + invoice, "{\"tranDate\": \"2026-06-01\"}")))
                .contains("2026-05-31 is closed");
    }

    @Test
    void periods_are_listed_and_documents_name_theirs() {
        String invoice = netSuite.invoice("110", "1", "100");
        assertThat(netSuite.http().rows("""
                        SELECT periodname, closed FROM accountingperiod
                        WHERE enddate < TO_DATE('2026-06-01', 'YYYY-MM-DD') ORDER BY startdate"""))
                .containsExactly(
                        "{\"periodname\":\"Apr 2026\",\"closed\":\"T\"}",
                        "{\"periodname\":\"May 2026\",\"closed\":\"F\"}");
        assertThat(netSuite.http().rows("""
                        SELECT p.periodname FROM transaction t JOIN accountingperiod p ON p.id = t.postingperiod
                        WHERE t.id = ?""", invoice)).containsExactly("{\"periodname\":\"Jun 2026\"}");
    }
}
