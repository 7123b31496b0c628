package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.JournaledWrite.Origin;
import dev.drayage.testkit.netsuite.RecordView.Wish;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /services/rest/record/v1}: collections, instances and transforms. Guarded by the account's lock. */
final class RecordEndpoint {
    static final String PATH = "/services/rest/record/v1/";

    private static final Pattern EXTERNAL_ID_FILTER =
            Pattern.compile("\\s*externalId\\s+IS\\s+\"([^\"]*)\"\\s*", Pattern.CASE_INSENSITIVE);
    private static final int MAX_PAGE = 1000;

    private final Account account;
    private final RecordWriter writer;
    private final RecordView view;

    RecordEndpoint(Account account, RecordWriter writer) {
        this.account = account;
        this.writer = writer;
        this.view = new RecordView(account);
    }

    /** What kind of request this is, for the counters. */
    static String operation(WireRequest request) {
        List<String> path = segments(request);
        if (path.get(0).equals("metadata-catalog")) {
            return "metadata";
        }
        String verb = switch (request.method()) {
            case "GET" -> path.size() == 1 ? "list " : "read ";
            case "POST" -> path.size() > 3 && path.get(2).equals("!transform") ? "transform " : "create ";
            case "PUT" -> "upsert ";
            case "PATCH" -> "update ";
            default -> "delete ";
        };
        return verb + (verb.equals("transform ") ? path.get(3) : path.get(0));
    }

    WireResponse answer(WireRequest request) {
        List<String> path = segments(request);
        if (path.get(0).equals("metadata-catalog")) {
            return new MetadataCatalog(account.catalog()).answer(path, request);
        }
        RecordType type = account.catalog().get(path.get(0));
        refuseWithoutPermission(type);
        return switch (path.size()) {
            case 1 -> collection(type, request);
            case 2 -> instance(type, path.get(1), request);
            case 4 ->
                path.get(2).equals("!transform")
                        ? transform(find(type, path.get(1), false), path.get(3), request)
                        : throwUnknown(request);
            case 3 -> sublist(find(type, path.get(1), true), path.get(2), request);
            default -> throwUnknown(request);
        };
    }

    private WireResponse collection(RecordType type, WireRequest request) {
        return switch (request.method()) {
            case "POST" -> created(request, writer.create(type, body(request), strictNames(request), Origin.API));
            case "GET" -> list(type, request);
            default -> throw Refusal.methodNotAllowed(request.method());
        };
    }

    private WireResponse instance(RecordType type, String key, WireRequest request) {
        return switch (request.method()) {
            case "GET" -> json(view.show(find(type, key, true), wish(type, key, request)));
            case "PATCH" -> created(request, update(find(type, key, true), request));
            case "PUT" -> upsert(type, key, request);
            case "DELETE" -> {
                writer.delete(find(type, key, true), Origin.API);
                yield WireResponse.empty(204);
            }
            default -> throw Refusal.methodNotAllowed(request.method());
        };
    }

    /** PUT is an upsert by external id; an internal id cannot be put. */
    private WireResponse upsert(RecordType type, String key, WireRequest request) {
        if (!key.startsWith("eid:")) {
            throw Refusal.invalidRequest("PUT needs an external id in the path, such as eid:CID002.");
        }
        String externalId = key.substring(4);
        StoredRecord existing = account.store()
                .byExternalId(type.space(), externalId)
                .filter(found -> found.recordType() == type)
                .orElse(null);
        if (existing != null) {
            return created(request, update(existing, request));
        }
        ObjectNode body = body(request).put("externalId", externalId);
        return created(request, writer.create(type, body, strictNames(request), Origin.API));
    }

    private StoredRecord update(StoredRecord record, WireRequest request) {
        Set<String> replaced = Wish.names(request.queryValue("replace"));
        return writer.update(record, body(request), replaced, strictNames(request), Origin.API);
    }

    private WireResponse transform(StoredRecord source, String target, WireRequest request) {
        if (!request.method().equals("POST")) {
            throw Refusal.methodNotAllowed(request.method());
        }
        RecordType type = account.catalog().get(target);
        refuseWithoutPermission(type);
        if (request.header("accept")
                .filter(accept -> accept.contains("create-form"))
                .isPresent()) {
            Wish wish = wish(source.recordType(), source.id(), request);
            return json(view.body(type, writer.draft(source, type, body(request), strictNames(request)), wish));
        }
        return created(request, writer.transform(source, type, body(request), strictNames(request), Origin.API));
    }

