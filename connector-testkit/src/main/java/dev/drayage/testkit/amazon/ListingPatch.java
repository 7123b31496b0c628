package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of {@code patchListingsItem} on {@code fulfillment_availability}. Entries are told apart by their channel: one
 * that names another channel adds a second one, whatever the operation. {@code add} and {@code replace} put a whole entry in, so
 * that a handling time or restock date that they leave out is gone; {@code merge} keeps what it does not name. Immutable.
 *
 * @param op add, replace, merge or delete
 * @param entries what is told of each channel
 */
record ListingPatch(String op, List<ChannelStock> entries) {
    static final String ATTRIBUTE = "fulfillment_availability";
    private static final String PATH = "/attributes/" + ATTRIBUTE;
    private static final Set<String> OPS = Set.of("add", "replace", "merge", "delete");
    private static final int MOST_HANDLING_DAYS = 30;

    ListingPatch {
        entries = List.copyOf(entries);
    }

    /** Reads one operation; what is wrong with its values is put to {@code issues}, what is no operation is refused. */
    static ListingPatch read(JsonNode patch, List<ListingIssue> issues) {
        String op = patch.path("op").asText();
        String path = patch.path("path").asText();
        if (!OPS.contains(op) || path.isEmpty()) {
            throw refused("Each patch needs an op and a path.");
        }
        if (!path.equals(PATH)) {
            throw refused(
                    path.startsWith(PATH + "/")
                            ? "Only top-level attributes can be patched."
                            : "Patches of " + path + " are not simulated.");
        }
        JsonNode value = patch.path("value");
        if (!value.isMissingNode() && !value.isArray()) {
            throw refused("The value of a patch must be a list.");
        }
        List<ChannelStock> entries = new ArrayList<>();
        for (JsonNode entry : value) {
            entry(entry, issues).ifPresent(entries::add);
        }
        if (entries.isEmpty() && issues.isEmpty()) {
            issues.add(ListingIssue.missing("The attribute '" + ATTRIBUTE + "' needs at least one value."));
        }
        return new ListingPatch(op, entries);
    }

    private static Optional<ChannelStock> entry(JsonNode entry, List<ListingIssue> issues) {
        int before = issues.size();
        String code = entry.path("fulfillment_channel_code").asText();
        if (code.isEmpty()) {
            issues.add(ListingIssue.missing(
                    "The field 'fulfillment_channel_code' of the attribute '" + ATTRIBUTE + "' has no value."));
        } else if (!code.equals("DEFAULT") && !code.startsWith("AMAZON_")) {
            issues.add(ListingIssue.invalid("'" + code + "' is no fulfillment channel code."));
        }
        Optional<Integer> quantity = number(entry, "quantity", Integer.MAX_VALUE, issues);
        Optional<Integer> days = number(entry, "lead_time_to_ship_max_days", MOST_HANDLING_DAYS, issues);
        Optional<LocalDate> restock = Optional.empty();
        if (entry.has("restock_date")) {
            try {
                restock = Optional.of(LocalDate.parse(entry.path("restock_date").asText()));
            } catch (DateTimeException e) {
                issues.add(ListingIssue.invalid("The field 'restock_date' is no date."));
            }
        }
        return issues.size() > before ? Optional.empty() : Optional.of(new ChannelStock(code, quantity, days, restock));
    }

    private static Optional<Integer> number(JsonNode entry, String name, int most, List<ListingIssue> issues) {
        JsonNode told = entry.path(name);
        if (told.isMissingNode()) {
            return Optional.empty();
        }
        if (!told.isInt() || told.intValue() < 0 || told.intValue() > most) {
            issues.add(ListingIssue.invalid("The field '" + name + "' must be a whole number from 0 to " + most + "."));
            return Optional.empty();
        }
        return Optional.of(told.intValue());
    }

    /** What this makes of the channels of a listing. */
    Map<String, ChannelStock> appliedTo(Map<String, ChannelStock> channels) {
        Map<String, ChannelStock> after = new LinkedHashMap<>(channels);
        for (ChannelStock entry : entries) {
            switch (op) {
                case "merge" -> after.merge(entry.channelCode(), entry, ChannelStock::mergedWith);
                case "delete" -> after.remove(entry.channelCode());
                default -> after.put(entry.channelCode(), entry);
            }
        }
        return after;
    }

    private static VendorError.Refused refused(String details) {
        return new VendorError(400, "InvalidInput", "Request has missing or invalid parameters.", details).thrown();
    }
}
