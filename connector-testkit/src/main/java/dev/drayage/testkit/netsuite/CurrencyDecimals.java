package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** To how many decimals the account keeps amounts: those of the document's currency, two where its record names none. */
final class CurrencyDecimals {
    private static final int USUAL = 2;

    private final Account account;

    CurrencyDecimals(Account account) {
        this.account = account;
    }

    int of(ObjectNode document) {
        return account.references()
                .find("currency", Json.refId(document, "currency"))
                .map(found -> account.store().read(found))
                .filter(currency -> Json.has(currency, "currencyPrecision"))
                .map(currency -> Json.number(currency, "currencyPrecision").intValue())
                .orElse(USUAL);
    }

    /** An amount of the document, as the account keeps it. */
    BigDecimal round(BigDecimal amount, ObjectNode document) {
        return amount.setScale(of(document), RoundingMode.HALF_UP);
    }
}
