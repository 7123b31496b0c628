package dev.drayage.examples.mutants;

import java.util.List;
import java.util.Map;

/**
 * One answer as it came over the wire.
 *
 * @param status HTTP status
 * @param headers header values by name
 * @param body raw body
 */
@SuppressWarnings("ArrayRecordComponent") // a body is handed over, not compared
record RecordedAnswer(int status, Map<String, List<String>> headers, byte[] body) {
    RecordedAnswer {
        headers = Map.copyOf(headers);
    }

    RecordedAnswer with(byte[] other) {
        return new RecordedAnswer(status, headers, other);
    }

    RecordedAnswer with(int other) {
        return new RecordedAnswer(other, headers, body);
    }
}
