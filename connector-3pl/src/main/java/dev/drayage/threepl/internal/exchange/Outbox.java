package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.error.StoreException;
import dev.drayage.error.UnavailableException;
import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.internal.exchange.Delivery.Stage;
import dev.drayage.threepl.internal.exchange.Spool.Room;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Delivers each file once, whatever breaks in between. Before a step is taken it is written down how far the delivery may be
 * by then; so whoever comes next, in this process or after a crash, looks at the partner's side and goes on:
 *
 * <ol>
 *   <li>{@code SPOOLED}: the bytes are on the local disk. Nothing was sent, so other bytes may still take their place.
 *   <li>{@code UPLOADING}: they are being stored under a name that the partner leaves alone; storing again is harmless.
 *   <li>{@code RELEASING}: all of them are there, and a rename or a marker makes them visible. If the first name is gone, the
 *       rename was done, even where the partner has taken the file since.
 *   <li>{@code SENT}: nothing is ever sent again under this key.
 * </ol>
 *
 * <p>Thread-safe: deliveries of one outbox go one after another. Nodes must not share an account at the same time.
 */
public final class Outbox {
    private static final String ROWS = StateKeys.OUTBOX;
    private static final String MARKER = ".marker";
    private static final int MOST_MOVES = 3;

    private final FileExchange exchange;
    private final ConnectorState state;
    private final Spool spool;
    private final DeliveryRules rules;
    private final TimeSource time;

    /** An outbox of the account whose state it is given. */
    public Outbox(FileExchange exchange, ConnectorState state, Spool spool, DeliveryRules rules, TimeSource time) {
        this.exchange = exchange;
        this.state = state;
        this.spool = spool;
        this.rules = rules;
        this.time = time;
    }

    /**
     * Delivers a file, or finishes its delivery, or finds it delivered.
     *
     * @return what was sent
     * @throws RefusedException if other bytes may have been sent under this key, or another file has the final name
     */
    public synchronized Delivery deliver(OutgoingFile file, CallContext call) {
        Optional<Delivery> known = status(file.key());
        boolean replaceable = known.map(d -> d.stage() == Stage.SPOOLED).orElse(true);
        if (!replaceable) {
            return finish(sameAs(file, known.orElseThrow()), call);
        }
        Delivery fresh = new Delivery(
                file.key(),
                file.folder(),
                file.name(),
                file.size(),
                file.digest(),
                Stage.SPOOLED,
                time.instant(),
                rules.route(file));
        spool.write(Room.OUTBOX, spoolName(fresh), file.content());
        put(fresh);
        known.filter(old -> !spoolName(old).equals(spoolName(fresh)))
                .ifPresent(old -> spool.delete(Room.OUTBOX, spoolName(old)));
        return finish(fresh, call);
    }

    /**
     * Goes on with a delivery from the spool, without its caller having to make the same bytes again.
     *
     * @throws IllegalArgumentException if there is no such delivery
     */
    public synchronized Delivery resume(String key, CallContext call) {
        return finish(status(key).orElseThrow(() -> new IllegalArgumentException("there is no delivery " + key)), call);
    }

    /** What is known of a delivery. */
    public Optional<Delivery> status(String key) {
        return state.get(ROWS + key).map(row -> Delivery.ofRow(key, row));
    }

    private Delivery sameAs(OutgoingFile file, Delivery known) {
        if (!known.digest().equals(file.digest())) {
            throw new RefusedException(
                    ErrorCode.REFUSED_BY_TARGET,
                    "delivery " + file.key() + " was begun with other bytes under the name " + known.name()
                            + ": the partner may have them; finish it, and send a change under a key of its own");
        }
        if (!known.isSent() && !spool.has(Room.OUTBOX, spoolName(known))) {
            spool.write(Room.OUTBOX, spoolName(known), file.content());
        }
        return known;
    }

