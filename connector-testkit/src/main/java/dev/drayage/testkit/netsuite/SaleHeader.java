package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Who buys, in which subsidiary and currency, and on which day: the part orders and cash sales have in common. */
final class SaleHeader {
    private final Account account;

    SaleHeader(Account account) {
        this.account = account;
    }

    void complete(ObjectNode draft) {
        complete(draft, "entity");
    }

    /** The same for documents that name who pays in another field. */
    void complete(ObjectNode draft, String field) {
        String entity = Json.refId(draft, field);
        if (entity.isEmpty()) {
            throw Refusal.missing("Customer");
        }
        ObjectNode customer = account.references()
                .find("customer", entity)
                .map(found -> account.store().read(found))
                .orElseThrow(() -> Refusal.invalidReference("entity", entity, field));
        if (Json.ticked(customer, "isInactive")) {
            throw Refusal.invalidReference("entity", entity, field);
        }
        takeSubsidiary(draft, customer);
        takeCurrency(draft, customer);
        defaultDay(draft, account.today());
    }

    /** Refuses a posting document in a closed period. */
    void checkPeriod(ObjectNode draft) {
        account.periods().check(draft);
    }

    /** The same for a document that is changed: the day that it had must be open as well. */
    void checkPeriod(ObjectNode draft, Optional<ObjectNode> before) {
        before.ifPresent(old -> account.periods()
                .refuseClosed(LocalDate.parse(old.path("tranDate").asText())));
        checkPeriod(draft);
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
        completeRate(draft);
    }

    /** The rate of the document's currency, as the currency list has it, unless one was sent. */
    void completeRate(ObjectNode draft) {
        if (!Json.has(draft, "exchangeRate")) {
            BigDecimal rate = account.references()
                    .find("currency", Json.refId(draft, "currency"))
                    .map(found -> Json.number(account.store().read(found), "exchangeRate"))
                    .orElse(BigDecimal.ZERO);
            draft.put("exchangeRate", rate.signum() == 0 ? BigDecimal.ONE : rate);
        }
    }
}
