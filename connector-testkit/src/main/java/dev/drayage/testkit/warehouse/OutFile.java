package dev.drayage.testkit.warehouse;

/** A file that the warehouse puts out. The bytes are not copied; nobody changes them. */
@SuppressWarnings("ArrayRecordComponent") // files are never compared as records
record OutFile(String name, byte[] bytes) {}
