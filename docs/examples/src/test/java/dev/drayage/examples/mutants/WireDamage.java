package dev.drayage.examples.mutants;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Damages an answer as a whole: its bytes, its status, its headers. Confined to one thread. */
final class WireDamage {
    private final SplittableRandom dice;

    WireDamage(SplittableRandom dice) {
        this.dice = dice;
    }

    Mutant change(RecordedAnswer answer) {
        byte[] body = answer.body();
        int at = body.length == 0 ? 0 : dice.nextInt(body.length);
        switch (dice.nextInt(12)) {
            case 0, 1, 2 -> {
                return whole("cut off at " + at, answer.with(Arrays.copyOf(body, at)));
            }
            case 3 -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.write(body, 0, at);
                bytes.writeBytes(
                        dice.nextBoolean() ? new byte[] {(byte) 0xFF, (byte) 0xFE} : new byte[] {(byte) 0xC3, 0x28});
                bytes.write(body, at, body.length - at);
                return whole("no UTF-8 at " + at, answer.with(bytes.toByteArray()));
            }
            case 4 -> {
                return whole("200 to 204", answer.with(204));
            }
            case 5 -> {
                int status = new int[] {500, 502, 503, 429, 418, 301, 302, 400, 401, 403, 404, 409, 100, 206, 599}
                        [dice.nextInt(15)];
                return whole("status " + status, answer.with(status));
            }
            case 6 -> {
                return whole(
                        "a page for people",
                        new RecordedAnswer(
                                200,
                                Map.of("Content-Type", List.of("text/html")),
                                "<html><body>Down for maintenance</body></html>".getBytes(StandardCharsets.UTF_8)));
            }
            case 7 -> {
                Map<String, List<String>> headers = new HashMap<>(answer.headers());
                headers.entrySet().removeIf(header -> header.getKey().equalsIgnoreCase("content-type"));
                headers.put("Content-Type", List.of(pick("text/plain", "application/xml", "\u00e9", "")));
                return whole("another type", new RecordedAnswer(answer.status(), headers, body));
            }
            case 8 -> {
                return whole("nothing", answer.with(new byte[0]));
            }
            case 9 -> {
                String raw = pick(
                        "[]", "{}", "null", "0", "\"text\"", "[{}]", "true", " ", "{\"data\":null}", "{\"errors\":[]}");
                return whole("only " + raw, answer.with(raw.getBytes(StandardCharsets.UTF_8)));
            }
            case 10 -> {
                Map<String, List<String>> headers = new HashMap<>(answer.headers());
                headers.replaceAll(
                        (name, value) -> List.of(pick("", "-1", "1e400", "mutant", "999999999999999999999")));
                headers.remove("content-encoding");
                return whole("headers of nonsense", new RecordedAnswer(answer.status(), headers, body));
            }
            default -> {
                String text = new String(body, StandardCharsets.UTF_8) + pick("}", "{\"a\":1}", "garbage", "\u0000");
                return whole("more behind it", answer.with(text.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static Mutant whole(String what, RecordedAnswer answer) {
        return new Mutant(Harm.WIRE, what, "", Optional.empty(), answer);
    }

    private String pick(String... some) {
        return some[dice.nextInt(some.length)];
    }
}
