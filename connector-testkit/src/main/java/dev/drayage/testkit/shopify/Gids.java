package dev.drayage.testkit.shopify;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Global ids, drawn from a seed: the numbers of different types have nothing to do with each other. Guarded by the shop. */
final class Gids {
    private static final Pattern FORM = Pattern.compile("gid://shopify/([A-Za-z]+)/([^?/]+)(\\?.*)?");

    private final long seed;
    private final Map<String, Row> rows = new HashMap<>();

    Gids(long seed) {
        this.seed = seed;
    }

    /** A fresh number of a type; numbers of one type grow. */
    long next(String type) {
        return rows.computeIfAbsent(type, t -> new Row(new SplittableRandom(seed * 31 + t.hashCode())))
                .next();
    }

    static String gid(String type, long number) {
        return "gid://shopify/" + type + "/" + number;
    }

    /** The type that a global id names, empty for a text that is none. */
    static String type(String gid) {
        Matcher form = FORM.matcher(gid);
        return form.matches() ? form.group(1) : "";
    }

    /** The id's number; refused at the top level unless it is an id of that type. */
    static long number(String gid, String type) {
        Matcher form = FORM.matcher(gid);
        if (!form.matches() || !form.group(1).equals(type) || !form.group(2).matches("[1-9][0-9]{0,17}")) {
            throw ApiError.invalidId(gid);
        }
        return Long.parseLong(form.group(2));
    }

    private static final class Row {
        private final SplittableRandom random;
        private long last;

        Row(SplittableRandom random) {
            this.random = random;
            last = random.nextLong(1_000_000_000_000L, 9_000_000_000_000L);
        }

        long next() {
            last += random.nextLong(3, 40_000);
            return last;
        }
    }
}
