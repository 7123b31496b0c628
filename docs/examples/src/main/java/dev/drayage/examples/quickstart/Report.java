package dev.drayage.examples.quickstart;

import dev.drayage.engine.Journey;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.error.ErrorCode;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what people want to see at the end of a day: a table per sync, what needs them, and one record's journey. */
final class Report {
    private final Map<String, Map<Outcome, Long>> outcomes = new LinkedHashMap<>();
    private final Map<String, Long> sent = new LinkedHashMap<>();

    void add(RunReport report) {
        Map<Outcome, Long> row = outcomes.computeIfAbsent(report.sync(), s -> new EnumMap<>(Outcome.class));
        report.outcomes().forEach((outcome, count) -> row.merge(outcome, count, Long::sum));
        sent.merge(report.sync(), report.written(), Long::sum);
    }

    void print(PrintStream out, SyncEngine engine) {
        out.printf("%n%-22s", "sync");
        for (Outcome outcome : Outcome.values()) {
            out.printf("%11s", outcome);
        }
        out.printf("%11s%n", "writes");
        outcomes.forEach((sync, row) -> {
            out.printf("%-22s", sync);
            for (Outcome outcome : Outcome.values()) {
                out.printf("%11d", row.getOrDefault(outcome, 0L));
            }
            out.printf("%11d%n", sent.getOrDefault(sync, 0L));
        });
        List<RecordEntry> parked = engine.records(
                RecordQuery.builder().addStates(RecordState.PARKED).build());
        out.printf("%nneeds a person: %d%n", parked.size());
        for (RecordEntry entry : parked) {
            out.printf("  %s%n    %s%n", entry.ref(), entry.message());
            entry.code().map(ErrorCode::remedy).ifPresent(remedy -> out.printf("    remedy: %s%n", remedy));
        }
    }

    static void journey(PrintStream out, SyncEngine engine, String id) {
        Journey journey = engine.journey(id);
        out.printf("%nthe journey of %s%n", id);
        for (RecordEntry record : journey.records()) {
            out.printf("  %s read %s: %s%n", record.sync(), record.ref(), record.state());
        }
        for (EffectEntry effect : journey.effects()) {
            out.printf(
                    "  %s wrote %s as %s: %s %s%n",
                    effect.sync(),
                    effect.type(),
                    effect.nativeKey(),
                    effect.state(),
                    effect.target().map(Object::toString).orElse(""));
        }
    }
}
