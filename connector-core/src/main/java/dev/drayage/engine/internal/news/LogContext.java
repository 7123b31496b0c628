package dev.drayage.engine.internal.news;

import dev.drayage.model.RecordRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Says in the logging context (SLF4J's MDC) what is worked on, and puts the context back as it was. Holds names and ids only.
 * Thread-safe: the context belongs to the thread.
 */
public final class LogContext {
    /** The tenant. */
    static final String NAMESPACE = "drayage.namespace";

    /** The sync. */
    static final String SYNC = "drayage.sync";

    /** The name of the run. */
    static final String RUN = "drayage.run";

    /** The source record that is worked on. */
    static final String RECORD = "drayage.record";

    private static final List<String> KEYS = List.of(NAMESPACE, SYNC, RUN, RECORD);

    private LogContext() {}

    /** Does the work of a run. */
    public static <R> R ofRun(String namespace, String sync, String run, Supplier<R> work) {
        return in(Map.of(NAMESPACE, namespace, SYNC, sync, RUN, run), work);
    }

    /** Does work about one record. Code of the host may leave no field as it was: all of them are as before afterwards. */
    public static <R> R ofRecord(RecordRef ref, Supplier<R> work) {
        @Nullable String namespace = MDC.get(NAMESPACE);
        @Nullable String sync = MDC.get(SYNC);
        @Nullable String run = MDC.get(RUN);
        @Nullable String before = MDC.get(RECORD);
        MDC.put(RECORD, ref.toString());
        try {
            return work.get();
        } finally {
            restore(NAMESPACE, namespace);
            restore(SYNC, sync);
            restore(RUN, run);
            restore(RECORD, before);
        }
    }

    private static void restore(String key, @Nullable String value) {
        if (!Objects.equals(MDC.get(key), value)) {
            set(key, value);
        }
    }

    /** Does work about one record that has no result. */
    public static void onRecord(RecordRef ref, Runnable work) {
        ofRecord(ref, () -> {
            work.run();
            return ref;
        });
    }

    /** What the context says now, to be taken to another thread. */
    public static Map<String, String> current() {
        Map<String, String> context = new HashMap<>();
        for (String key : KEYS) {
            String value = MDC.get(key);
            if (value != null) {
                context.put(key, value);
            }
        }
        return context;
    }

    /** Does work with a context that was taken from another thread. */
    public static <R> R in(Map<String, String> context, Supplier<R> work) {
        Map<String, String> before = current();
        set(context);
        try {
            return work.get();
        } finally {
            set(before);
        }
    }

    private static void set(Map<String, String> context) {
        for (String key : KEYS) {
            set(key, context.get(key));
        }
    }

    private static void set(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
