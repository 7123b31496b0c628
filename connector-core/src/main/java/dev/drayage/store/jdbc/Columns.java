package dev.drayage.store.jdbc;

import dev.drayage.model.RecordRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Reads a row's values from left to right. Used by one thread. */
final class Columns {
    private final ResultSet row;
    private int index;

    Columns(ResultSet row) {
        this.row = row;
    }

    String text() throws SQLException {
        return KeptText.decode(row.getString(++index));
    }

    Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(row.getString(++index)).map(KeptText::decode);
    }

    /** A name that {@link Parameters#name} wrote. */
    String name() throws SQLException {
        return SortedText.decode(text());
    }

    RecordRef ref() throws SQLException {
        return RecordRef.parse(name());
    }

    Optional<RecordRef> optionalRef() throws SQLException {
        return optionalText().map(SortedText::decode).map(RecordRef::parse);
    }

    int count() throws SQLException {
        return row.getInt(++index);
    }

    boolean flag() throws SQLException {
        return row.getInt(++index) != 0;
    }

    long number() throws SQLException {
        return row.getLong(++index);
    }

    Optional<Long> optionalNumber() throws SQLException {
        long value = number();
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    Instant instant() throws SQLException {
        return Micros.instant(number());
    }

    Optional<Instant> optionalInstant() throws SQLException {
        return optionalNumber().map(Micros::instant);
    }

    <E extends Enum<E>> E word(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    <E extends Enum<E>> Optional<E> optionalWord(Class<E> type) throws SQLException {
        return optionalText().map(name -> Enum.valueOf(type, name));
    }
}
