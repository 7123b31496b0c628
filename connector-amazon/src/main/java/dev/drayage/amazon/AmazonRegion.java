package dev.drayage.amazon;

import java.net.URI;
import java.util.Locale;

/** The parts of the world into which Amazon divides its API: an account and its quotas live in exactly one. */
public enum AmazonRegion {
    /** North and South America. */
    NA,
    /** Europe, Middle East, Africa and India. */
    EU,
    /** Japan, Australia, Singapore. */
    FE;

    /** Where the API of the region listens. */
    public URI endpoint() {
        return URI.create("https://sellingpartnerapi-" + word() + ".amazon.com");
    }

    /** Where Amazon's sandbox of the region listens. */
    public URI sandbox() {
        return URI.create("https://sandbox.sellingpartnerapi-" + word() + ".amazon.com");
    }

    /** The name in lower case, as in settings and account ids. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
