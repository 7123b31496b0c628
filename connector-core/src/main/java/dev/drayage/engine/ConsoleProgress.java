package dev.drayage.engine;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Shows on a console how a run gets on: one line that is written over, then the report. For trials and command lines.
 * Thread-safe.
 */
public final class ConsoleProgress implements SyncListener {
    private static final int STEP = 50;

    private final PrintStream out;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private int total;

    private ConsoleProgress(PrintStream out) {
        this.out = out;
    }

    /** Shows progress on {@code out}. */
    public static ConsoleProgress on(PrintStream out) {
        return new ConsoleProgress(out);
    }

    @Override
    public synchronized void runStarted(SyncEvent.RunStarted event) {
        counts.clear();
        total = 0;
    }

    @Override
    public synchronized void recordEnded(SyncEvent.RecordEnded event) {
        counts.merge(event.outcome(), 1, Integer::sum);
        total++;
        if (total % STEP == 0) {
            out.print("\r" + line(event.sync()));
            out.flush();
        }
    }

    @Override
    public synchronized void alarm(SyncEvent.Alarm event) {
        out.println("\r" + event.sync() + " ! " + event.code() + ": " + event.message());
    }

    @Override
    public synchronized void runEnded(SyncEvent.RunEnded event) {
        out.println("\r" + event.report().summary());
    }

    private String line(String sync) {
        StringJoiner parts =
                new StringJoiner(", ", sync + " [" + "#".repeat(total / STEP % 30) + "] " + total + ": ", "");
        counts.forEach(
                (outcome, count) -> parts.add(count + " " + outcome.name().toLowerCase(Locale.ROOT)));
        return parts.toString();
    }
}
