package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The customer payment that an invoice is transformed into: it pays what is open, unless the request says otherwise. What
 * it came from shows only in what it is applied to.
 */
final class PaymentDraft {
    private final Account account;
    private final Settlement settlement;

    PaymentDraft(Account account, Settlement settlement) {
        this.account = account;
        this.settlement = settlement;
    }

    ObjectNode of(StoredRecord invoice, ObjectNode sent) {
        ObjectNode source = account.store().read(invoice);
        if (settlement.open(invoice).signum() == 0) {
            throw Refusal.userError("You can not initialize customerPayment: invalid reference " + invoice.id() + ".");
        }
        ObjectNode draft = BodyMerge.withoutNulls(sent);
        for (String field : List.of("subsidiary", "currency", "exchangeRate", "location", "department", "class")) {
            TransformedFields.copy(source, draft, field);
        }
        if (!draft.has("customer")) {
            draft.set("customer", source.get("entity"));
        }
        if (!draft.has("apply")) {
            ObjectNode row = draft.putObject("apply").putArray("items").addObject();
            row.set("doc", Json.ref(invoice.id()));
            row.put("line", 0).put("apply", true);
            if (Json.has(draft, "payment")) {
                row.put(ApplyList.AS_FAR_AS_OPEN, true);
            }
        }
        return draft;
    }
}
