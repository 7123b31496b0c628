package dev.drayage.sync;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.SettingsException;
import dev.drayage.model.AccountId;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.OrderEdit;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Quantities and items that people change in the ERP's orders, told to the storefront that sold them. Both connectors must allow
 * it by a setting of their own. The storefront is edited first; then the ERP's order notes that the edit is agreed on, so that
 * what the storefront makes of it, such as new taxes, is followed by the order sync and is no conflict. It belongs beside an
 * order sync that {@linkplain OrderSyncs.Options#followingChanges follows changes}.
 *
 * <p>An order that was changed on both sides is parked as {@code CONFLICT} with both versions, and so is one in which people
 * changed something else than quantities and items.
 */
public final class OrderEditSyncs {
    private OrderEditSyncs() {}

    /** Edits of the ERP's people to a storefront; called {@code storefront-edits}. */
    public static Sync<OrderEdit> toStorefront(Connector erp, Connector storefront) {
        return toStorefront("storefront-edits", erp, storefront, SyncPolicy.defaults(Priority.ORDERS));
    }

    /**
     * The same under a name of the host's.
     *
     * @throws SettingsException if one of the two connectors is not allowed to
     */
    public static Sync<OrderEdit> toStorefront(String name, Connector erp, Connector storefront, SyncPolicy policy) {
        List<String> problems = new ArrayList<>();
        if (erp.source(RecordType.ORDER_EDIT).isEmpty()) {
            problems.add(erp.account() + " tells no edits of orders: its settings must allow corrections of orders");
        }
        if (storefront.sink(RecordType.ORDER_EDIT).isEmpty()) {
            problems.add(storefront.account() + " takes no edits of orders: its settings must allow them");
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return Sync.reading(name, erp, RecordType.ORDER_EDIT)
                .writing(storefront, RecordType.ORDER_EDIT)
                .writing(erp, RecordType.ORDER_EDIT)
                .policy(policy)
                .translation(new EditTranslation(erp.account(), storefront.account()))
                .build();
    }

    /**
     * From an edited order to what its storefront is told, and to the note in the order itself. Each edit has names of its own, so
     * that the note of one never follows the success of another.
     */
    private record EditTranslation(AccountId erp, AccountId storefront) implements Translation<OrderEdit> {
        @Override
        public Translated translate(OrderEdit edit) {
            if (!edit.channel().account().equals(storefront)) {
                return new Translated.Skip("its order came from another storefront");
            }
            Optional<String> order = OrderReference.find(edit.orderReferences(), OrderReference.Kind.CHANNEL_ORDER_ID);
            if (order.isEmpty()) {
                return new Translated.Skip("its order came from no storefront");
            }
            if (!edit.isEdited()) {
                return new Translated.Skip("it is as the storefront knows it");
            }
            if (!edit.otherEdits().isEmpty()) {
                return new Translated.Park(Violations.of(
                        ErrorCode.CONFLICT,
                        "lines",
                        "order " + order.get() + " was changed in the ERP in something else than quantities and items: "
                                + String.join("; ", edit.otherEdits())
                                + ", which its storefront cannot be told: change it there by hand, or take it back"));
            }
            if (edit.lines().stream().allMatch(line -> line.quantity().signum() == 0)) {
                return new Translated.Park(Violations.of(
                        ErrorCode.CHANGE_REFUSED,
                        "lines",
                        "order " + order.get()
                                + " has nothing left in the ERP: cancel it at the storefront, which decides"
                                + " what is given back"));
            }
            String edition = ContentDigest.of(edit);
            EffectKey told = new EffectKey(edit.ref(), storefront, "edit-" + edition);
            EffectKey agreed = new EffectKey(edit.ref(), erp, "agreed-" + edition);
            String lane = OrderLane.of(order.get());
            return Translated.effects(
                    Effect.of(told, lane, RecordType.ORDER_EDIT, edit, Effect.Mode.CREATE_ONCE),
                    Effect.of(agreed, lane, RecordType.ORDER_EDIT, edit, Effect.Mode.CREATE_ONCE)
                            .after(Set.of(told)));
        }
    }
}
