package dev.drayage.testkit.shipstation;

import java.util.List;
import java.util.Map;

/**
 * The people who work with the account's screens. Shipments are named by the depositor's external id or by
 * ShipStation's; lines by {@code external_order_item_id}, {@code item_id}, or, if they have no external id, by SKU.
 * Thread-safe.
 *
 * <p>All commands throw {@code IllegalArgumentException} for what is not known and {@code IllegalStateException} for
 * what the status does not allow.
 */
public final class ShippingDesk {
    private final Account account;
    private final Despatch despatch;

    ShippingDesk(Account account, Despatch despatch) {
        this.account = account;
        this.despatch = despatch;
    }

    /** Buys a label for what the packing takes; the rest, if any, becomes a pending shipment of its own. */
    public Label buyLabel(String shipment, Packing packing) {
        synchronized (account) {
            return despatch.buy(account.named(shipment), packing, LabelStatus.COMPLETED);
        }
    }

    /** Asks for a label as {@link #buyLabel} does, which takes its time. */
    public Label requestLabel(String shipment, Packing packing) {
        synchronized (account) {
            return despatch.buy(account.named(shipment), packing, LabelStatus.PROCESSING);
        }
    }

    /** A label that was asked for is made. */
    public Label completeLabel(String labelId) {
        synchronized (account) {
            return despatch.made(labelId, true);
        }
    }

    /** A label that was asked for cannot be made; the shipment is pending again. */
    public Label failLabel(String labelId) {
        synchronized (account) {
            return despatch.made(labelId, false);
        }
    }

    /** Buys a label for the way back. */
    public Label buyReturnLabel(String shipment) {
        synchronized (account) {
            return despatch.buyReturn(account.named(shipment).facts());
        }
    }

    /** Takes a label back; a shipment without another one is pending again. */
    public Label voidLabel(String labelId) {
        synchronized (account) {
            return despatch.voidLabel(labelId);
        }
    }

    /** Marks all of a shipment as shipped, without a label. */
    public Fulfillment markShipped(String shipment, String carrierCode, String trackingNumber) {
        return markShipped(shipment, Map.of(), carrierCode, trackingNumber);
    }

    /** Marks so many pieces of some lines as shipped; the rest becomes a pending shipment of its own. */
    public Fulfillment markShipped(
            String shipment, Map<String, Integer> pieces, String carrierCode, String trackingNumber) {
        synchronized (account) {
            return despatch.markShipped(account.named(shipment), pieces, trackingNumber, carrierCode, account.today());
        }
    }

    /** Takes a fulfillment back; a shipment without another one is pending again. */
    public Fulfillment voidFulfillment(String fulfillmentId) {
        synchronized (account) {
            return despatch.voidFulfillment(fulfillmentId);
        }
    }

    /**
     * Moves so many pieces of some lines to a new pending shipment, and answers it. It keeps the
     * {@code shipment_number}, and its items their {@code external_order_item_id}; nothing else in the API ties it to
     * the original. Its external id goes by {@link SplitIdentity}.
     */
    public Shipment split(String shipment, Map<String, Integer> pieces) {
        synchronized (account) {
            return despatch.split(account.named(shipment), pieces);
        }
    }

    /** Somebody begins to work on the shipment: it can no longer be updated through the API. */
    public void startProcessing(String shipment) {
        synchronized (account) {
            despatch.startProcessing(account.named(shipment).facts());
        }
    }

    /** Cancels a shipment that has not left. */
    public void cancel(String shipment) {
        synchronized (account) {
            despatch.cancel(account.named(shipment).facts());
        }
    }

    /** Corrects the tracking numbers of a label, one for each carton. */
    public Label changeTracking(String labelId, List<String> trackingNumbers) {
        synchronized (account) {
            return despatch.changeTracking(labelId, trackingNumbers);
        }
    }

    /** Corrects the tracking number of a fulfillment. */
    public Fulfillment changeFulfillmentTracking(String fulfillmentId, String trackingNumber) {
        synchronized (account) {
            account.change(account.fulfillment(fulfillmentId).withTrackingNumber(trackingNumber));
            return account.fulfillment(fulfillmentId);
        }
    }
}
