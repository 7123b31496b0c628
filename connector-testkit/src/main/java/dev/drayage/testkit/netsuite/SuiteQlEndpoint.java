package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The query service: one page of rows per request, every value as text. Guarded by the account's lock. */
final class SuiteQlEndpoint {
    static final String PATH = "/services/rest/query/v1/suiteql";

    private static final int MAX_PAGE = 1000;

    private final Account account;
    private final SuiteQlEvaluator evaluator;
    private final Random disorder;
    private List<Map<String, String>> lastPage = List.of();

    SuiteQlEndpoint(Account account) {
        this.account = account;
        this.evaluator = new SuiteQlEvaluator(
                new SuiteQlTables(new SuiteQlView(account)), account.settings().scrambleSeed());
        this.disorder = new Random(account.settings().scrambleSeed());
    }

    WireResponse answer(WireRequest request) {
        if (!request.method().equals("POST")) {
            throw Refusal.methodNotAllowed(request.method());
        }
        if (request.header("prefer")
                .filter(value -> value.contains("transient"))
                .isEmpty()) {
            throw Refusal.invalidRequest("The header Prefer: transient is required.");
        }
        int limit = RecordEndpoint.number(request, "limit", MAX_PAGE);
        int offset = RecordEndpoint.number(request, "offset", 0);
        if (limit < 1 || limit > MAX_PAGE) {
            throw Refusal.invalidParameter("The limit must be between 1 and " + MAX_PAGE + ".");
        }
        if (offset % limit != 0) {
            throw Refusal.invalidParameter("The offset " + offset + " is not a multiple of the limit " + limit + ".");
        }
        ObjectNode body = Json.parseObject(request.body());
        List<String> parameters = new ArrayList<>();
        for (JsonNode parameter : body.path("params")) {
            parameters.add(parameter.asText());
        }
        if (!body.path("q").isTextual()) {
            throw Refusal.invalidRequest("The body needs a query q.");
        }
        List<Map<String, String>> rows = evaluator.run(body.path("q").asText(), parameters);
        List<Map<String, String>> page =
                rows.subList(Math.min(offset, rows.size()), Math.min(offset + limit, rows.size()));
        boolean more = offset + page.size() < rows.size();
        return RecordEndpoint.json(page(request, spoilt(page), more, offset, limit, rows.size()));
    }

    private List<Map<String, String>> spoilt(List<Map<String, String>> page) {
        Optional<PageFault> fault = account.switches().takePageFault();
        List<Map<String, String>> repeated = lastPage;
        lastPage = List.copyOf(page);
        if (fault.isEmpty()) {
            return page;
        }
        return switch (fault.get()) {
            case REPEATED -> repeated;
            case MISSING -> List.of();
            case REORDERED -> {
                List<Map<String, String>> shuffled = new ArrayList<>(page);
                Collections.shuffle(shuffled, disorder);
                yield shuffled;
            }
        };
    }

    private static ObjectNode page(
            WireRequest request, List<Map<String, String>> rows, boolean more, int offset, int limit, int total) {
        String self = "http://" + request.header("host").orElse("localhost") + PATH + "?limit=" + limit + "&offset=";
        ObjectNode page = Json.object();
        ArrayNode links = page.putArray("links");
        if (more) {
            links.addObject().put("rel", "next").put("href", self + (offset + limit));
        }
        links.addObject().put("rel", "self").put("href", self + offset);
        page.put("count", rows.size());
        page.put("hasMore", more);
        ArrayNode items = page.putArray("items");
        for (Map<String, String> row : rows) {
            ObjectNode item = items.addObject();
            item.putArray("links");
            row.forEach(item::put);
        }
        page.put("offset", offset);
        page.put("totalResults", total);
        return page;
    }
}
