package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The documents of money as queries see them, and how they hang together. */
class MoneyTablesTest {
    private static final String LINKS = """
            SELECT l.previousdoc, l.previoustype, l.nextdoc, l.nexttype, l.linktype, l.foreignamount
            FROM NextTransactionLineLink l WHERE l.previousdoc = ? ORDER BY l.nextdoc, l.linktype""";

    private final MoneyAccount netSuite = MoneyAccount.open();
    private final Bookkeeper bookkeeper = netSuite.simulator().bookkeeper();

    @AfterEach
    void close() {
        netSuite.close();
    }

    private static String link(String from, String fromType, String to, String toType, String type, String amount) {
        return ("{\"previousdoc\":\"%s\",\"previoustype\":\"%s\",\"nextdoc\":\"%s\",\"nexttype\":\"%s\","
                        + "\"linktype\":\"%s\",\"foreignamount\":\"%s\"}")
                .formatted(from, fromType, to, toType, type, amount);
    }

    @Test
    void links_lead_from_an_order_to_its_deposit_bill_payment_and_credit() {
        String order = netSuite.http().order("SHOP-1");
        String deposit = bookkeeper.enterDeposit(order, new BigDecimal("20"));
        String invoice = netSuite.create("salesOrder/" + order + "/!transform/invoice", "{}");
        String application = bookkeeper.applyDeposit(deposit, invoice, new BigDecimal("20"));
        String payment = bookkeeper.enterPayment(invoice, new BigDecimal("19.95"));
        String credit = bookkeeper.credit(invoice, "{\"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 1}]}}");
        assertThat(netSuite.http().rows(LINKS, order))
                .containsExactly(
                        link(order, "SalesOrd", deposit, "CustDep", "OrdDep", "20"),
                        link(order, "SalesOrd", invoice, "CustInvc", "OrdBill", "79.9"));
        assertThat(netSuite.http().rows(LINKS, deposit))
                .containsExactly(link(deposit, "CustDep", application, "DepAppl", "DepAppl", "20"));
        assertThat(netSuite.http().rows(LINKS, invoice))
                .containsExactly(
                        link(invoice, "CustInvc", application, "DepAppl", "Payment", "20"),
                        link(invoice, "CustInvc", payment, "CustPymt", "Payment", "19.95"),
                        link(invoice, "CustInvc", credit, "CustCred", "Payment", "39.95"),
                        link(invoice, "CustInvc", credit, "CustCred", "SaleRet", "39.95"));
        assertThat(netSuite.http().rows("""
                        SELECT previousdoc, linktype FROM PreviousTransactionLineLink
                        WHERE nextdoc = ? AND linktype = 'Payment'""", payment))
                .containsExactly("{\"previousdoc\":\"" + invoice + "\",\"linktype\":\"Payment\"}");
    }

    @Test
    void links_lead_from_a_cash_sale_to_its_refund_and_from_both_to_the_bank() {
        String sale = netSuite.create("cashSale", MoneyAccount.sale("110", "1", "100"));
        String refund =
                bookkeeper.refund(sale, "{\"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 1, \"rate\": 30}]}}");
        String bank = bookkeeper.deposit(MoneyAccount.BANK, List.of(sale, refund));
        assertThat(netSuite.http().rows(LINKS, sale))
                .containsExactly(
                        link(sale, "CashSale", refund, "CashRfnd", "SaleRet", "30"),
                        link(sale, "CashSale", bank, "Deposit", "Deposit", "100"));
        assertThat(netSuite.http().rows(LINKS, refund))
                .containsExactly(link(refund, "CashRfnd", bank, "Deposit", "Deposit", "-30"));
        String paid = netSuite.create("customerDeposit", "{\"customer\": {\"id\": \"110\"}, \"payment\": 5}");
        String payout = bookkeeper.payOut("customerDeposit", paid, BigDecimal.ONE, MoneyAccount.BANK);
        assertThat(netSuite.http().rows(LINKS, paid))
                .containsExactly(link(paid, "CustDep", payout, "CustRfnd", "DepRfnd", "1"));
    }

    @Test
    void the_query_of_payments_applied_to_an_invoice_answers() {
        String invoice = netSuite.invoice("110", "1", "100");
        bookkeeper.enterPayment(invoice, new BigDecimal("60"));
        assertThat(netSuite.http().rows("""
                        SELECT DISTINCT l.previousdoc AS invoice_id, p.tranid, p.type, p.foreigntotal, l.foreignamount,
                               BUILTIN.DF(p.status) AS st
                        FROM NextTransactionLineLink l JOIN transaction p ON p.id = l.nextdoc
                        WHERE l.linktype = 'Payment' AND l.previousdoc IN (?)""", invoice))
                .containsExactly("{\"invoice_id\":\"" + invoice + "\",\"tranid\":\"PYMT1001\",\"type\":\"CustPymt\","
                        + "\"foreigntotal\":\"60\",\"foreignamount\":\"60\",\"st\":\"Payment : Not Deposited\"}");
    }

