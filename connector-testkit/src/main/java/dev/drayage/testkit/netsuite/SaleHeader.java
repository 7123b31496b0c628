package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Who buys, in which subsidiary and currency, and on which day: the part orders and cash sales have in common. */
final class SaleHeader {
    private final Account account;

    SaleHeader(Account account) {
        this.account = account;
    }

    void complete(ObjectNode draft) {
        String entity = Json.refId(draft, "entity");
        if (entity.isEmpty()) {
            throw Refusal.missing("Customer");
        }
        ObjectNode customer = account.references()
                .find("customer", entity)
                .map(found -> account.store().read(found))
                .orElseThrow(() -> Refusal.invalidReference("entity", entity, "entity"));
        if (Json.ticked(customer, "isInactive")) {
            throw Refusal.invalidReference("entity", entity, "entity");
        }
        takeSubsidiary(draft, customer);
        takeCurrency(draft, customer);
        defaultDay(draft, account.today());
    }

    /** Refuses a posting document in a closed period. */
    void checkPeriod(ObjectNode draft) {
        LocalDate day = LocalDate.parse(draft.path("tranDate").asText());
        boolean closed = account.settings()
                .closedThrough()
                .filter(last -> !day.isAfter(last))
                .isPresent();
        if (closed) {
            throw Refusal.userError("The posting period of " + day + " is closed. Choose a date in an open period.");
        }
    }

    static void defaultDay(ObjectNode draft, LocalDate today) {
        if (!Json.has(draft, "tranDate")) {
            draft.put("tranDate", today.toString());
        }
    }

    private static void takeSubsidiary(ObjectNode draft, ObjectNode customer) {
        String own = Json.refId(customer, "subsidiary");
        if (!Json.has(draft, "subsidiary")) {
            draft.set("subsidiary", Json.ref(own));
        } else if (!Json.refId(draft, "subsidiary").equals(own)) {
            throw Refusal.invalidReference("subsidiary", Json.refId(draft, "subsidiary"), "subsidiary");
        }
    }

    private void takeCurrency(ObjectNode draft, ObjectNode customer) {
        if (!Json.has(draft, "currency")) {
            draft.set("currency", Json.ref(Json.refId(customer, "currency")));
        }
        String wanted = Json.refId(draft, "currency");
        boolean primary = wanted.equals(Json.refId(customer, "currency"));
        boolean listed = false;
        for (JsonNode row : Json.rows(customer, "currencyList")) {
            listed |= wanted.equals(Json.refId(row, "currency"));
        }
        if (!primary && !listed) {
            throw Refusal.invalidFieldValue(wanted, "currency", "currency");
        }
        if (!Json.has(draft, "exchangeRate")) {
            BigDecimal rate = account.references()
                    .find("currency", wanted)
                    .map(found -> Json.number(account.store().read(found), "exchangeRate"))
                    .orElse(BigDecimal.ZERO);
            draft.put("exchangeRate", rate.signum() == 0 ? BigDecimal.ONE : rate);
        }
    }
}
