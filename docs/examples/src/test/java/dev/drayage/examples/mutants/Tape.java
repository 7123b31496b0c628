package dev.drayage.examples.mutants;

import dev.drayage.http.ApiClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one reading asked a simulator and was answered, in order. Recorded over loopback; played back with one answer replaced. A
 * request that was never recorded, because the replaced answer led to it, is answered with nothing found, as each vendor says it.
 */
final class Tape {
    private static final HttpClient TRANSPORT = ApiClient.standardTransport();
    private static final Pattern OPERATION =
            Pattern.compile("\"operationName\":\"(\\w+)\"|\"q\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, RecordedAnswer> answers = new LinkedHashMap<>();

    /** Names of the requests, in the order in which they were first made. */
    List<String> keys() {
        return new ArrayList<>(answers.keySet());
    }

    RecordedAnswer answer(String key) {
        return Optional.ofNullable(answers.get(key)).orElseThrow();
    }

    /** A client that asks the simulator and keeps what it answers. */
    HttpClient recording() {
        return new StandInClient() {
            @Override
            RecordedAnswer answer(String key, HttpRequest request) throws IOException, InterruptedException {
                HttpResponse<byte[]> real = TRANSPORT.send(request, HttpResponse.BodyHandlers.ofByteArray());
                RecordedAnswer answer =
                        new RecordedAnswer(real.statusCode(), real.headers().map(), real.body());
                answers.put(key, answer);
                return answer;
            }
        };
    }

    /** A client that answers as recorded, but for one answer. */
    HttpClient playing(String replaced, RecordedAnswer by, boolean again, UnaryOperator<RecordedAnswer> seen) {
        return new StandInClient() {
            @Override
            RecordedAnswer answer(String key, HttpRequest request) {
                if (key.equals(replaced)) {
                    return seen.apply(by);
                }
                RecordedAnswer found = answers.get(key);
                if (found == null && again && operation(key).equals(operation(replaced))) {
                    return seen.apply(by);
                }
                return found == null ? nothing(key) : found;
            }
        };
    }

    /** What is asked, without the values that are asked for. */
    static String operation(String key) {
        Matcher named = OPERATION.matcher(key);
        if (named.find()) {
            return named.group(1) == null ? named.group(2) : named.group(1);
        }
        int query = key.indexOf('?');
        return query < 0 ? key : key.substring(0, query);
    }

    private static RecordedAnswer nothing(String key) {
        if (key.contains("/graphql.json")) {
            return json(200, "{\"data\":{}}");
        }
        if (key.contains("/suiteql")) {
            return json(200, "{\"items\":[],\"hasMore\":false,\"count\":0,\"offset\":0,\"totalResults\":0}");
        }
        return json(404, "{\"errors\":[{\"code\":\"NotFound\",\"message\":\"no such record\"}]}");
    }

    private static RecordedAnswer json(int status, String body) {
        return new RecordedAnswer(
                status, Map.of("Content-Type", List.of("application/json")), body.getBytes(StandardCharsets.UTF_8));
    }
}
