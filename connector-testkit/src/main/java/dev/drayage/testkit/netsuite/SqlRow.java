package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One row of a table: a record, or one of its parts.
 *
 * @param record the record the row comes from
 * @param number number of the part: line number, package position; zero for the record itself
 * @param part the part's own body; empty for the record itself
 * @param role what kind of part it is
 */
record SqlRow(StoredRecord record, long number, ObjectNode part, Role role) {

    /** What a row stands for. */
    enum Role {
        RECORD,
        ITEM,
        SHIPPING,
        DISCOUNT,
        TAX,
        PACKAGE
    }

    static SqlRow of(StoredRecord record) {
        return new SqlRow(record, 0, EMPTY, Role.RECORD);
    }

    private static final ObjectNode EMPTY = Json.object();
}
