package dev.drayage.sync;

import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.CustomFields;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.OrderProgress;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedPackage;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From the ERP's item fulfillment to the storefront's shipment confirmations, one per parcel, and to the step that is
 * written back to the ERP's order after the storefront has accepted them all.
 */
final class ShipmentConfirmationTranslation implements Translation<ItemFulfillment> {
    private static final Duration RECHECK = Duration.ofMinutes(30);

    private final AccountId erp;
    private final AccountId storefront;
    private final FulfillmentSyncs.ConfirmationOptions options;

    ShipmentConfirmationTranslation(AccountId erp, AccountId storefront, FulfillmentSyncs.ConfirmationOptions options) {
        this.erp = erp;
        this.storefront = storefront;
        this.options = options;
    }

    @Override
    public Translated translate(ItemFulfillment shipment) {
        if (shipment.channel().isEmpty()) {
            return new Translated.Skip("its order came from no storefront");
        }
        if (!shipment.channel().get().account().equals(storefront)) {
            return new Translated.Skip("its order came from another storefront");
        }
        if (!options.confirmSellerFulfilledPrime()
                && shipment.channel().get().programs().contains("PRIME")) {
            return new Translated.Skip("seller-fulfilled Prime: the label bought at the channel confirms it");
        }
        Optional<String> order = shipment.orderReference(OrderReference.Kind.CHANNEL_ORDER_ID);
        if (order.isEmpty()) {
            return park(
                    ErrorCode.RECORD_UNREADABLE,
                    "fulfillment " + name(shipment) + " does not tell the channel's order id");
        }
        return switch (shipment.status()) {
            case PICKED, PACKED ->
                new Translated.Withdraw(confirmations(shipment, order.get()), "not handed to the carrier");
            case VOIDED -> voided(shipment, order.get());
            case SHIPPED -> confirm(shipment, order.get());
        };
    }

    private Translated confirm(ItemFulfillment shipment, String order) {
        if (shipment.lines().isEmpty()) {
            return park(ErrorCode.RECORD_UNREADABLE, "fulfillment " + name(shipment) + " names no line that left");
        }
        boolean untracked = shipment.packages().isEmpty()
                || shipment.packages().stream()
                        .anyMatch(parcel -> parcel.trackingNumbers().isEmpty());
        if (untracked && options.requireTracking()) {
            return new Translated.Hold(
                    new Violation(
                            ErrorCode.TRACKING_MISSING,
                            "packages",
                            "fulfillment " + name(shipment) + " of order " + order + " has no tracking number yet"),
                    RECHECK,
                    shipment.shippedAt().plus(options.alarmAfter()));
        }
        List<ShippedPackage> parcels;
        try {
            parcels = PackageContents.complete(shipment);
        } catch (IllegalArgumentException e) {
            return park(ErrorCode.QUANTITY_EXCEEDED, "fulfillment " + name(shipment) + ": " + e.getMessage());
        }
        List<Effect<?>> effects = new ArrayList<>();
        Set<EffectKey> confirmations = new LinkedHashSet<>();
        for (ShippedPackage parcel : parcels) {
            Effect<ItemFulfillment> confirmation =
                    confirmation(shipment, parcel, order).after(twins(shipment, parcels, parcel));
            confirmations.add(confirmation.key());
            effects.add(confirmation);
        }
        if (options.tellProgress()) {
            effects.add(progress(shipment).after(confirmations));
        }
        CustomFields orderFields = options.orderFields().apply(shipment);
        if (!orderFields.names().isEmpty()) {
            effects.add(orderFields(shipment, order, orderFields).after(confirmations));
        }
        return new Translated.Effects(effects);
    }

    /**
     * Earlier parcels with the same tracking and the same contents: a storefront that takes no key tells them apart only if the
     * one is known before the other is told.
     */
    private Set<EffectKey> twins(ItemFulfillment shipment, List<ShippedPackage> parcels, ShippedPackage parcel) {
        Set<EffectKey> twins = new LinkedHashSet<>();
        for (ShippedPackage earlier : parcels.subList(0, parcels.indexOf(parcel))) {
            if (earlier.trackingNumbers().equals(parcel.trackingNumbers())
                    && Set.copyOf(earlier.contents()).equals(Set.copyOf(parcel.contents()))) {
                twins.add(key(shipment, earlier));
            }
        }
        return twins;
    }

    /** A storefront that can take a parcel back is told so; else a person must act if it was told of one. */
    private Translated voided(ItemFulfillment shipment, String order) {
        List<Effect<?>> told = confirmations(shipment, order);
        return options.takeBack()
                ? new Translated.Effects(
                        told.stream().<Effect<?>>map(Effect::voiding).toList())
                : new Translated.Withdraw(told, "voided in the ERP");
    }

    private EffectKey key(ItemFulfillment shipment, ShippedPackage parcel) {
        return new EffectKey(
                shipment.ref(), storefront, "package-" + parcel.reference().replace(' ', '-'));
    }

    /** What confirming the parcels as they are told would be, complete or not. */
    private List<Effect<?>> confirmations(ItemFulfillment shipment, String order) {
        return shipment.packages().stream()
                .<Effect<?>>map(parcel -> confirmation(shipment, parcel, order))
                .toList();
    }

    private Effect<ItemFulfillment> confirmation(ItemFulfillment shipment, ShippedPackage parcel, String order) {
        return Effect.of(
                key(shipment, parcel),
                OrderLane.of(order),
                RecordType.ITEM_FULFILLMENT,
                single(shipment, parcel),
                Effect.Mode.CREATE_OR_UPDATE);
    }

    private ItemFulfillment single(ItemFulfillment shipment, ShippedPackage parcel) {
        return ItemFulfillment.builder()
                .from(shipment)
                .lines(parcel.contents())
                .packages(List.of(parcel))
                .customFields(CustomFields.none())
                .build();
    }

    private Effect<OrderProgress> progress(ItemFulfillment shipment) {
        OrderProgress progress = OrderProgress.builder()
                .ref(shipment.ref())
                .orderReferences(shipment.orderReferences())
                .stage(OrderProgress.Stage.FULFILLMENT_PROCESSED)
                .build();
        return Effect.of(
                new EffectKey(shipment.ref(), erp, "progress"),
                OrderLane.of(shipment.orderReferences()),
                RecordType.ORDER_PROGRESS,
                progress,
                Effect.Mode.CREATE_OR_UPDATE);
    }

    /** Fields of the storefront's order, which it takes by a call of its own. */
    private Effect<OrderProgress> orderFields(ItemFulfillment shipment, String order, CustomFields fields) {
        OrderProgress progress = OrderProgress.builder()
                .ref(shipment.ref())
                .orderReferences(shipment.orderReferences())
                .stage(OrderProgress.Stage.FULFILLMENT_PROCESSED)
                .customFields(fields)
                .build();
        return Effect.of(
                new EffectKey(shipment.ref(), storefront, "orderFields"),
                OrderLane.of(order),
                RecordType.ORDER_PROGRESS,
                progress,
                Effect.Mode.CREATE_OR_UPDATE);
    }

    private static Translated park(ErrorCode code, String message) {
        return new Translated.Park(Violations.of(code, "", message));
    }

    private static String name(ItemFulfillment shipment) {
        return shipment.ref().id();
    }
}
