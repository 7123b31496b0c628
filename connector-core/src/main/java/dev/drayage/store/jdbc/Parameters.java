package dev.drayage.store.jdbc;

import dev.drayage.model.RecordRef;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

/** Binds a statement's values from left to right. Used by one thread. */
final class Parameters {
    private final PreparedStatement statement;
    private int index;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters text(String value) throws SQLException {
        statement.setString(++index, KeptText.encode(value));
        return this;
    }

    Parameters text(Optional<String> value) throws SQLException {
        if (value.isPresent()) {
            return text(value.get());
        }
        statement.setNull(++index, Types.VARCHAR);
        return this;
    }

    Parameters name(Object name) throws SQLException {
        return text(SortedText.encode(name.toString()));
    }

    Parameters ref(Optional<RecordRef> ref) throws SQLException {
        return text(ref.map(present -> SortedText.encode(present.toString())));
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    Parameters count(int value) throws SQLException {
        statement.setInt(++index, value);
        return this;
    }

    Parameters flag(boolean value) throws SQLException {
        return count(value ? 1 : 0);
    }

    Parameters instant(Instant value) throws SQLException {
        return number(Micros.floor(value));
    }

    Parameters instant(Optional<Instant> value) throws SQLException {
        return number(value.map(Micros::floor));
    }

    Parameters number(Optional<Long> value) throws SQLException {
        if (value.isPresent()) {
            return number(value.get());
        }
        statement.setNull(++index, Types.BIGINT);
        return this;
    }
}
