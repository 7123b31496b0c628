package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;

/**
 * Writes buyer and recipient, and leaves out what Amazon leaves out without a word: everything while the order is
 * pending, person fields without the restricted roles, and of orders shipped by Amazon the email, telephone, name and
 * street.
 */
final class PersonJson {
    private PersonJson() {}

    static void write(ObjectNode json, StoredOrder stored, Set<IncludedData> data, Set<Role> roles, Instant now) {
        if (stored.status().pending()) {
            return;
        }
        SimulatedOrder order = stored.order();
        if (data.contains(IncludedData.BUYER)) {
            order.buyer().ifPresent(buyer -> buyer(json.putObject("buyer"), stored, buyer, roles));
        }
        if (data.contains(IncludedData.RECIPIENT)) {
            order.recipient()
                    .ifPresent(address -> address(
                            json.putObject("recipient").putObject("deliveryAddress"), stored, address, roles, now));
        }
    }

    private static void buyer(ObjectNode json, StoredOrder stored, SimulatedBuyer buyer, Set<Role> roles) {
        if (roles.contains(Role.TAX_REMITTANCE)) {
            text(json, "buyerName", buyer.name());
        }
        if (roles.contains(Role.DIRECT_TO_CONSUMER_SHIPPING)
                && stored.order().fulfilledBy() == FulfilledBy.MERCHANT
                && stored.status() != FulfillmentStatus.CANCELLED
                && stored.status() != FulfillmentStatus.UNFULFILLABLE) {
            text(json, "buyerEmail", buyer.email());
        }
        text(json, "buyerCompanyName", buyer.companyName());
        text(json, "buyerPurchaseOrderNumber", buyer.purchaseOrderNumber());
    }

    private static void address(
            ObjectNode json, StoredOrder stored, SimulatedAddress address, Set<Role> roles, Instant now) {
        boolean opened = roles.contains(Role.DIRECT_TO_CONSUMER_SHIPPING);
        boolean merchant = stored.order().fulfilledBy() == FulfilledBy.MERCHANT;
        if (opened && merchant) {
            text(json, "name", address.name());
            text(json, "companyName", address.companyName());
            text(json, "addressLine1", address.addressLine1());
            text(json, "addressLine2", address.addressLine2());
            text(json, "addressLine3", address.addressLine3());
        }
        text(json, "city", address.city());
        text(json, "stateOrRegion", address.stateOrRegion());
        if (opened) {
            text(json, "postalCode", address.postalCode());
        }
        text(json, "countryCode", address.countryCode());
        if (opened && merchant && !deliveredLongAgo(stored, now)) {
            text(json, "phone", address.phone());
        }
        text(json, "addressType", address.addressType());
    }

    /** The telephone of a shipped order goes once the latest promised delivery has passed. */
    private static boolean deliveredLongAgo(StoredOrder stored, Instant now) {
        return stored.status() == FulfillmentStatus.SHIPPED
                && stored.order()
                        .deliverBy()
                        .map(window -> now.isAfter(window.latest()))
                        .orElse(false);
    }

    private static void text(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
