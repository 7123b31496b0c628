package dev.drayage.testing;

import dev.drayage.spi.Census;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.store.Leases;
import dev.drayage.store.Ledger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;

/**
 * Puts something between a caller and an interface: every call of the store and of connectors, and of what they hand out,
 * passes through one {@link Tap}.
 */
public final class Interposed {
    /** Calls that only wire things together. */
    private static final Set<String> QUIET =
            Set.of("traits", "account", "source", "sink", "census", "ledger", "leases", "connectorState", "close");

    private Interposed() {}

    /** Sees every call. */
    @FunctionalInterface
    public interface Tap {
        /**
         * Carries the call out, or not.
         *
         * @param call interface and method, such as {@code RecordSink.apply}
         */
        Object around(String call, Action action) throws Throwable;
    }

    /** The call itself. */
    @FunctionalInterface
    public interface Action {
        /** Carries it out. */
        Object run() throws Throwable;
    }

    /** The same interface, with {@code tap} in between. */
    public static <T> T wrap(Class<T> face, T target, Tap tap) {
        return face.cast(Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, (proxy, method, args) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(target, args);
            }
            boolean quiet = QUIET.contains(method.getName());
            Object result = quiet
                    ? invoke(target, method, args)
                    : tap.around(face.getSimpleName() + "." + method.getName(), () -> invoke(target, method, args));
            return wrapResult(result, tap);
        }));
    }

    private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object wrapResult(Object result, Tap tap) {
        if (result instanceof Optional<?> optional && optional.isPresent()) {
            return Optional.of(wrapResult(optional.get(), tap));
        }
        if (result instanceof RecordSink<?> sink) {
            return wrap(RecordSink.class, sink, tap);
        }
        if (result instanceof RecordSource<?> source) {
            return wrap(RecordSource.class, source, tap);
        }
        if (result instanceof Census<?> census) {
            return wrap(Census.class, census, tap);
        }
        if (result instanceof Ledger ledger) {
            return wrap(Ledger.class, ledger, tap);
        }
        if (result instanceof Leases leases) {
            return wrap(Leases.class, leases, tap);
        }
        if (result instanceof ConnectorState state) {
            return wrap(ConnectorState.class, state, tap);
        }
        return result;
    }
}
