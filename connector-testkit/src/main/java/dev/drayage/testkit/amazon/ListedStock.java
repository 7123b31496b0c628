package dev.drayage.testkit.amazon;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one listing offers through its channels: what was submitted last, and what is in force, which follows later and goes down
 * with each sale. Changed under the catalog's lock.
 */
final class ListedStock {
    private static final String OWN = "DEFAULT";

    private final Deque<Underway> underway = new ArrayDeque<>();
    private final List<ListingIssue> issues = new ArrayList<>();
    private Map<String, ChannelStock> submitted;
    private Map<String, ChannelStock> inForce;

    ListedStock(SimulatedListing listing) {
        submitted = Map.of(listing.channelCode(), ChannelStock.of(listing.channelCode(), listing.quantity()));
        inForce = submitted;
    }

    Map<String, ChannelStock> submitted() {
        return submitted;
    }

    Map<String, ChannelStock> inForce(Instant now) {
        for (Underway next = underway.peek(); next != null && !next.from().isAfter(now); next = underway.peek()) {
            next.failure()
                    .ifPresentOrElse(
                            issues::add, () -> inForce = underway.element().channels());
            underway.remove();
        }
        return inForce;
    }

    List<ListingIssue> issues(Instant now) {
        inForce(now);
        return List.copyOf(issues);
    }

    /** Takes a submission in; it is in force from then on, or fails then. */
    void submit(List<ListingPatch> patches, Instant from, Optional<ListingIssue> failure) {
        for (ListingPatch patch : patches) {
            submitted = patch.appliedTo(submitted);
        }
        issues.clear();
        underway.add(new Underway(from, submitted, failure));
    }

    /** Somebody puts a channel in by hand, or changes it; in force at once. */
    void enter(ChannelStock stock, Instant now) {
        inForce = with(inForce(now), stock);
        submitted = with(submitted, stock);
    }

    /** Units of the merchant's own stock are sold; never below zero. */
    void sell(int units, Instant now) {
        Optional.ofNullable(inForce(now).get(OWN))
                .ifPresent(own -> own.quantity()
                        .ifPresent(held -> inForce = with(inForce, own.withQuantity(Math.max(0, held - units)))));
    }

    private static Map<String, ChannelStock> with(Map<String, ChannelStock> channels, ChannelStock stock) {
        Map<String, ChannelStock> after = new LinkedHashMap<>(channels);
        after.put(stock.channelCode(), stock);
        return after;
    }

    /** A submission that is not in force yet. */
    private record Underway(Instant from, Map<String, ChannelStock> channels, Optional<ListingIssue> failure) {}
}
