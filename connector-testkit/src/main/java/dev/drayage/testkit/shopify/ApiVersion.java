package dev.drayage.testkit.shopify;

import java.util.Optional;

/** The versions that the shop answers in. */
public enum ApiVersion {
    /** The oldest, to which calls of retired versions fall forward. */
    V2026_04("2026-04"),
    /** Stable in the summer of 2026. */
    V2026_07("2026-07"),
    /** The newest stable one. */
    V2026_10("2026-10");

    private final String text;

    ApiVersion(String text) {
        this.text = text;
    }

    /** As it stands in the path. */
    public String text() {
        return text;
    }

    /** The version that answers a call to {@code asked}; empty for one that does not exist yet. */
    static Optional<ApiVersion> answering(String asked) {
        if (!asked.matches("20[0-9]{2}-(01|04|07|10)") || asked.compareTo(V2026_10.text) > 0) {
            return Optional.empty();
        }
        ApiVersion answering = V2026_04;
        for (ApiVersion each : values()) {
            if (each.text.equals(asked)) {
                answering = each;
            }
        }
        return Optional.of(answering);
    }
}
