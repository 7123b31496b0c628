package dev.drayage.store.jdbc;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One table as statements see it.
 *
 * @param name with the host's prefix
 * @param key columns of its primary key, in the order in which they are bound
 * @param rest the other columns, bound after them
 */
record Table(String name, List<String> key, List<String> rest) {
    String columns() {
        return Stream.concat(key.stream(), rest.stream()).collect(Collectors.joining(", "));
    }

    String marks() {
        return Stream.concat(key.stream(), rest.stream()).map(column -> "?").collect(Collectors.joining(", "));
    }
}