    @Test
    void every_type_has_its_code_and_total_and_customer() {
        String invoice = netSuite.invoice("112", "2", "100");
        netSuite.create(
                "invoice/" + invoice + "/!transform/creditMemo",
                "{\"item\": {\"items\": [{\"line\": 1, \"quantity\": 1, \"rate\": 25}]}}");
        bookkeeper.enterPayment(invoice, new BigDecimal("50"));
        String sale = netSuite.create("cashSale", MoneyAccount.sale("112", "2", "8"));
        bookkeeper.refund(sale, "{}");
        String deposit = netSuite.create(
                "customerDeposit", "{\"customer\": {\"id\": \"112\"}, \"currency\": {\"id\": \"2\"}, \"payment\": 5}");
        bookkeeper.payOut("customerDeposit", deposit, BigDecimal.ONE, MoneyAccount.EURO_BANK);
        assertThat(netSuite.http().rows("""
                        SELECT type, entity, foreigntotal AS f, total AS t, foreignamountunpaid AS u, posting
                        FROM transaction ORDER BY id"""))
                .containsExactly(
                        "{\"type\":\"CustInvc\",\"entity\":\"112\",\"f\":\"100\",\"t\":\"110\",\"u\":\"25\",\"posting\":\"T\"}",
                        "{\"type\":\"CustCred\",\"entity\":\"112\",\"f\":\"-25\",\"t\":\"-27.5\",\"u\":\"0\",\"posting\":\"T\"}",
                        "{\"type\":\"CustPymt\",\"entity\":\"112\",\"f\":\"50\",\"t\":\"55\",\"posting\":\"T\"}",
                        "{\"type\":\"CashSale\",\"entity\":\"112\",\"f\":\"8\",\"t\":\"8.8\",\"posting\":\"T\"}",
                        "{\"type\":\"CashRfnd\",\"entity\":\"112\",\"f\":\"-8\",\"t\":\"-8.8\",\"posting\":\"T\"}",
                        "{\"type\":\"CustDep\",\"entity\":\"112\",\"f\":\"5\",\"t\":\"5.5\",\"posting\":\"T\"}",
                        "{\"type\":\"CustRfnd\",\"entity\":\"112\",\"f\":\"-1\",\"t\":\"-1.1\",\"posting\":\"T\"}");
        assertThat(netSuite.http().rows("""
                        SELECT tl.quantity, tl.foreignamount, tl.rate FROM transactionline tl
                        JOIN transaction t ON t.id = tl.transaction WHERE t.type = 'CashRfnd' AND tl.mainline = 'F'"""))
                .containsExactly("{\"quantity\":\"1\",\"foreignamount\":\"8\",\"rate\":\"8\"}");
    }

    @Test
    void a_payment_makes_its_invoice_show_as_changed() {
        String invoice = netSuite.invoice("110", "1", "100");
        netSuite.http().clock().advance(Duration.ofHours(2));
        String unpaid = "SELECT foreignamountunpaid AS u, TO_CHAR(SYS_EXTRACT_UTC(lastmodifieddate), 'HH24') AS at"
                + " FROM transaction WHERE type = 'CustInvc'";
        assertThat(netSuite.http().rows(unpaid)).containsExactly("{\"u\":\"100\",\"at\":\"16\"}");
        bookkeeper.enterPayment(invoice, new BigDecimal("60"));
        assertThat(netSuite.http().rows(unpaid)).containsExactly("{\"u\":\"40\",\"at\":\"18\"}");
    }

    @Test
    void lines_of_an_order_say_how_much_of_them_is_billed() {
        String order = netSuite.http().order("SHOP-1");
        netSuite.create(
                "salesOrder/" + order + "/!transform/invoice",
                "{\"custbody_channel_order_id\": \"5552\", \"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 1}]}}");
        assertThat(netSuite.http().rows("""
                        SELECT tl.quantity, tl.quantitybilled, tl.quantityshiprecv FROM transactionline tl
                        WHERE tl.transaction = ? AND tl.mainline = 'F'""", order))
                .containsExactly("{\"quantity\":\"-2\",\"quantitybilled\":\"1\",\"quantityshiprecv\":\"0\"}");
        assertThat(netSuite.http().rows("""
                        SELECT t.custbody_channel_order_id AS c FROM transaction t
                        JOIN transactionline tl ON tl.transaction = t.id AND tl.mainline = 'T'
                        WHERE t.type = 'CustInvc' AND tl.createdfrom = ?""", order)).containsExactly("{\"c\":\"5552\"}");
    }

    @Test
    void the_chart_of_accounts_is_listed() {
        assertThat(netSuite.http().rows("SELECT id, acctname FROM account WHERE accttype = 'Bank' ORDER BY id"))
                .containsExactly(
                        "{\"id\":\"1\",\"acctname\":\"Checking\"}", "{\"id\":\"2\",\"acctname\":\"Euro bank\"}");
    }
}