    private Delivery finish(Delivery begun, CallContext call) {
        Delivery delivery = begun;
        if (delivery.stage() == Stage.SPOOLED) {
            if (delivery.route().byMarker()) {
                isThere(delivery, call); // a store would replace another file
            }
            delivery = put(delivery.at(Stage.UPLOADING, time.instant()));
        }
        if (delivery.stage() == Stage.UPLOADING) {
            upload(delivery, call);
            delivery = put(delivery.at(Stage.RELEASING, time.instant()));
        }
        if (delivery.stage() == Stage.RELEASING) {
            release(delivery, call);
            delivery = put(delivery.at(Stage.SENT, time.instant()));
        }
        spool.delete(Room.OUTBOX, spoolName(delivery) + MARKER);
        spool.shift(Room.OUTBOX, Room.SENT, spoolName(delivery));
        return delivery;
    }

    private void upload(Delivery delivery, CallContext call) {
        String name = spoolName(delivery);
        if (!spool.has(Room.OUTBOX, name)) {
            throw new StoreException(
                    "the spool file " + spool.path(Room.OUTBOX, name) + " of delivery " + delivery.key()
                            + " is gone: put it back, or deliver the same bytes again",
                    null);
        }
        Delivery.Route route = delivery.route();
        exchange.store(route.folder(), route.name(), spool.path(Room.OUTBOX, name), call);
    }

    private void release(Delivery delivery, CallContext call) {
        Delivery.Route route = delivery.route();
        if (route.byMarker()) {
            mark(delivery, call);
            return;
        }
        for (int attempt = 0; attempt < MOST_MOVES; attempt++) {
            MoveOutcome outcome = exchange.move(route.folder(), route.name(), delivery.folder(), delivery.name(), call);
            // a missing source was renamed by an earlier attempt whose answer was lost: nobody else touches that name
            if (outcome != MoveOutcome.TARGET_EXISTS || isThere(delivery, call)) {
                return;
            }
            // the partner took the other file meanwhile, so the name is free now
        }
        throw new UnavailableException(
                ErrorCode.SERVICE_FAILURE,
                "file " + delivery.name() + " cannot be moved to the partner's folder " + delivery.folder()
                        + ": the name is taken by something that its listing does not show");
    }

    /** The marker is stored unless the partner shows that it was: a marker of a file that was taken would stay forever. */
    private void mark(Delivery delivery, CallContext call) {
        List<RemoteFile> there = exchange.list(delivery.folder(), call).files();
        String marker = delivery.route().marker();
        boolean marked = there.stream().anyMatch(file -> file.name().equals(marker));
        boolean waiting = there.stream().anyMatch(file -> file.name().equals(delivery.name()));
        if (waiting && !marked) {
            String name = spoolName(delivery) + MARKER;
            spool.write(Room.OUTBOX, name, target -> {});
            exchange.store(delivery.folder(), marker, spool.path(Room.OUTBOX, name), call);
        }
    }

    /** Whether the final name is there with our bytes; refuses to go on if it has others. */
    private boolean isThere(Delivery delivery, CallContext call) {
        Optional<RemoteFile> there = exchange.list(delivery.folder(), call).files().stream()
                .filter(file -> file.name().equals(delivery.name()))
                .findFirst();
        try {
            if (there.isEmpty() || hasOurBytes(there.get(), delivery, call)) {
                return there.isPresent();
            }
        } catch (RefusedException e) {
            if (e.code() == ErrorCode.RECORD_GONE) {
                return false;
            }
            throw e;
        }
        throw new RefusedException(
                ErrorCode.REFUSED_BY_TARGET,
                "file " + delivery.name() + " with other content is already in the partner's folder "
                        + delivery.folder() + ": delivery " + delivery.key()
                        + " needs a name that was never used, or the other file must go");
    }

    private boolean hasOurBytes(RemoteFile there, Delivery delivery, CallContext call) {
        if (rules.deletesOnRead() || there.size() != delivery.size()) {
            return false;
        }
        DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Digest.sha256());
        exchange.fetch(there, digest, delivery.size(), call);
        return Digest.hex(digest.getMessageDigest().digest()).equals(delivery.digest());
    }

    private Delivery put(Delivery delivery) {
        state.put(ROWS + delivery.key(), delivery.toRow());
        return delivery;
    }

    private static String spoolName(Delivery delivery) {
        String unique =
                Digest.name(16, delivery.key()) + "-" + delivery.digest().substring(0, 16);
        return Spool.name(unique, delivery.name());
    }
}
