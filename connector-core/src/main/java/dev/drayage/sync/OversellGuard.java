package dev.drayage.sync;

import dev.drayage.call.SystemTimeSource;
import dev.drayage.call.TimeSource;
import dev.drayage.error.SettingsException;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.RecordSource;
import dev.drayage.store.SyncStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Keeps storefronts from selling what is sold already. Between a sale and the moment in which the ERP's stock shows it, the stock is
 * too high for every storefront, the one that sold it included, because it is told an absolute number. The guard stands around the
 * connectors: it notes each order as it is read, and takes the units of orders that the ERP does not show yet off the stock that
 * is told. Stock whose promise changes that way is told anew, though the ERP's number did not move.
 *
 * <pre>{@code
 * OversellGuard guard = OversellGuard.open(store, "default", netsuite, OversellGuard.Options.standard());
 * OrderSyncs.orders("shopify-orders", guard.watching(shop), netsuite, ...);
 * PromiseSyncs.toStorefront("shop-stock", guard.stock("shop-stock"), shop, ...);
 * }</pre>
 *
 * <p>An order is taken off from when it is read until it was booked, by the ledger, and the ERP's queries had time to show it.
 * Orders that the channel ships itself are left alone. Where the order sync stands still, because the ERP cannot be written, the
 * guard reads the storefront's orders itself. While the ERP cannot be read, known orders are taken off the last number
 * that it told. Once that number is older than {@link Options#staleAfter}, a listener is told, and promises are held or lowered to a
 * floor. Thread-safe; one guard for one ERP account, in the process whose engine runs these syncs.
 */
public final class OversellGuard {
    private final SyncStore store;
    private final String namespace;
    private final Connector erp;
    private final Options options;
    private final List<OrderLookout> storefronts = new CopyOnWriteArrayList<>();

    private OversellGuard(SyncStore store, String namespace, Connector erp, Options options) {
        this.store = Objects.requireNonNull(store, "store");
        this.namespace = Objects.requireNonNull(namespace, "namespace");
        this.erp = Objects.requireNonNull(erp, "erp");
        this.options = Objects.requireNonNull(options, "options");
    }

    /** A guard of one ERP account, which keeps what it knows in the store of the engine, under the engine's namespace. */
    public static OversellGuard open(SyncStore store, String namespace, Connector erp, Options options) {
        return new OversellGuard(store, namespace, erp, options);
    }

    /**
     * The storefront, with its orders noted as they are read. Orders of the storefront must be read through it alone.
     *
     * @throws SettingsException if the storefront has no orders to read
     */
    public Connector watching(Connector storefront) {
        ConnectorState state = store.connectorState(namespace, storefront.account());
        KnownOrders known = new KnownOrders(storefront.account(), state, store.ledger(namespace), options.time());
        RecordSource<SalesOrder> source = storefront
                .source(RecordType.SALES_ORDER)
                .orElseThrow(() -> new SettingsException(
                        List.of(storefront.account() + " cannot read " + RecordType.SALES_ORDER)));
        OrderLookout lookout = new OrderLookout(source, known, state, options.time());
        storefronts.add(lookout);
        return SourceOverlay.of(storefront, RecordType.SALES_ORDER, orders -> new WatchedOrders(orders, lookout));
    }

    /** The ERP, with its stock lowered by what is known to be sold, for the stock sync of that name alone. */
    public Connector stock(String sync) {
        return SourceOverlay.of(
                erp,
                RecordType.INVENTORY_LEVEL,
                levels -> new GuardedStock(
                        sync,
                        levels,
                        storefronts,
                        new ToldStock(store.ledger(namespace), sync),
                        store.connectorState(namespace, erp.account()),
                        options));
    }

    /** Orders that are taken off now, by storefront and id. */
    public List<KnownOrder> known() {
        return storefronts.stream().flatMap(each -> each.known().all().stream()).toList();
    }

    /** What becomes of promises while the ERP's stock is too old. */
    public enum Stale {
        /** They stay as they were told last, less what is sold meanwhile. */
        HOLD,
        /** They are lowered to the floor, less what is sold meanwhile. */
        FLOOR
    }

    /**
     * The ERP's stock could not be read for too long.
     *
     * @param sync the stock sync
     * @param lastRead when it could be read last; empty if never
     * @param stale what becomes of promises
     */
    public record StaleStock(String sync, Optional<Instant> lastRead, Stale stale) {}

    /**
     * What can be chosen.
     *
     * @param staleAfter how long after it was read the ERP's stock is believed
     * @param stale what becomes of promises after that
     * @param floor the most units of each level that are promised then
     * @param patience how long an order sync may read nothing before the guard reads its orders itself; longer than its
     *     interval
     * @param listener hears in each run that the stock is too old; must not block
     * @param time the clock
     */
    public record Options(
            Duration staleAfter,
            Stale stale,
            long floor,
            Duration patience,
            Consumer<StaleStock> listener,
            TimeSource time) {
        public Options {
            if (staleAfter.isNegative() || staleAfter.isZero()) {
                throw new IllegalArgumentException("Options.staleAfter must be above zero");
            }
            if (floor < 0) {
                throw new IllegalArgumentException("Options.floor must not be below zero");
            }
        }

        /** Stock is believed for an hour, then held; orders are waited for fifteen minutes; nobody is told; the system's clock. */
        public static Options standard() {
            return new Options(
                    Duration.ofHours(1), Stale.HOLD, 0, Duration.ofMinutes(15), stale -> {}, new SystemTimeSource());
        }

        /** The same, with orders looked for that an order sync did not read for so long. */
        public Options lookingAfter(Duration time) {
            return new Options(staleAfter, stale, floor, time, listener, this.time);
        }

        /** The same, with stock believed for another time. */
        public Options believing(Duration time) {
            return new Options(time, stale, floor, patience, listener, this.time);
        }

        /** The same, with promises lowered to so many units when the stock is too old. */
        public Options flooring(long units) {
            return new Options(staleAfter, Stale.FLOOR, units, patience, listener, time);
        }

        /** The same, with somebody told when the stock is too old. */
        public Options telling(Consumer<StaleStock> other) {
            return new Options(staleAfter, stale, floor, patience, other, time);
        }

        /** The same, on another clock. */
        public Options on(TimeSource clock) {
            return new Options(staleAfter, stale, floor, patience, listener, clock);
        }
    }
}
