package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Rules of customers: companies, persons and sub-customers. */
final class CustomerRules implements RecordRules {
    private final Account account;
    private long lastNumber = 1000;

    CustomerRules(Account account) {
        this.account = account;
    }

    @Override
    public void checkSent(ObjectNode sent) {
        if (Json.has(sent, "currencyList")
                && !account.settings().has(AccountPreference.MULTIPLE_CURRENCIES_PER_CUSTOMER)) {
            throw Refusal.userError("The field currencyList is not visible or editable: customers have one currency.");
        }
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        boolean person = Json.ticked(draft, "isPerson");
        String name = person
                ? (draft.path("firstName").asText("") + " "
                                + draft.path("lastName").asText(""))
                        .strip()
                : draft.path("companyName").asText("");
        if (name.isEmpty() && !Json.has(draft, "entityId")) {
            throw Refusal.missing(person ? "First Name, Last Name" : "Company Name");
        }
        if (!Json.has(draft, "entityId")) {
            boolean numbered = account.settings().has(AccountPreference.AUTO_NUMBERED_CUSTOMERS);
            draft.put("entityId", numbered ? "CUST" + ++lastNumber : name);
        }
        refuseTakenName(draft, before);
        followParent(draft, before);
        if (!Json.has(draft, "subsidiary")) {
            throw Refusal.missing("Subsidiary");
        }
        if (!Json.has(draft, "currency")) {
            draft.set("currency", Json.ref("1"));
        }
        keepOneDefault(draft, "defaultBilling");
        keepOneDefault(draft, "defaultShipping");
        long key = 0;
        for (ObjectNode row : Json.rows(draft, "addressBook")) {
            key = Math.max(key, row.path("internalId").asLong(0));
        }
        for (ObjectNode row : Json.rows(draft, "addressBook")) {
            if (!Json.has(row, "internalId")) {
                row.put("internalId", ++key);
            }
        }
    }

    /**
     * Subsidiary and, for want of one of their own, currency of a sub-customer are those of its parent. Only what is said
     * about the parent is checked, not what was so before.
     */
    private void followParent(ObjectNode draft, Optional<ObjectNode> before) {
        String parent = Json.refId(draft, "parent");
        boolean kept = before.filter(old -> Json.refId(old, "parent").equals(parent)
                        && Json.refId(old, "subsidiary").equals(Json.refId(draft, "subsidiary")))
                .isPresent();
        if (parent.isEmpty() || kept) {
            return;
        }
        ObjectNode company = account.references()
                .find("customer", parent)
                .map(found -> account.store().read(found))
                .filter(found -> !Json.ticked(found, "isInactive"))
                .orElseThrow(() -> Refusal.invalidReference("parent", parent, "parent"));
        TransformedFields.copy(company, draft, "subsidiary");
        TransformedFields.copy(company, draft, "currency");
        if (!Json.refId(draft, "subsidiary").equals(Json.refId(company, "subsidiary"))) {
            throw Refusal.invalidReference("subsidiary", Json.refId(draft, "subsidiary"), "subsidiary");
        }
    }

    /** The last address that is ticked as default is the default. */
    private static void keepOneDefault(ObjectNode draft, String flag) {
        boolean taken = false;
        List<ObjectNode> rows = Json.rows(draft, "addressBook");
        for (int i = rows.size() - 1; i >= 0; i--) {
            boolean ticked = Json.ticked(rows.get(i), flag);
            if (ticked && taken) {
                rows.get(i).put(flag, false);
            }
            taken |= ticked;
        }
    }

    /** The name is unique, and its refusal reads the same as that of a taken external id. */
    private void refuseTakenName(ObjectNode draft, Optional<ObjectNode> before) {
        String name = draft.path("entityId").asText();
        boolean kept =
                before.filter(old -> old.path("entityId").asText().equals(name)).isPresent();
        if (!kept && !account.store().lookup("entity", "entityid", name).isEmpty()) {
            throw Refusal.duplicate();
        }
    }
}
