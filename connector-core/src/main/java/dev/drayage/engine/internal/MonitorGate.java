package dev.drayage.engine.internal;

import java.util.function.BooleanSupplier;

/** A gate over a monitor of its own. Thread-safe. */
final class MonitorGate implements Gate {
    @Override
    public synchronized void await(BooleanSupplier open) throws InterruptedException {
        while (!open.getAsBoolean()) {
            wait();
        }
    }

    @Override
    public synchronized void knock() {
        notifyAll();
    }
}
