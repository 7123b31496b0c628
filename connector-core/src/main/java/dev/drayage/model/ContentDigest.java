package dev.drayage.model;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return accessors(type);
        }
    };

    private final MessageDigest digest;

    private ContentDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest of canonical values, taken together and in order. */
    public static String of(Object... values) {
        ContentDigest walk = new ContentDigest();
        for (Object value : values) {
            walk.add(value);
        }
        byte[] full = walk.digest.digest();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, 16));
    }

    private void add(Object value) {
        if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                add(optional.get());
            } else {
                mark('0');
            }
        } else if (value instanceof BigDecimal decimal) {
            mark('n');
            text(decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString());
        } else if (value instanceof Map<?, ?> map) {
            mark('m');
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, entry) -> sorted.put(String.valueOf(key), entry));
            sorted.forEach((key, entry) -> {
                text(key);
                add(entry);
            });
            mark('.');
        } else if (value instanceof Set<?> set) {
            mark('s');
            set.stream().map(String::valueOf).sorted().forEach(this::text);
            mark('.');
        } else if (value instanceof Collection<?> list) {
            mark('l');
            list.forEach(this::add);
            mark('.');
        } else if (isComposite(value)) {
            mark('r');
            for (Method accessor : ACCESSORS.get(value.getClass())) {
                text(accessor.getName());
                add(invoke(accessor, value));
            }
            mark('.');
        } else {
            mark('v');
            text(String.valueOf(value));
        }
    }

    private static boolean isComposite(Object value) {
        return value instanceof Record || !ACCESSORS.get(value.getClass()).isEmpty();
    }

    private void mark(char kind) {
        digest.update((byte) kind);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        digest.update(new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        digest.update(bytes);
    }

    private static Object invoke(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("accessor " + accessor.getName() + " cannot be read", e);
        }
    }

    /** The components of a record, or the parameterless accessors of the model interfaces that a value implements. */
    private static List<Method> accessors(Class<?> type) {
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
        return sorted;
    }

    /** An attribute is stored: the generated class has a field of its name; derived methods are left out. */
    private static boolean isAttribute(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredFields())
                .anyMatch(
                        field -> field.getName().equals(method.getName()) && !Modifier.isStatic(field.getModifiers()));
    }
}
