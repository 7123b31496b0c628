package dev.drayage.simulation;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Reads a world by windows of change time, paged by time and id, as it shows them at that moment. */
final class WorldSource implements RecordSource<Paper> {
    private static final long CALL = Duration.ofMillis(600).toNanos();
    private static final Comparator<Shown> ORDER = Comparator.comparing(
                    (Shown shown) -> shown.version().changedAt())
            .thenComparing(shown -> shown.held().ref().id());

    private final Simulated sim;
    private final World world;
    private final RecordType<Paper> type;
    private final int pageSize;
    private final SourceTraits traits;

    /** A record in the version that shows. */
    private record Shown(World.Held held, World.Version version) {
        String place() {
            return version.changedAt().toEpochMilli() + " " + held.ref().id();
        }
    }

    WorldSource(Simulated sim, World world, RecordType<Paper> type) {
        this.sim = sim;
        this.world = world;
        this.type = type;
        this.pageSize = sim.random.nextInt(1, 8);
        this.traits = SourceTraits.windowed(
                world.grain(), Duration.ofMinutes(2), sim.one(List.of(Duration.ofMinutes(20), Duration.ofDays(30))));
    }

    @Override
    public SourceTraits traits() {
        return traits;
    }

    @Override
    public Page<Paper> read(Slice slice, Optional<Cursor> at, CallContext call) {
        reach("reads a page");
        if (at.isPresent() && sim.faults.strikes(Fault.EXPIRED_CURSORS)) {
            throw new CursorExpiredException("the cursor is too old");
        }
        Slice.Window window = (Slice.Window) slice;
        String after = at.map(Cursor::token).orElse("");
        String place = after.startsWith("+") ? after.substring(1) : after;
        List<Shown> left = shown(window).stream()
                .filter(shown -> place.isEmpty() || isAfter(shown, place))
                .toList();
        if (!after.startsWith("+") && sim.faults.strikes(Fault.EMPTY_PAGES)) {
            return new Page<>(List.of(), Optional.of(new Cursor("+" + place)), Optional.empty());
        }
        List<Shown> page = new ArrayList<>(left.subList(0, Math.min(pageSize, left.size())));
        boolean more = left.size() > page.size();
        String next = page.isEmpty() ? place : page.get(page.size() - 1).place();
        if (!after.startsWith("+") && sim.faults.strikes(Fault.REPEATED_PAGES)) {
            more = true;
            next = "+" + place; // the same again
        }
        if (sim.faults.strikes(Fault.SHUFFLED_PAGES)) {
            Collections.shuffle(page, new Random(sim.random.nextLong()));
        }
        List<Change<Paper>> changes = new ArrayList<>();
        page.forEach(shown -> {
            sim.oracle.shown(shown.held().ref());
            changes.add(change(shown.held(), shown.version()));
        });
        return new Page<>(changes, more ? Optional.of(new Cursor(next)) : Optional.empty(), Optional.empty());
    }

    @Override
    public Change<Paper> fetch(RecordRef ref, CallContext call) {
        reach("fetches");
        sim.oracle.shown(ref);
        if (world.isDeleted(ref)) {
            return new Change.Gone<>(ref);
        }
        Optional<World.Held> held = world.get(ref);
        if (held.isEmpty()) {
            return new Change.NotVisible<>(ref, "it does not show yet");
        }
        long now = sim.scheduler.now();
        List<World.Version> versions = held.get().versions();
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).fetchedFrom() <= now) {
                return change(held.get(), versions.get(i));
            }
        }
        return new Change.NotVisible<>(ref, "it does not show yet");
    }

    private void reach(String what) {
        sim.step(what, CALL);
        world.letIn();
    }

    private List<Shown> shown(Slice.Window window) {
        long now = sim.scheduler.now();
        List<Shown> found = new ArrayList<>();
        for (World.Held held : world.all(type)) {
            List<World.Version> versions = held.versions();
            for (int i = versions.size() - 1; i >= 0; i--) {
                World.Version version = versions.get(i);
                if (version.shownFrom() <= now) {
                    boolean inside = !version.changedAt().isBefore(window.from())
                            && version.changedAt().isBefore(window.to());
                    if (inside) {
                        found.add(new Shown(held, version));
                    }
                    break;
                }
            }
        }
        found.sort(ORDER);
        return found;
    }

    private static boolean isAfter(Shown shown, String place) {
        int blank = place.indexOf(' ');
        long at = Long.parseLong(place.substring(0, blank));
        long mine = shown.version().changedAt().toEpochMilli();
        return mine > at || (mine == at && shown.held().ref().id().compareTo(place.substring(blank + 1)) > 0);
    }

    private static Change<Paper> change(World.Held held, World.Version version) {
        String revision = "v" + version.number();
        if (version.paper().state() == Paper.State.UNREADABLE) {
            return new Change.Unreadable<>(held.ref(), revision, ErrorCode.RECORD_UNREADABLE, "it has no lines");
        }
        return new Change.Present<>(
                version.paper(),
                revision,
                Optional.of(held.createdAt()),
                version.changedAt(),
                Optional.of(version.paper().digest()));
    }
}
