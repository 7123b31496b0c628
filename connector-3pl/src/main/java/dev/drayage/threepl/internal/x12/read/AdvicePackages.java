package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.Carrier;
import dev.drayage.model.ShippedPackage;
import dev.drayage.threepl.internal.x12.AdviceHabits;
import dev.drayage.threepl.internal.x12.TrackingPlace;
import dev.drayage.threepl.internal.x12.TrackingPlace.Level;
import dev.drayage.threepl.internal.x12.read.AdviceCarton.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the parcels of an advice. Only a mark with a carton code or a tracking number makes a parcel; an LX alone may be a
 * counter. Parcels are a set: the same carton code below two LX is one parcel. Where nothing names a parcel, one holds
 * everything that left.
 */
final class AdvicePackages {
    private static final class Draft {
        final Set<String> tracking = new LinkedHashSet<>();
        final List<AdviceLine> contents = new ArrayList<>();
    }

    private final AdviceHabits habits;
    private final List<Mark> header;
    private final Optional<Segment> carrier;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    AdvicePackages(AdviceHabits habits, List<Mark> header, Optional<Segment> carrier) {
        this.habits = habits;
        this.header = header;
        this.carrier = carrier;
    }

    List<ShippedPackage> of(List<AdviceCarton> cartons, Optional<BigDecimal> weightKg) {
        List<AdviceLine> everything = new ArrayList<>();
        cartons.forEach(carton -> {
            add(carton);
            everything.addAll(carton.lines());
        });
        if (drafts.isEmpty()
                && everything.stream().anyMatch(line -> line.shipped().signum() > 0)) {
            Set<String> tracking = tracking(new AdviceCarton());
            draft(tracking.stream().findFirst().orElse("1"), tracking).contents.addAll(everything);
        }
        List<ShippedPackage> packages = new ArrayList<>();
        drafts.forEach((reference, draft) -> packages.add(ShippedPackage.builder()
                .reference(reference)
                .carrier(carrier.map(w27 -> w27.element(2))
                        .filter(scac -> !scac.isEmpty())
                        .map(Carrier::new)
                        .orElse(Carrier.UNKNOWN))
                .service(service())
                .addAllTrackingNumbers(draft.tracking)
                .contents(AdviceLine.sums(draft.contents))
                .weightKg(drafts.size() == 1 ? weightKg : Optional.empty())
                .build()));
        return packages;
    }

    /** The carriage in the warehouse's words. */
    Optional<String> service() {
        return carrier.map(w27 -> w27.element(3).strip()).filter(text -> !text.isEmpty());
    }

    private void add(AdviceCarton carton) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        carton.marks().stream()
                .filter(mark -> mark.qualifier().equals(habits.cartonQualifier()))
                .forEach(mark -> codes.putIfAbsent(mark.value(), mark.segment()));
        if (codes.size() > 1) {
            // Several cartons below one LX: nobody tells which of them holds what.
            codes.forEach((code, segment) -> draft(code, marked(carton, segment)));
            return;
        }
        boolean named = !codes.isEmpty() || !own(carton).isEmpty();
        if (named) {
            Set<String> tracking = tracking(carton);
            String reference = codes.isEmpty()
                    ? tracking.iterator().next()
                    : codes.keySet().iterator().next();
            draft(reference, tracking).contents.addAll(carton.lines());
        }
    }

    private Draft draft(String reference, Set<String> tracking) {
        Draft draft = drafts.computeIfAbsent(reference, r -> new Draft());
        draft.tracking.addAll(tracking);
        return draft;
    }

    private Set<String> marked(AdviceCarton carton, int segment) {
        Set<String> tracking = new LinkedHashSet<>();
        habits.tracking().stream()
                .filter(place -> place.level() == Level.CARTON_MARK)
                .forEach(place -> carton.marks().stream()
                        .filter(mark ->
                                mark.segment() == segment && mark.qualifier().equals(place.qualifier()))
                        .forEach(mark -> tracking.add(mark.value())));
        return tracking;
    }

    private Set<String> own(AdviceCarton carton) {
        return first(
                carton,
                habits.tracking().stream()
                        .filter(place -> place.level() == Level.CARTON_MARK || place.level() == Level.CARTON_REFERENCE)
                        .toList());
    }

    private Set<String> tracking(AdviceCarton carton) {
        return first(carton, habits.tracking());
    }

    private Set<String> first(AdviceCarton carton, List<TrackingPlace> places) {
        for (TrackingPlace place : places) {
            Set<String> found = new LinkedHashSet<>();
            marks(carton, place.level()).stream()
                    .filter(mark -> mark.qualifier().equals(place.qualifier()))
                    .forEach(mark -> found.add(mark.value()));
            if (place.level() == Level.CARRIER_DETAILS) {
                carrier.map(w27 ->
                                w27.element(Integer.parseInt(place.qualifier())).strip())
                        .filter(text -> !text.isEmpty())
                        .ifPresent(found::add);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private List<Mark> marks(AdviceCarton carton, Level level) {
        return switch (level) {
            case CARTON_MARK -> carton.marks();
            case CARTON_REFERENCE -> carton.references();
            case HEADER_REFERENCE -> header;
            case CARRIER_DETAILS -> List.of();
        };
    }
}
