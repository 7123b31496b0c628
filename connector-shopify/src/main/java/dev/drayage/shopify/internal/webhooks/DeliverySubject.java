package dev.drayage.shopify.internal.webhooks;

import dev.drayage.error.ConnectorException;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.api.Gid;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a delivery is about. Bodies are shaped as in the old REST API: numbers for ids, and the global id beside them under
 * {@code admin_graphql_api_id}; a deletion tells the number only, an edit hides the order's in {@code order_edit}. Nothing but
 * ids is taken. Immutable.
 *
 * @param id global id of the thing itself
 * @param order global id of the order that it is or belongs to
 * @param company global id of the company that it is or belongs to
 */
public record DeliverySubject(Optional<String> id, Optional<String> order, Optional<String> company) {
    private static final Json JSON = new Json(new JsonLimits(10 << 20, 60, 2_000_000, 60));
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
    private static final String ORDER = "Order";
    private static final String COMPANY = "Company";

    /** The subject of a body; empty if it is no JSON object. */
    public static Optional<DeliverySubject> read(String topic, byte[] body) {
        try {
            JsonValue root = JSON.read(body, "a webhook");
            return root.node().isObject() ? Optional.of(of(area(topic), root)) : Optional.empty();
        } catch (ConnectorException e) {
            return Optional.empty();
        }
    }

    private static String area(String topic) {
        int slash = topic.indexOf('/');
        return (slash < 0 ? topic : topic.substring(0, slash)).toLowerCase(Locale.ROOT);
    }

    private static DeliverySubject of(String area, JsonValue root) {
        Optional<String> own = globalId(root.at("admin_graphql_api_id"));
        return switch (area) {
            case "orders" -> {
                Optional<String> order = own.or(() -> number(root.at("id"), ORDER))
                        .or(() -> number(root.at("order_edit").at("order_id"), ORDER))
                        .filter(id -> Gid.is(ORDER, id));
                yield new DeliverySubject(order, order, Optional.empty());
            }
            case "companies" ->
                new DeliverySubject(own, Optional.empty(), own.or(() -> number(root.at("id"), COMPANY)));
            case "company_locations", "company_contacts" ->
                new DeliverySubject(
                        own, Optional.empty(), globalId(root.at("company").at("admin_graphql_api_id")));
            default -> new DeliverySubject(own, orderOf(root), Optional.empty());
        };
    }

    private static Optional<String> orderOf(JsonValue root) {
        return number(root.at("order_id"), ORDER)
                .or(() -> globalId(root.at("order").at("admin_graphql_api_id")));
    }

    private static Optional<String> globalId(JsonValue value) {
        return plain(value).filter(text -> Gid.parse(text).isPresent());
    }

    private static Optional<String> number(JsonValue value, String type) {
        return plain(value).filter(text -> NUMBER.matcher(text).matches()).map(text -> new Gid(type, text).toString());
    }

    private static Optional<String> plain(JsonValue value) {
        return value.node().isValueNode() ? value.text() : Optional.empty();
    }

    /** The record of the account that is to be looked at, by the number that its source knows it by. */
    public Optional<RecordRef> record(AccountId account) {
        return order.flatMap(Gid::parse)
                .map(gid -> RecordRef.of(account, RecordType.SALES_ORDER, gid.key()))
                .or(() -> company.flatMap(Gid::parse).map(gid -> RecordRef.of(account, RecordType.COMPANY, gid.key())));
    }
}
