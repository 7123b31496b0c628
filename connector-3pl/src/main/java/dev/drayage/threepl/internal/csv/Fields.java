package dev.drayage.threepl.internal.csv;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The fields of one row by their meaning. Used by one thread.
 *
 * @param <C> the document's columns
 */
final class Fields<C extends Enum<C> & Column> {
    private final CsvRow row;
    private final ColumnMap.ColumnIndex<C> index;
    private final Notation notation;

    Fields(CsvRow row, ColumnMap.ColumnIndex<C> index, Notation notation) {
        this.row = row;
        this.index = index;
        this.notation = notation;
    }

    /** A text without blanks around it, empty if it is not told. */
    String text(C column) {
        return index.raw(row, column).strip();
    }

    String required(C column) throws RowFault {
        String text = text(column);
        if (text.isEmpty()) {
            throw fault(column, "is empty");
        }
        return text;
    }

    /** Units; empty only if the file has no such column. */
    Optional<BigDecimal> units(C column) throws RowFault {
        return index.has(column) ? Optional.of(number(column, index.raw(row, column))) : Optional.empty();
    }

    /** Refuses units that are none, of a column that is used for nothing. */
    void check(C column) throws RowFault {
        if (index.has(column)) {
            number(column, index.raw(row, column));
        }
    }

    /** An amount; empty if it is not told. */
    Optional<BigDecimal> amount(C column) throws RowFault {
        return text(column).isEmpty() ? Optional.empty() : Optional.of(number(column, index.raw(row, column)));
    }

    private BigDecimal number(C column, String text) throws RowFault {
        return notation.number(text)
                .orElseThrow(() -> fault(column, "is no number with " + notation.numbers() + " and nothing else"));
    }

    /** A day; empty if it is not told. */
    Optional<LocalDate> day(C column) throws RowFault {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(notation.day(text).orElseThrow(() -> fault(column, "is no day as the layout writes it")));
    }

    /** A time, or noon of a day. */
    Instant timeOrNoon(C column) throws RowFault {
        String text = required(column);
        return notation.day(text)
                .map(notation::noon)
                .or(() -> notation.time(text))
                .orElseThrow(() -> fault(column, "is neither a day nor a time as the layout writes them"));
    }

    /** A time; empty only if the file has no such column. */
    Optional<Instant> time(C column) throws RowFault {
        if (!index.has(column)) {
            return Optional.empty();
        }
        return Optional.of(notation.time(required(column))
                .orElseThrow(() -> fault(column, "is no time of a day as the layout writes it")));
    }

    RowFault fault(C column, String problem) {
        return new RowFault(row.number(), index.name(column), problem);
    }
}
