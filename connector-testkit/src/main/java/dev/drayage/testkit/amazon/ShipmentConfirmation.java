package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drayage.testkit.wire.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The body of {@code confirmShipment}, checked as far as it can be without the order.
 *
 * @param marketplaceId store that the sender names
 * @param codCollectionMethod cash on delivery, empty for none
 * @param parcel the package
 */
record ShipmentConfirmation(String marketplaceId, String codCollectionMethod, SimulatedPackage parcel) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern POSITIVE_NUMBER = Pattern.compile("0*[1-9][0-9]*");

    static ShipmentConfirmation read(WireRequest request, Instant now) {
        JsonNode body = json(request);
        JsonNode detail = body.path("packageDetail");
        if (!detail.isObject()) {
            throw VendorError.invalidInput("packageDetail is required.").thrown();
        }
        return new ShipmentConfirmation(
                required(body, "marketplaceId"),
                optional(body, "codCollectionMethod"),
                new SimulatedPackage(
                        packageReferenceId(detail),
                        carrierCode(detail),
                        optional(detail, "carrierName"),
                        optional(detail, "shippingMethod"),
                        required(detail, "trackingNumber"),
                        shipDate(detail),
                        now,
                        items(detail.path("orderItems"))));
    }

    private static JsonNode json(WireRequest request) {
        if (!request.header("content-type").orElse("").startsWith("application/json")) {
            throw new VendorError(415, "UnsupportedMediaType", "The request payload must be application/json.", "")
                    .thrown();
        }
        try {
            JsonNode body = JSON.readTree(request.body());
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            // refused below, like any body that is no object
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw VendorError.invalidInput("The request payload cannot be parsed.").thrown();
    }

    private static String required(JsonNode parent, String name) {
        String value = optional(parent, name);
        if (value.isBlank()) {
            throw VendorError.invalidInput(name + " is required.").thrown();
        }
        return value;
    }

    private static String optional(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw VendorError.invalidInput(name + " must be a text.").thrown();
        }
        return value.textValue();
    }

    private static String packageReferenceId(JsonNode detail) {
        String id = required(detail, "packageReferenceId");
        if (!POSITIVE_NUMBER.matcher(id).matches()) {
            throw VendorError.invalidInput("packageReferenceId must be a positive number in text form.")
                    .thrown();
        }
        return id;
    }

    private static String carrierCode(JsonNode detail) {
        String code = required(detail, "carrierCode");
        if (!CarrierCodes.known(code)) {
            throw VendorError.invalidInput("carrierCode " + code + " is not valid.")
                    .thrown();
        }
        if (code.equals("Other") && optional(detail, "carrierName").isBlank()) {
            throw VendorError.invalidInput("carrierName is required when carrierCode is Other.")
                    .thrown();
        }
        return code;
    }

    /** A date that is no ISO 8601 time meets the code with a space in it, as in Amazon's own sample. */
    private static Instant shipDate(JsonNode detail) {
        String text = required(detail, "shipDate");
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new VendorError(400, "Invalid Input", "Invalid Input", "").thrown();
        }
    }

    /** Anything but an array of items is refused with words that point at the ids. */
    private static List<PackedItem> items(JsonNode list) {
        if (!list.isArray()) {
            throw VendorError.invalidInput("OrderItemId is invalid").thrown();
        }
        if (list.isEmpty()) {
            throw VendorError.invalidInput("orderItems must hold at least one item.")
                    .thrown();
        }
        List<PackedItem> items = new ArrayList<>();
        for (JsonNode item : list) {
            JsonNode quantity = item.path("quantity");
            if (!quantity.isInt() || quantity.intValue() < 1) {
                throw VendorError.invalidInput("quantity must be a whole number above 0.")
                        .thrown();
            }
            List<String> codes = new ArrayList<>();
            item.path("transparencyCodes").forEach(code -> codes.add(code.asText()));
            items.add(new PackedItem(required(item, "orderItemId"), quantity.intValue(), codes));
        }
        return items;
    }

    Set<String> orderItemIds() {
        return parcel.items().stream().map(PackedItem::orderItemId).collect(Collectors.toSet());
    }
}
