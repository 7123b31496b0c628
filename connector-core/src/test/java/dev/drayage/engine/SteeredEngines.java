package dev.drayage.engine;

import dev.drayage.engine.internal.turn.Gate;
import java.util.function.Supplier;

/** Engines whose threads wait for each other where a simulation says. */
public final class SteeredEngines {
    private SteeredEngines() {}

    /** A builder of such an engine. */
    public static SyncEngine.Builder builder(Supplier<Gate> gates) {
        return SyncEngine.builder().gates(gates);
    }
}
