package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.wire.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Path of a request below a prefix, cut at its slashes before the percent-encoding is undone. */
final class WirePath {
    private WirePath() {}

    static List<String> segments(WireRequest request, String prefix) {
        String rest = request.rawPath().startsWith(prefix) ? request.rawPath().substring(prefix.length()) : "";
        return Arrays.stream(rest.split("/", -1))
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }
}
