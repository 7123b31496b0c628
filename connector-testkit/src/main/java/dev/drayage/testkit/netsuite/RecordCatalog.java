package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.RecordType.Sublist;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All record types of the account, read from {@code record-catalog.txt}, with the account's custom fields added. Not
 * thread-safe while custom fields are added; read only afterwards, except for list records first met in a seed.
 */
final class RecordCatalog {
    private final Map<String, RecordType> types = new LinkedHashMap<>();

    static RecordCatalog load() {
        RecordCatalog catalog = new RecordCatalog();
        try (InputStream in = Objects.requireNonNull(
                        RecordCatalog.class.getResourceAsStream("record-catalog.txt"), "record-catalog.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            catalog.read(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalog;
    }

    Optional<RecordType> find(String name) {
        return Optional.ofNullable(types.get(name.toLowerCase(Locale.ROOT)));
    }

    RecordType get(String name) {
        return find(name).orElseThrow(() -> Refusal.unknownResource(name));
    }

    /** The type named so; a list record nobody described comes into being as an open one. */
    RecordType getOrOpen(String name) {
        return types.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> RecordType.openList(name));
    }

    Collection<RecordType> all() {
        return types.values();
    }

    /** Declares a custom field; its prefix says where it lives. */
    void addCustomField(String id, FieldKind kind) {
        RecordField field = new RecordField(id, kind, kind == FieldKind.REFERENCE ? "any" : "", Map.of());
        String name = id.toLowerCase(Locale.ROOT);
        for (RecordType type : types.values()) {
            if ((name.startsWith("custbody") && type.isTransaction())
                    || (name.startsWith("custentity") && type.isEntity())
                    || (name.startsWith("custitem") && type.isItem())) {
                type.add(field);
            }
            if (name.startsWith("custcol")) {
                type.sublist(type.lineList()).ifPresent(lines -> lines.fields().put(name, field));
            }
        }
    }

    /** Every property name, for the packing dictionary. */
    Set<String> propertyNames() {
        Set<String> names = new LinkedHashSet<>();
        for (RecordType type : types.values()) {
            type.fields().values().forEach(field -> names.add(field.name()));
            type.sublists()
                    .values()
                    .forEach(sublist -> sublist.fields().values().forEach(field -> names.add(field.name())));
        }
        return names;
    }

    private void read(List<String> lines) {
        RecordType type = RecordType.openList("none");
        Map<String, RecordField> target = type.fields();
        for (String raw : lines) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> words = Arrays.asList(line.split("\\s+", -1));
            switch (words.get(0)) {
                case "type" -> {
                    String prefix = words.get(4).equals("-") ? "" : words.get(4);
                    String label = String.join(" ", words.subList(5, words.size()));
                    type = new RecordType(words.get(1), words.get(2), words.get(3), prefix, label, false);
                    types.put(words.get(1).toLowerCase(Locale.ROOT), type);
                    target = type.fields();
                }
                case "like" -> takeOver(type, get(words.get(1)));
                case "sublist" -> {
                    Map<String, RecordField> fields = new LinkedHashMap<>();
                    type.sublist(words.get(1)).ifPresent(before -> fields.putAll(before.fields()));
                    String key = words.get(2).equals("-") ? "" : words.get(2);
                    type.add(new Sublist(words.get(1), key, fields));
                    target = fields;
                }
                case "without" -> remove(target, words.subList(1, words.size()));
                case "end" -> target = type.fields();
                default -> addFields(target, words, line);
            }
        }
    }

    private static void takeOver(RecordType type, RecordType other) {
        type.fields().putAll(other.fields());
        other.sublists()
                .values()
                .forEach(list -> type.add(new Sublist(list.name(), list.key(), new LinkedHashMap<>(list.fields()))));
    }

    private static void remove(Map<String, RecordField> target, List<String> names) {
        names.forEach(name -> target.remove(name.toLowerCase(Locale.ROOT)));
    }

    private static void addFields(Map<String, RecordField> target, List<String> words, String line) {
        switch (words.get(0)) {
            case "ref" -> add(target, FieldKind.REFERENCE, words.get(1), words.subList(2, words.size()));
            case "choice", "computed_choice" -> {
                String options = line.substring(
                                line.indexOf(words.get(1)) + words.get(1).length())
                        .strip();
                Map<String, String> choices = new LinkedHashMap<>();
                for (String option : options.split("\\|", -1)) {
                    int eq = option.indexOf('=');
                    choices.put(option.substring(0, eq), option.substring(eq + 1));
                }
                target.put(
                        words.get(1).toLowerCase(Locale.ROOT),
                        new RecordField(
                                words.get(1), FieldKind.valueOf(words.get(0).toUpperCase(Locale.ROOT)), "", choices));
            }
            default -> {
                FieldKind kind = FieldKind.valueOf(words.get(0).toUpperCase(Locale.ROOT));
                add(target, kind, "", words.subList(1, words.size()));
            }
        }
    }

    private static void add(Map<String, RecordField> target, FieldKind kind, String to, List<String> names) {
        for (String name : names) {
            target.put(name.toLowerCase(Locale.ROOT), new RecordField(name, kind, to, Map.of()));
        }
    }
}
