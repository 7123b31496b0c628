package dev.drayage.amazon.internal.api;

/**
 * The user agent that Amazon demands: application, version, and attributes of which {@code Language} is a must; at most
 * 500 characters (page "Include a User-Agent header in all requests"). Stateless.
 */
final class UserAgent {
    private UserAgent() {}

    static String of(String application, String version) {
        return escaped(application) + "/" + escaped(version) + " (Language=Java/"
                + Runtime.version().feature() + "; Library=Drayage)";
    }

    /** A sign that parts the header is escaped inside a value. */
    private static String escaped(String value) {
        return value.replaceAll("[\\\\/()=;]", "\\\\$0");
    }
}
