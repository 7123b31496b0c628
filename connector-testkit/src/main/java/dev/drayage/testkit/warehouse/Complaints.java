package dev.drayage.testkit.warehouse;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The warehouse's list of complaints. Not thread-safe; the simulator guards it. */
final class Complaints {
    private final InstantSource clock;
    private final List<Complaint> all = new ArrayList<>();

    Complaints(InstantSource clock) {
        this.clock = clock;
    }

    void add(String file, Complaint.Kind kind, String text) {
        all.add(new Complaint(clock.instant(), file, kind, text));
    }

    List<Complaint> all() {
        return List.copyOf(all);
    }
}
