package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;

/** The small shop's account with a chart of accounts, a second currency, and customers to sell to. */
final class MoneyAccount implements AutoCloseable {
    static final String BANK = "1";
    static final String EURO_BANK = "2";
    static final String CLEARING = "97";
    static final String FEES = "612";
    static final String UNDEPOSITED = "116";
    static final String RECEIVABLE = "119";

    private final TestAccount netSuite;

    private MoneyAccount(UnaryOperator<NetSuiteSimulatorBuilder> settings) {
        netSuite = TestAccount.open(
                builder -> settings.apply(builder.with(AccountPreference.BILL_IN_ADVANCE_OF_FULFILLMENT)
                        .seed(Seed.of("currency", "{\"id\": 1, \"name\": \"USD\", \"symbol\": \"USD\"}"))
                        .seed(Seed.currency(2, "EUR", new BigDecimal("1.10"), 2))
                        .seed(Seed.account(1, "Checking", AccountKind.BANK))
                        .seed(Seed.account(2, "Euro bank", AccountKind.BANK, "2"))
                        .seed(Seed.account(97, "Shopify clearing", AccountKind.OTHER_CURRENT_ASSET))
                        .seed(Seed.account(612, "Processing fees", AccountKind.EXPENSE))
                        .seed(Seed.account(116, "Undeposited funds", AccountKind.UNDEPOSITED_FUNDS))
                        .seed(Seed.account(119, "Accounts receivable", AccountKind.ACCOUNTS_RECEIVABLE))
                        .seed(Seed.account(54, "Sales", AccountKind.INCOME))
                        .seed(Seed.account(109, "Sales tax", AccountKind.SALES_TAX))
                        .seed(Seed.account(133, "Customer deposits", AccountKind.CUSTOMER_DEPOSITS))
                        .seed(Seed.company(111, "Acme"))
                        .seed(Seed.of("customer", """
                                {"id": 112, "companyName": "Euro buyer", "subsidiary": {"id": "1"}, "currency": {"id": "1"},
                                 "currencyList": {"items": [{"currency": {"id": "2"}}]}}"""))
                        .seed(Seed.item("otherChargeSaleItem", 78, "FEE", new BigDecimal("100.00")))));
    }

    static MoneyAccount open() {
        return new MoneyAccount(settings -> settings);
    }

    static MoneyAccount open(UnaryOperator<NetSuiteSimulatorBuilder> settings) {
        return new MoneyAccount(settings);
    }

    TestAccount http() {
        return netSuite;
    }

    NetSuiteSimulator simulator() {
        return netSuite.simulator();
    }

    String create(String path, String body) {
        return netSuite.created(netSuite.post(path, body));
    }

    /** Status, code and sentence of a create that must not succeed. */
    String refused(String path, String body) {
        HttpResponse<String> answer = netSuite.post(path, body);
        if (answer.statusCode() < 400) {
            throw new AssertionError("not refused: " + path + " " + body);
        }
        return TestAccount.refusal(answer);
    }

    /** An invoice of a company over a round amount, of a charge that moves no goods. */
    String invoice(String customer, String currency, String amount) {
        return create("invoice", sale(customer, currency, amount));
    }

    static String sale(String customer, String currency, String amount) {
        return """
                {"entity": {"id": "%s"}, "currency": {"id": "%s"}, "location": {"id": "6"},
                 "item": {"items": [{"item": {"id": "78"}, "quantity": 1, "price": {"id": "-1"}, "rate": %s}]}}
                """.formatted(customer, currency, amount);
    }

    /** A payment of 110 in dollars that is applied to one invoice. */
    static String payment(String invoice, String payment, String applied) {
        return """
                {"customer": {"id": "110"}, "currency": {"id": "1"}, "payment": %s,
                 "apply": {"items": [{"doc": {"id": "%s"}, "line": 0, "apply": true, "amount": %s}]}}
                """.formatted(payment, invoice, applied);
    }

    JsonNode read(String path) {
        return netSuite.get(path + "?expandSubResources=true");
    }

    String status(String recordType, String id) {
        return simulator().record(recordType, id).orElseThrow().status();
    }

    BigDecimal balance(String accountId) {
        return simulator().books().balance(accountId, "1");
    }

    @Override
    public void close() {
        netSuite.close();
    }
}
