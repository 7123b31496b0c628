package dev.drayage.testkit.warehouse;

/** CSV files. Immutable. */
public final class CsvDialect implements Dialect {}
