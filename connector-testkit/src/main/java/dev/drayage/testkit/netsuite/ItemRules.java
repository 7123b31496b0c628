package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Rules of items of every kind: a name, used once. */
final class ItemRules implements RecordRules {
    private final Account account;

    ItemRules(Account account) {
        this.account = account;
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        String name = draft.path("itemId").asText("");
        if (name.isEmpty()) {
            throw Refusal.missing("Item Name/Number");
        }
        ItemPrices.complete(draft);
        boolean kept =
                before.filter(old -> old.path("itemId").asText().equals(name)).isPresent();
        if (!kept && !account.store().lookup("item", "itemid", name).isEmpty()) {
            throw Refusal.duplicate();
        }
    }
}
