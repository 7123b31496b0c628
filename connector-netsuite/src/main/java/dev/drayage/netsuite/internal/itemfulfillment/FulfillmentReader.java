package dev.drayage.netsuite.internal.itemfulfillment;

import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.AccountId;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedLine;
import dev.drayage.netsuite.internal.order.LineTag;
import dev.drayage.netsuite.internal.record.ChannelText;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.spi.Change;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an item fulfillment of the rows that tell of it. NetSuite keeps the day on which it left, in the account's zone, not
 * the instant: the instant of entry is taken if it fell on that day, else noon. Thread-safe.
 */
final class FulfillmentReader {
    private final AccountId account;
    private final ZoneId zone;
    private final ParcelReader parcels;

    FulfillmentReader(AccountId account, ZoneId zone, ParcelReader parcels) {
        this.account = account;
        this.zone = zone;
        this.parcels = parcels;
    }

    /** Reads the packages of a fulfillment whose tracking numbers leave open which package is which. */
    @FunctionalInterface
    interface Packages {
        /** All packages, from the record itself. */
        List<PackageRow> read();
    }

    /** One fulfillment; what cannot be understood is told, not thrown. */
    Change<ItemFulfillment> read(Row head, List<Row> lines, List<Row> tracking, Packages packages) {
        RecordRef ref = RecordRef.of(account, RecordType.ITEM_FULFILLMENT, head.required("id"));
        String revision = head.text("modified_utc").orElse("");
        try {
            return present(ref, head, lines, tracking, packages);
        } catch (UnavailableException e) {
            if (e.code() != ErrorCode.ANSWER_MALFORMED) {
                throw e;
            }
            return unreadable(ref, revision, e);
        } catch (RefusedException e) {
            return unreadable(ref, revision, e);
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Change.Unreadable<>(
                    ref,
                    revision,
                    ErrorCode.RECORD_UNREADABLE,
                    "item fulfillment " + ref.id() + " cannot be read: " + e.getMessage());
        }
    }

    private static Change<ItemFulfillment> unreadable(RecordRef ref, String revision, ConnectorException why) {
        return new Change.Unreadable<>(
                ref,
                revision,
                ErrorCode.RECORD_UNREADABLE,
                "item fulfillment " + ref.id() + " cannot be read: " + why.getMessage());
    }

    private Change<ItemFulfillment> present(
            RecordRef ref, Row head, List<Row> lines, List<Row> tracking, Packages packages) {
        Instant created = Instant.parse(head.required("created_utc"));
        Instant modified = Instant.parse(head.required("modified_utc"));
        Map<String, ShippedLine> byOrderLine = shippedLines(lines);
        Optional<String> method = head.text("ship_method");
        ItemFulfillment.Builder builder = ItemFulfillment.builder()
                .ref(ref)
                .addOrderReferences(new OrderReference(OrderReference.Kind.ERP_ID, head.required("order_id")))
                .status(status(head.required("status")))
                .shippedAt(shippedAt(LocalDate.parse(head.required("ship_day")), created, modified))
                .lines(byOrderLine.values())
                .channel(head.text("channel")
                        .flatMap(text ->
                                ChannelText.parse(text, head.text("programs").orElse(""))))
                .location(lines.stream()
                        .flatMap(row -> row.text("location").stream())
                        .findFirst())
                .shipMethod(method);
        head.text("order_number")
                .ifPresent(number ->
                        builder.addOrderReferences(new OrderReference(OrderReference.Kind.ERP_NUMBER, number)));
        head.text("channel_order")
                .ifPresent(order ->
                        builder.addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order)));
        List<String> numbers = tracking.stream()
                .flatMap(row -> PackageRow.numbers(row.required("tracking_number")).stream())
                .distinct()
                .toList();
        builder.packages(parcels.parcels(ref.id(), numbers, head.text("carrier"), method, byOrderLine, packages));
        ItemFulfillment shipment = builder.build();
        return new Change.Present<>(
                shipment,
                head.required("modified_utc") + " " + ContentDigest.of(shipment),
                Optional.of(created),
                modified,
                Optional.empty());
    }

    /** Lines by order line, by the channel's line id where the order line has one. */
    private static Map<String, ShippedLine> shippedLines(List<Row> rows) {
        Map<String, List<Row>> byOrderLine = new LinkedHashMap<>();
        for (Row row : rows) {
            byOrderLine
                    .computeIfAbsent(row.required("order_line"), line -> new ArrayList<>())
                    .add(row);
        }
        Map<String, ShippedLine> lines = new LinkedHashMap<>();
        byOrderLine.forEach((line, parts) -> {
            BigDecimal units =
                    parts.stream().map(row -> row.requiredNumber("quantity")).reduce(BigDecimal.ZERO, BigDecimal::add);
            Row first = parts.get(0);
            if (parts.stream().map(row -> row.text("sku")).distinct().count() > 1) {
                throw new IllegalArgumentException("order line " + line + " stands there with several items");
            }
            if (units.signum() > 0) {
                LineReference reference = first.text("channel_line")
                        .filter(LineTag::isGoods)
                        .map(LineReference::channel)
                        .orElseGet(() -> LineReference.erp(line));
                lines.put(line, new ShippedLine(reference, first.text("sku").orElse(""), units));
            }
        });
        return lines;
    }

    private static ItemFulfillment.Status status(String text) {
        String letter = text.substring(text.indexOf(':') + 1);
        return switch (letter) {
            case "A" -> ItemFulfillment.Status.PICKED;
            case "B" -> ItemFulfillment.Status.PACKED;
            case "C" -> ItemFulfillment.Status.SHIPPED;
            default -> throw new IllegalArgumentException("its status is of an unknown kind");
        };
    }

    private Instant shippedAt(LocalDate day, Instant created, Instant modified) {
        if (created.atZone(zone).toLocalDate().equals(day)) {
            return created;
        }
        Instant noon = day.atTime(LocalTime.NOON).atZone(zone).toInstant();
        return noon.isAfter(modified) ? modified : noon;
    }
}
