package dev.drayage.testkit.warehouse;

/** In what kind of files a warehouse and its depositor talk. Immutable. */
public sealed interface Dialect permits X12Dialect, CsvDialect {}
