package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers of lines that carry their key in {@code line}. */
final class LineNumbers {
    private LineNumbers() {}

    /** The highest number that a sublist has or had. */
    static long last(ObjectNode draft, Optional<ObjectNode> before, String sublist) {
        return Stream.concat(Stream.of(draft), before.stream())
                .flatMap(body -> Json.rows(body, sublist).stream())
                .mapToLong(line -> line.path("line").asLong(0))
                .max()
                .orElse(0);
    }
}
