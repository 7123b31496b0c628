package dev.drayage.testkit.netsuite;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of record: its names, its properties and its sublists. Filled while the catalogue is read, not changed
 * afterwards.
 */
final class RecordType {
    private final String name;
    private final String group;
    private final String code;
    private final String prefix;
    private final String label;
    private final boolean open;
    private final Map<String, RecordField> fields = new LinkedHashMap<>();
    private final Map<String, Sublist> sublists = new LinkedHashMap<>();

    /** A sublist: its name, the line property that is its key (empty when it has none), its line properties. */
    record Sublist(String name, String key, Map<String, RecordField> fields) {}

    RecordType(String name, String group, String code, String prefix, String label, boolean open) {
        this.name = name;
        this.group = group;
        this.code = code;
        this.prefix = prefix;
        this.label = label;
        this.open = open;
    }

    /** A list record that the catalogue does not describe; it takes any property. */
    static RecordType openList(String name) {
        return new RecordType(name, "list", name, "", name, true);
    }

    String name() {
        return name;
    }

    /** Code in SuiteQL: {@code SalesOrd}, {@code InvtPart}. */
    String code() {
        return code;
    }

    /** What document numbers start with, empty when there are none. */
    String prefix() {
        return prefix;
    }

    String label() {
        return label;
    }

    boolean isTransaction() {
        return group.equals("transaction");
    }

    boolean isItem() {
        return group.equals("item");
    }

    boolean isEntity() {
        return group.equals("entity");
    }

    /** Whether any property name is taken. */
    boolean isOpen() {
        return open;
    }

    /** Records of one space share internal ids and external ids: all transactions, all entities, all items. */
    String space() {
        return group.equals("list") ? name : group;
    }

    Optional<RecordField> field(String property) {
        return Optional.ofNullable(fields.get(property.toLowerCase(Locale.ROOT)));
    }

    Optional<Sublist> sublist(String property) {
        return Optional.ofNullable(sublists.get(property.toLowerCase(Locale.ROOT)));
    }

    /** Name of the sublist whose rows are the lines of a transaction. */
    String lineList() {
        for (String list : new String[] {"inventory", "item", "line", "other"}) {
            if (sublists.containsKey(list)) {
                return list;
            }
        }
        return "item";
    }

    Map<String, RecordField> fields() {
        return fields;
    }

    Map<String, Sublist> sublists() {
        return sublists;
    }

    void add(RecordField field) {
        fields.put(field.name().toLowerCase(Locale.ROOT), field);
    }

    void add(Sublist sublist) {
        sublists.put(sublist.name().toLowerCase(Locale.ROOT), sublist);
    }
}
