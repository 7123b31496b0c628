package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Numbers of documents, counted per prefix from 1001. Guarded by the account's lock. */
final class DocumentNumbers {
    private final Map<String, Long> last = new HashMap<>();

    /** Gives a transaction its number unless it has one. */
    void complete(RecordType type, ObjectNode draft) {
        if (type.isTransaction() && !Json.has(draft, "tranId")) {
            draft.put("tranId", type.prefix() + last.merge(type.prefix(), 1001L, (n, one) -> n + 1));
        }
    }
}