    private WireResponse list(RecordType type, WireRequest request) {
        int limit = number(request, "limit", MAX_PAGE);
        int offset = number(request, "offset", 0);
        if (limit < 1 || limit > MAX_PAGE || offset % limit != 0) {
            throw Refusal.invalidParameter("The offset must be a multiple of the limit, and the limit at most 1000.");
        }
        List<StoredRecord> found = new ArrayList<>();
        String filter = request.queryValue("q").orElse("");
        Matcher byExternalId = EXTERNAL_ID_FILTER.matcher(filter);
        if (byExternalId.matches()) {
            account.store().byExternalId(type.space(), byExternalId.group(1)).ifPresent(found::add);
        } else if (filter.isEmpty()) {
            account.store().all(type.space(), Long.MIN_VALUE).forEach(found::add);
        } else {
            throw Refusal.invalidParameter("Invalid search query: " + filter);
        }
        found.removeIf(record -> record.recordType() != type);
        ObjectNode page = Json.object();
        page.set("links", RecordView.self(base(request) + type.name()));
        List<StoredRecord> rows = found.stream().skip(offset).limit(limit).toList();
        page.put("count", rows.size());
        page.put("hasMore", offset + rows.size() < found.size());
        ArrayNode items = page.putArray("items");
        rows.forEach(record -> items.addObject()
                .put("id", record.id())
                .set("links", RecordView.self(base(request) + type.name() + "/" + record.id())));
        page.put("offset", offset);
        page.put("totalResults", found.size());
        return json(page);
    }

    private WireResponse sublist(StoredRecord record, String name, WireRequest request) {
        String list = record.recordType()
                .sublist(name)
                .orElseThrow(() -> Refusal.unknownResource(name))
                .name();
        Wish wish = wish(record.recordType(), record.id(), request);
        Wish expanded = new Wish(wish.base(), true, Set.of(), Set.of(), wish.bareEnumerations());
        return json((ObjectNode) view.show(record, expanded).path(list));
    }

    /** An absent customer or item is a 404; an absent or otherwise typed transaction is a 400. */
    private StoredRecord find(RecordType type, String key, boolean externalIds) {
        if (key.startsWith("eid:") && externalIds) {
            return account.store()
                    .byExternalId(type.space(), key.substring(4))
                    .filter(found -> found.recordType() == type)
                    .orElseThrow(() -> absent(type));
        }
        if (key.isEmpty() || key.length() > 18 || !key.chars().allMatch(Character::isDigit)) {
            throw Refusal.invalidParameter("Invalid record id: " + key + ".");
        }
        return account.store().find(type, Long.parseLong(key)).orElseThrow(() -> absent(type));
    }

    private static Refusal absent(RecordType type) {
        return type.isTransaction() ? Refusal.wrongTransactionType() : Refusal.nonexistent();
    }

    private void refuseWithoutPermission(RecordType type) {
        if (account.switches().denied(type.name())) {
            throw Refusal.forbidden(type.name());
        }
    }

    private Wish wish(RecordType type, String key, WireRequest request) {
        return new Wish(
                base(request) + type.name() + "/" + key,
                request.queryValue("expandSubResources").orElse("").equals("true"),
                Wish.names(request.queryValue("expand")),
                Wish.names(request.queryValue("fields")),
                request.queryValue("simpleEnumFormat").orElse("").equals("true"));
    }

    private static ObjectNode body(WireRequest request) {
        String type = request.header("content-type").orElse("application/json").toLowerCase(Locale.ROOT);
        if (!type.contains("json")) {
            throw Refusal.invalidRequest("The content type " + type + " is not supported.");
        }
        return Json.parseObject(request.body());
    }

    private static boolean strictNames(WireRequest request) {
        return request.header("x-netsuite-propertynamevalidation")
                .filter(value -> value.equalsIgnoreCase("error"))
                .isPresent();
    }

    /** 204 without a body: the id is in the location only. */
    private static WireResponse created(WireRequest request, StoredRecord record) {
        return WireResponse.empty(204).with("Location", base(request) + record.type() + "/" + record.id());
    }

    static WireResponse json(ObjectNode body) {
        return new WireResponse(
                200, Map.of("Content-Type", "application/vnd.oracle.resource+json; type=singular"), Json.bytes(body));
    }

    private static String base(WireRequest request) {
        return "http://" + request.header("host").orElse("localhost") + PATH;
    }

    static int number(WireRequest request, String parameter, int fallback) {
        String text = request.queryValue(parameter).orElse("");
        if (text.isEmpty()) {
            return fallback;
        }
        if (text.length() > 9 || !text.chars().allMatch(Character::isDigit)) {
            throw Refusal.invalidParameter("Invalid value of the parameter " + parameter + ": " + text + ".");
        }
        return Integer.parseInt(text);
    }

    private static WireResponse throwUnknown(WireRequest request) {
        throw Refusal.unknownResource(request.path());
    }

    private static List<String> segments(WireRequest request) {
        return WirePath.segments(request, PATH);
    }
}
