package dev.drayage.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A short digest of everything a canonical value holds, the same for equal values on every machine, zone and locale. It
 * walks every accessor of the value's model interface or record, so a field that is added later takes part by itself. The
 * digest is SHA-256 cut to 128 bits; it holds no data of a buyer that could be read back. Thread-safe.
 */
public final class ContentDigest {
    private static final ClassValue<List<Accessor>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Accessor> computeValue(Class<?> type) {
            return accessors(type);
        }
    };

    private final ContentBytes content = new ContentBytes();

    private ContentDigest() {}

    /** One attribute of a type, and its name as it is digested. */
    private static final class Accessor {
        private final MethodHandle handle;
        private final byte[] name;

        Accessor(Method method) {
            try {
                handle = MethodHandles.lookup()
                        .unreflect(method)
                        .asType(MethodType.methodType(Object.class, Object.class));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("accessor " + method.getName() + " cannot be read", e);
            }
            name = ContentBytes.encode(method.getName());
        }

        Object read(Object value) {
            try {
                return handle.invokeExact(value);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("an accessor threw what it does not declare", e);
            }
        }
    }

    /** The digest of canonical values, taken together and in order. */
    public static String of(Object... values) {
        ContentDigest walk = new ContentDigest();
        for (Object value : values) {
            walk.add(value);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(walk.content.digest(), 16));
    }

    private void add(Object value) {
        if (value instanceof String text) {
            content.mark('v');
            content.text(text);
        } else if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                add(optional.get());
            } else {
                content.mark('0');
            }
        } else if (value instanceof BigDecimal decimal) {
            content.mark('n');
            content.text(
                    decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString());
        } else if (value instanceof Map<?, ?> map) {
            content.mark('m');
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, entry) -> sorted.put(String.valueOf(key), entry));
            sorted.forEach((key, entry) -> {
                content.text(key);
                add(entry);
            });
            content.mark('.');
        } else if (value instanceof Set<?> set) {
            content.mark('s');
            set.stream().map(String::valueOf).sorted().forEach(content::text);
            content.mark('.');
        } else if (value instanceof Collection<?> list) {
            content.mark('l');
            list.forEach(this::add);
            content.mark('.');
        } else {
            addSingle(value);
        }
    }

    private void addSingle(Object value) {
        List<Accessor> accessors = ACCESSORS.get(value.getClass());
        if (value instanceof Record || !accessors.isEmpty()) {
            content.mark('r');
            for (Accessor accessor : accessors) {
                content.bytes(accessor.name);
                add(accessor.read(value));
            }
            content.mark('.');
        } else {
            content.mark('v');
            content.text(String.valueOf(value));
        }
    }

    /** The components of a record, or the parameterless accessors of the model interfaces that a value implements. */
    private static List<Accessor> accessors(Class<?> type) {
        Stream<Method> found;
        if (type.isRecord()) {
            found = Arrays.stream(type.getRecordComponents()).map(component -> component.getAccessor());
        } else if (type.isEnum() || type.getPackage() == null || type.getName().startsWith("java.")) {
            found = Stream.empty();
        } else {
            found = Arrays.stream(type.getInterfaces())
                    .filter(face -> !face.getName().startsWith("java."))
                    .flatMap(face -> Arrays.stream(face.getMethods()))
                    .filter(method -> method.getParameterCount() == 0
                            && !Modifier.isStatic(method.getModifiers())
                            && method.getReturnType() != void.class
                            && isAttribute(type, method));
        }
        List<Method> sorted = found
                .collect(Collectors.toMap(Method::getName, method -> method, (a, b) -> a, TreeMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        sorted.forEach(method -> method.setAccessible(true));
        return sorted.stream().map(Accessor::new).toList();
    }

    /** An attribute is stored: the generated class has a field of its name; derived methods are left out. */
    private static boolean isAttribute(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredFields())
                .anyMatch(
                        field -> field.getName().equals(method.getName()) && !Modifier.isStatic(field.getModifiers()));
    }
}
