package dev.drayage.engine.internal.turn;

import dev.drayage.call.Blocking;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** A gate over a monitor of its own. Thread-safe. */
final class MonitorGate implements Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition knocked = lock.newCondition();

    @Override
    public void await(BooleanSupplier open) throws InterruptedException {
        lock.lock();
        try {
            while (!open.getAsBoolean()) {
                knocked.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void await(BooleanSupplier open, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            if (!open.getAsBoolean()) {
                Blocking.await(knocked, atMost);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void knock() {
        lock.lock();
        try {
            knocked.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
