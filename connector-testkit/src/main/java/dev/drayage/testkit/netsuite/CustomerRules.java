package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Rules of customers: companies, persons and sub-customers. */
final class CustomerRules implements RecordRules {
    private final Account account;
    private long lastNumber = 1000;

    CustomerRules(Account account) {
        this.account = account;
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
        if (!Json.has(draft, "subsidiary")) {
            throw Refusal.missing("Subsidiary");
        }
        if (!Json.has(draft, "currency")) {
            draft.set("currency", Json.ref("1"));
        }
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
