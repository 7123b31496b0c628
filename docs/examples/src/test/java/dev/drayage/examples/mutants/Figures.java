package dev.drayage.examples.mutants;

import dev.drayage.model.Money;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Every amount and quantity of a record, by the field it stands in and the line it belongs to; order and all else left out.
 * Immutable.
 *
 * @param byField numbers, with their currency if they are money
 */
record Figures(Map<String, List<Figure>> byField) {
    private static final Set<String> NAMES =
            Set.of("lineId", "line", "id", "transactionId", "reference", "level", "remittedBy");
    private static final Map<Class<?>, List<Method>> ACCESSORS = new ConcurrentHashMap<>();

    /** One number. */
    record Figure(BigDecimal number, String currency) implements Comparable<Figure> {
        @Override
        public int compareTo(Figure other) {
            int byNumber = number.compareTo(other.number);
            return byNumber == 0 ? currency.compareTo(other.currency) : byNumber;
        }
    }

    /** What stands in a record. */
    static Figures of(Object record) {
        Figures figures = new Figures(new TreeMap<>());
        figures.add("", record);
        figures.byField.values().forEach(list -> list.sort(null));
        return figures;
    }

    /** The same without the names of lines. */
    List<Figure> all() {
        return byField.values().stream().flatMap(List::stream).sorted().toList();
    }

    /** Numbers that do not stand in {@code other}. */
    List<Figure> beyond(Figures other) {
        List<Figure> rest = new ArrayList<>(all());
        other.all().forEach(rest::remove);
        return rest;
    }

    private void add(String field, Object value) {
        if (value instanceof Optional<?> some) {
            some.ifPresent(present -> add(field, present));
        } else if (value instanceof Money money) {
            put(
                    field,
                    new Figure(
                            money.amount().stripTrailingZeros(),
                            money.currency().getCurrencyCode()));
        } else if (value instanceof BigDecimal number) {
            put(field, new Figure(number.stripTrailingZeros(), ""));
        } else if (value instanceof Collection<?> list) {
            list.forEach(each -> add(field + "[" + name(each) + "]", each));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> add(field + "." + key, each));
        } else {
            for (Method accessor : accessors(value.getClass())) {
                add(field + "." + accessor.getName(), read(accessor, value));
            }
        }
    }

    private void put(String field, Figure figure) {
        byField.computeIfAbsent(field, name -> new ArrayList<>()).add(figure);
    }

    private static String name(Object element) {
        StringBuilder name = new StringBuilder();
        for (Method accessor : accessors(element.getClass())) {
            if (NAMES.contains(accessor.getName())) {
                name.append(read(accessor, element)).append(' ');
            }
        }
        return name.toString().strip();
    }

    private static Object read(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor.toString(), e);
        }
    }

    private static List<Method> accessors(Class<?> type) {
        return ACCESSORS.computeIfAbsent(type, Figures::find);
    }

    private static List<Method> find(Class<?> type) {
        if (type.isEnum() || type.getName().startsWith("java.")) {
            return List.of();
        }
        Stream<Method> methods = type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).map(component -> component.getAccessor())
                : Arrays.stream(type.getInterfaces()).flatMap(face -> Arrays.stream(face.getMethods()));
        Map<String, Method> found = new TreeMap<>();
        methods.filter(method -> method.getParameterCount() == 0
                        && method.getReturnType() != void.class
                        && method.getDeclaringClass() != Object.class
                        && !method.getName().equals("hashCode")
                        && !method.getName().equals("toString")
                        && !java.lang.reflect.Modifier.isStatic(method.getModifiers()))
                .forEach(method -> {
                    method.setAccessible(true);
                    found.put(method.getName(), method);
                });
        return List.copyOf(found.values());
    }
}
