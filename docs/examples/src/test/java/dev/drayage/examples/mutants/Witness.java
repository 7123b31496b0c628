package dev.drayage.examples.mutants;

import dev.drayage.spi.Connector;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes what was written through accounts, by kind of account and type of record. Confined to one thread. */
final class Witness {
    private static final int KEPT = 3;

    private final Map<String, Map<String, List<Prepared<?>>>> written = new LinkedHashMap<>();

    /** Some of what was written to accounts of a kind, by type of record. */
    Map<String, List<Prepared<?>>> written(String system) {
        return written.getOrDefault(system, Map.of());
    }

    /** The same account, watched. */
    Connector watch(Connector account) {
        return proxy(Connector.class, account, (method, args, result) -> {
            if (method.getName().equals("sink") && result instanceof Optional<?> sink && sink.isPresent()) {
                return Optional.of(watch(account.account().system(), (RecordSink<?>) sink.get()));
            }
            return result;
        });
    }

    private RecordSink<?> watch(String system, RecordSink<?> sink) {
        return proxy(RecordSink.class, sink, (method, args, result) -> {
            if (method.getName().equals("apply")) {
                ((List<?>) args[0]).forEach(each -> note(system, (Prepared<?>) each));
            }
            return result;
        });
    }

    private void note(String system, Prepared<?> prepared) {
        List<Prepared<?>> some = written.computeIfAbsent(system, name -> new LinkedHashMap<>())
                .computeIfAbsent(prepared.effect().type().name(), name -> new ArrayList<>());
        if (some.size() < KEPT) {
            some.add(prepared);
        }
    }

    @FunctionalInterface
    private interface Seen {
        Object after(Method method, Object[] args, Object result);
    }

    private static <T> T proxy(Class<T> face, T target, Seen seen) {
        return face.cast(Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, (self, method, args) -> {
            try {
                return seen.after(method, args, method.invoke(target, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
