package dev.drayage.http;

import dev.drayage.error.SettingsException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where requests may go: the base and the hosts that were allowed, always over TLS except to this machine. Immutable.
 */
final class Target {
    private final URI base;
    private final String root;
    private final Set<String> otherHosts;

    Target(URI base, Set<String> otherHosts) {
        this.base = base;
        this.root = base.toString().replaceAll("/+$", "");
        this.otherHosts = Set.copyOf(otherHosts);
        if (base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new SettingsException(List.of("the base address must be absolute, without query and fragment: "
                    + (base.getHost() == null ? "no host" : Redaction.uri(base))));
        }
        if (base.getRawUserInfo() != null) {
            throw new SettingsException(List.of("the base address must not hold credentials"));
        }
        if (!isPrivate(base)) {
            throw new SettingsException(List.of("the base address must use https: " + Redaction.uri(base)));
        }
    }

    String host() {
        return base.getHost();
    }

    /** The address of a request; refuses one whose host is not allowed. */
    URI resolve(ApiRequest request) {
        String target = request.target();
        if (!target.startsWith("http:") && !target.startsWith("https:")) {
            boolean joined = target.isEmpty() || target.startsWith("/") || target.startsWith("?");
            return parse(request, joined ? root + target : root + "/" + target);
        }
        URI uri = parse(request, target);
        if (isBase(uri) || (isPrivate(uri) && uri.getRawUserInfo() == null && isAllowed(uri))) {
            return uri;
        }
        throw new IllegalArgumentException(
                "requests of " + request.operation() + " to " + uri.getHost() + " are not allowed here");
    }

    /** A failure must not show the address: the query may hold anything. */
    private static URI parse(ApiRequest request, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "the address of " + request.operation() + " cannot be read at position " + e.getIndex());
        }
    }

    /** Whether an address has the scheme, host and port of the base; only there may the authorisation be sent. */
    boolean isBase(URI uri) {
        return base.getScheme().equalsIgnoreCase(uri.getScheme())
                && base.getHost().equalsIgnoreCase(uri.getHost())
                && base.getPort() == uri.getPort()
                && uri.getRawUserInfo() == null;
    }

    private boolean isAllowed(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return otherHosts.stream()
                .map(allowed -> allowed.toLowerCase(Locale.ROOT))
                .anyMatch(allowed -> allowed.startsWith(".")
                        ? host.endsWith(allowed) && host.length() > allowed.length()
                        : host.equals(allowed));
    }

    private static boolean isPrivate(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                || ("http".equalsIgnoreCase(uri.getScheme())
                        && Set.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost()));
    }
}
