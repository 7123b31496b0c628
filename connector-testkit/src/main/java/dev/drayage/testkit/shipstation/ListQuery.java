package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The parameters of a list and its pages. Records with equal sort values come in the order they were made, whichever
 * the direction. Not thread-safe; lives as long as one request.
 */
final class ListQuery {
    private static final int USUAL_PAGE = 25;

    private final WireRequest request;
    private final Set<String> asked = new HashSet<>();

    ListQuery(WireRequest request) {
        this.request = request;
    }

    private Optional<String> text(String name) {
        asked.add(name);
        return request.queryValue(name).filter(value -> !value.isEmpty());
    }

    /** Passes records that have the value which the caller wants, if there is one. */
    <T> Predicate<T> is(String name, Function<T, String> value) {
        Optional<String> wanted = text(name);
        return one -> wanted.map(text -> text.equals(value.apply(one))).orElse(true);
    }

    /** Passes records of which the time lies between two parameters, both ends included. */
    <T> Predicate<T> within(String startName, String endName, Function<T, Instant> time) {
        Optional<Instant> start = time(startName);
        Optional<Instant> end = time(endName);
        return one -> start.map(first -> !time.apply(one).isBefore(first)).orElse(true)
                && end.map(last -> !time.apply(one).isAfter(last)).orElse(true);
    }

    private Optional<Instant> time(String name) {
        return text(name).map(value -> {
            try {
                return value.length() == 10
                        ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw invalid(name, "must be a date and time with an offset.");
            }
        });
    }

    /** The order that the caller wants, of those in {@code orders}; newest first unless told otherwise. */
    <T> Comparator<T> order(Map<String, Function<T, Instant>> orders, String usual) {
        Function<T, Instant> by = orders.get(text("sort_by").orElse(usual));
        if (by == null) {
            throw invalid("sort_by", "must be one of " + orders.keySet() + ".");
        }
        Comparator<T> ascending = Comparator.comparing(by);
        return switch (text("sort_dir").orElse("desc")) {
            case "asc" -> ascending;
            case "desc" -> ascending.reversed();
            default -> throw invalid("sort_dir", "must be asc or desc.");
        };
    }

    /** One page of {@code all}; parameters that nobody asked about are told to {@code ignored}. */
    <T> WireResponse page(String name, List<T> all, Function<T, ObjectNode> json, Consumer<String> ignored) {
        int page = number("page", 1);
        int size = number("page_size", USUAL_PAGE);
        int pages = (all.size() + size - 1) / size;
        ObjectNode body = Json.object();
        ArrayNode rows = body.putArray(name);
        long first = (long) (page - 1) * size;
        all.stream().skip(first).limit(size).forEach(one -> rows.add(json.apply(one)));
        body.put("total", all.size()).put("page", page).put("pages", pages);
        ObjectNode links = body.putObject("links");
        links.putObject("first").put("href", href(1, size));
        links.putObject("last").put("href", href(Math.max(1, pages), size));
        ObjectNode previous = links.putObject("prev");
        ObjectNode next = links.putObject("next");
        if (page > 1) {
            previous.put("href", href(page - 1, size));
        }
        if (page < pages) {
            next.put("href", href(page + 1, size));
        }
        request.query().keySet().stream().filter(key -> !asked.contains(key)).forEach(ignored);
        return WireResponse.json(200, body.toString());
    }

    private int number(String name, int usual) {
        return text(name)
                .map(value -> {
                    try {
                        int number = Integer.parseInt(value);
                        if (number > 0) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        // refused below, like a number that is too small
                    }
                    throw invalid(name, "must be a whole number from 1.");
                })
                .orElse(usual);
    }

    private String href(int page, int size) {
        List<String> pairs = new ArrayList<>();
        request.query().forEach((name, values) -> {
            if (!name.equals("page") && !name.equals("page_size")) {
                values.forEach(value -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
            }
        });
        pairs.add("page=" + page);
        pairs.add("page_size=" + size);
        return "http://" + request.header("host").orElse("localhost") + request.rawPath() + "?"
                + String.join("&", pairs);
    }

    private static VendorError.Refused invalid(String field, String what) {
        return VendorError.invalid("invalid_field_value", field, field + " " + what)
                .thrown();
    }
}
