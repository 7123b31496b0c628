package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Lot and serial numbers come into being with the goods that carry them; they cannot be entered on their own. */
final class InventoryNumberRules implements RecordRules {
    @Override
    public void checkSent(ObjectNode sent) {
        throw Refusal.userError("Inventory numbers come from receipts and adjustments and cannot be entered.");
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {}
}
