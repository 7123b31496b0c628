package dev.drayage.threepl.internal.csv;

import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param number the line in which it begins, from one
 * @param fields its fields without their quotes
 */
record CsvRow(long number, List<String> fields) {
    CsvRow {
        fields = List.copyOf(fields);
    }
}
