package dev.drayage.spi;

/**
 * Where the next page of a slice begins, in the source's own words; opaque to the engine and stored by it. Holds no buyer's
 * data.
 *
 * @param token at most 2,000 characters
 */
public record Cursor(String token) {}
