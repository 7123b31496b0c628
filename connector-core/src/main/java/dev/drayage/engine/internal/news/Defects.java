package dev.drayage.engine.internal.news;

import dev.drayage.error.ConnectorException;

/** Describes a failure that a connector should not have had, without its message, which may hold a buyer's data. */
public final class Defects {
    private Defects() {}

    public static String describe(String doing, Throwable failure) {
        if (failure instanceof ConnectorException known) {
            return doing + ": " + known.describe();
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return doing + " failed with " + failure.getClass().getName()
                + (trace.length == 0
                        ? ""
                        : " at " + trace[0].getClassName() + "." + trace[0].getMethodName() + ":"
                                + trace[0].getLineNumber());
    }
}
