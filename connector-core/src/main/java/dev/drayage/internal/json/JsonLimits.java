package dev.drayage.internal.json;

/**
 * How large a document may be. Immutable.
 *
 * @param documentBytes bytes of the document
 * @param depth nested objects and arrays
 * @param stringChars characters of one string
 * @param numberChars characters of one number; also the largest power of ten, up or down
 */
public record JsonLimits(long documentBytes, int depth, int stringChars, int numberChars) {

    /** 64 MiB, 100 levels, 16 million characters in a string, 60 in a number. */
    public static JsonLimits standard() {
        return new JsonLimits(64L * 1024 * 1024, 100, 16_000_000, 60);
    }
}
