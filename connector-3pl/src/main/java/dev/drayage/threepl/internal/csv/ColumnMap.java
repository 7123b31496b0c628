package dev.drayage.threepl.internal.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which heading, or which position in a file without headings, stands for what in one kind of document. A column that a setting
 * names must be there; one that it names with nothing is not read. Immutable.
 *
 * @param <C> the document's columns
 */
public final class ColumnMap<C extends Enum<C> & Column> {
    private final Class<C> type;
    private final Map<C, String> names;
    private final Set<C> mustBeThere;
    private final boolean byPosition;

    private ColumnMap(Class<C> type, Map<C, String> names, Set<C> mustBeThere, boolean byPosition) {
        this.type = type;
        this.names = names;
        this.mustBeThere = mustBeThere;
        this.byPosition = byPosition;
    }

    /** What is wrong with the columns of shipments that a setting gave, whose values are not repeated. */
    public static List<String> shipmentProblems(String setting, Map<String, String> given, boolean headings) {
        return shipments(given, headings).problems(setting, given);
    }

    /** What is wrong with the columns of stock that a setting gave, whose values are not repeated. */
    public static List<String> stockProblems(String setting, Map<String, String> given, boolean headings) {
        return stock(given, headings).problems(setting, given);
    }

    /** The columns of shipments. */
    static ColumnMap<ShipmentColumn> shipments(Map<String, String> given, boolean headings) {
        return of(ShipmentColumn.class, given, headings);
    }

    /** The columns of stock. */
    static ColumnMap<StockColumn> stock(Map<String, String> given, boolean headings) {
        return of(StockColumn.class, given, headings);
    }

    private static <C extends Enum<C> & Column> ColumnMap<C> of(
            Class<C> type, Map<String, String> given, boolean headings) {
        Map<C, String> names = new EnumMap<>(type);
        Set<C> mustBeThere = EnumSet.noneOf(type);
        for (C column : type.getEnumConstants()) {
            String name = given.getOrDefault(column.word(), headings ? column.word() : "");
            if (!name.isEmpty()) {
                names.put(column, name);
                if (given.containsKey(column.word()) || column.need() == Column.Need.REQUIRED) {
                    mustBeThere.add(column);
                }
            }
        }
        return new ColumnMap<>(type, names, mustBeThere, !headings);
    }

    private List<String> problems(String setting, Map<String, String> given) {
        List<String> problems = new ArrayList<>();
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Column::word).toList();
        if (!words.containsAll(given.keySet())) {
            problems.add(setting + " names a column that is none of " + String.join(", ", words));
        }
        List<String> missing = Arrays.stream(type.getEnumConstants())
                .filter(column -> column.need() == Column.Need.REQUIRED && !names.containsKey(column))
                .map(Column::word)
                .toList();
        if (!missing.isEmpty()) {
            problems.add(setting + " must name " + String.join(", ", missing));
        }
        List<C> oneOf = Arrays.stream(type.getEnumConstants())
                .filter(column -> column.need() == Column.Need.ONE_OF)
                .toList();
        if (!oneOf.isEmpty() && oneOf.stream().noneMatch(names::containsKey)) {
            problems.add(
                    setting + " must name " + oneOf.stream().map(Column::word).collect(Collectors.joining(" or ")));
        }
        if (new HashSet<>(names.values()).size() != names.size()) {
            problems.add(setting + " gives two columns one name");
        }
        if (byPosition && !names.values().stream().allMatch(name -> name.matches("[1-9][0-9]{0,2}"))) {
            problems.add(setting + " must give positions from 1, since the files have no headings");
        }
        return problems;
    }

    /** What must be there and is not among {@code present}, by its name in the file. */
    private List<String> missing(Set<C> present) {
        List<String> missing = new ArrayList<>();
        List<String> oneOf = new ArrayList<>();
        boolean one = false;
        for (C column : type.getEnumConstants()) {
            boolean there = present.contains(column);
            if (column.need() == Column.Need.ONE_OF) {
                oneOf.add(name(column));
                one |= there;
            }
            if (!there && (mustBeThere.contains(column) || column.need() == Column.Need.REQUIRED)) {
                missing.add(name(column));
            }
        }
        if (!oneOf.isEmpty() && !one && missing.stream().noneMatch(oneOf::contains)) {
            missing.add(String.join(" or ", oneOf));
        }
        return missing;
    }

    private String name(C column) {
        return names.getOrDefault(column, column.word());
    }

    /** What a heading row lacks; empty if it is one of such a document. */
    List<String> missing(List<String> headingRow) {
        Set<C> present = EnumSet.noneOf(type);
        names.forEach((column, name) -> {
            if (stripped(headingRow).contains(name)) {
                present.add(column);
            }
        });
        return missing(present);
    }

    /** Where each column stands in files with such a heading row. */
    ColumnIndex<C> in(List<String> headingRow) throws FileFault {
        List<String> row = stripped(headingRow);
        Map<C, Integer> places = new EnumMap<>(type);
        for (Map.Entry<C, String> entry : names.entrySet()) {
            if (Collections.frequency(row, entry.getValue()) > 1) {
                throw FileFault.of("has heading " + entry.getValue() + " twice");
            }
            int place = row.indexOf(entry.getValue());
            if (place >= 0) {
                places.put(entry.getKey(), place);
            }
        }
        return new ColumnIndex<>(places, new EnumMap<>(names));
    }

    /** Where each column stands in files without headings. */
    ColumnIndex<C> byPosition(int width) throws FileFault {
        Map<C, Integer> places = new EnumMap<>(type);
        Map<C, String> readable = new EnumMap<>(type);
        for (Map.Entry<C, String> entry : names.entrySet()) {
            int place = Integer.parseInt(entry.getValue()) - 1;
            if (place >= width) {
                throw FileFault.of("has " + width + " columns, and "
                        + entry.getKey().word() + " should be column " + entry.getValue());
            }
            places.put(entry.getKey(), place);
            readable.put(
                    entry.getKey(), entry.getValue() + " (" + entry.getKey().word() + ")");
        }
        return new ColumnIndex<>(places, readable);
    }

    private static List<String> stripped(List<String> row) {
        return row.stream().map(String::strip).toList();
    }

    /**
     * Where the columns of one file stand. Immutable.
     *
     * @param places position of a column, from zero
     * @param names what the file calls it, for messages
     */
    record ColumnIndex<C extends Enum<C> & Column>(Map<C, Integer> places, Map<C, String> names) {
        ColumnIndex {
            places = Map.copyOf(places);
            names = Map.copyOf(names);
        }

        boolean has(C column) {
            return places.containsKey(column);
        }

        /** The field of a column as it stands there; empty if there is no such column. */
        String raw(CsvRow row, C column) {
            return Optional.ofNullable(places.get(column))
                    .map(place -> row.fields().get(place))
                    .orElse("");
        }

        String name(C column) {
            return names.getOrDefault(column, column.word());
        }

        /** A mark that nobody sees makes another name of a name: such a file was mixed up. */
        void checkVisible(CsvRow row) throws FileFault {
            for (Map.Entry<C, Integer> entry : places.entrySet()) {
                if (row.fields().get(entry.getValue()).chars().anyMatch(ColumnIndex::isInvisible)) {
                    throw FileFault.inRow(row.number(), "has an invisible character in column " + name(entry.getKey()));
                }
            }
        }

        static boolean isInvisible(int c) {
            return Character.getType(c) == Character.FORMAT || c == 0xFFFD || c == 0xFFFE;
        }
    }
}
