package dev.drayage.netsuite.internal.warehouseorder;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Address;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.spi.Change;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes what a warehouse is told of the rows of a sales order or a fulfillment, and of the record itself where goods are to
 * leave: only that tells the address. Thread-safe.
 */
final class WarehouseOrderReader {
    private static final Set<String> GOODS = Set.of("InvtPart", "NonInvtPart", "Kit", "Assembly");
    /** What is on orders and leaves no warehouse. */
    private static final Set<String> OTHERS = Set.of(
            "Description",
            "Discount",
            "DwnLdItem",
            "EndGroup",
            "Expense",
            "GiftCert",
            "Group",
            "Markup",
            "OthCharge",
            "Payment",
            "Service",
            "ShipItem",
            "SubscriPlan",
            "Subtotal",
            "TaxGroup",
            "TaxItem");

    private final ReleasedRecord unit;
    private final Set<String> locations;
    private final Set<String> services;

    /**
     * A reader of one unit; those with goods to leave from {@code locations} are read whole, from any location if there are none.
     *
     * @param services internal ids of items that are no goods, such as gift wrap
     */
    WarehouseOrderReader(ReleasedRecord unit, Set<String> locations, Set<String> services) {
        this.unit = unit;
        this.locations = Set.copyOf(locations);
        this.services = Set.copyOf(services);
    }

    /** Reads what is to leave from the record itself. */
    @FunctionalInterface
    interface Whole {
        /** The record of that internal id. */
        Optional<JsonValue> read(RecordKind kind, String id);
    }

    /** One of the unit; what cannot be understood is told, not thrown. */
    Change<WarehouseOrder> read(RecordRef ref, Row head, List<Row> goods, Whole whole) {
        String revision = head.text("modified_utc").orElse("");
        try {
            return present(ref, head, goods, whole);
        } catch (UnavailableException e) {
            if (e.code() != ErrorCode.ANSWER_MALFORMED) {
                throw e;
            }
            return unreadable(ref, revision, e);
        } catch (RefusedException | IllegalArgumentException | DateTimeException e) {
            return unreadable(ref, revision, e);
        }
    }

    private Change<WarehouseOrder> unreadable(RecordRef ref, String revision, Exception why) {
        return new Change.Unreadable<>(
                ref,
                revision,
                ErrorCode.RECORD_UNREADABLE,
                unit.word() + " " + unit.internalId(ref.id()).orElse(ref.id()) + " cannot be read: "
                        + why.getMessage());
    }

    private Change<WarehouseOrder> present(RecordRef ref, Row head, List<Row> goods, Whole whole) {
        Instant created = Instant.parse(head.required("created_utc"));
        Instant modified = Instant.parse(head.required("modified_utc"));
        String id = head.required("id");
        String number = head.text("number_told").or(() -> head.text("tranid")).orElse(id);
        String status = letter(head.required("status"));
        boolean released = unit.released(status);
        List<WarehouseOrderLine> lines = lines(goods, status);
        WarehouseOrder.Builder builder = WarehouseOrder.builder()
                .ref(ref)
                .orderReferences(unit.names(id, number))
                .number(number)
                .released(released)
                .placedAt(head.text("placed_utc").map(Instant::parse).orElse(created))
                .purchaseOrder(head.text("purchase_order"))
                .shipMethod(head.text("ship_method"))
                .lines(lines);
        head.text("channel_order")
                .ifPresent(order ->
                        builder.addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order)));
        if (lines.stream().anyMatch(line -> matters(line, released))) {
            JsonValue record = whole.read(unit.kind(), id)
                    .orElseThrow(() -> new IllegalArgumentException("it is listed but cannot be read as a record"));
            builder.shipTo(address(record).or(() -> ofOrder(head, whole)))
                    .email(head.text("email").or(() -> record.text("email")))
                    .shipOn(head.text("ship_day")
                            .or(() -> record.text("shipDate"))
                            .map(LocalDate::parse));
        }
        WarehouseOrder order = builder.build();
        return new Change.Present<>(
                order,
                OrderRevision.of(head.required("modified_utc"), order),
                Optional.of(created),
                modified,
                Optional.of(contentDigest(order)));
    }

    /**
     * What tells that an order says the same to its warehouses as before: not how much has left meanwhile, and not whether a
     * line is closed by itself or with the order.
     */
    static String contentDigest(WarehouseOrder order) {
        WarehouseOrder.Builder still =
                WarehouseOrder.builder().from(order).released(true).lines(List.of());
        for (WarehouseOrderLine line : order.lines()) {
            still.addLines(WarehouseOrderLine.builder()
                    .from(line)
                    .shipped(BigDecimal.ZERO)
                    .closed(line.closed() || !order.released())
                    .build());
        }
        return ContentDigest.of(still.build());
    }

    /** Goods that are to leave, or were called off: only then does it matter where they go. */
    private boolean matters(WarehouseOrderLine line, boolean released) {
        return (line.closed() || (released && line.open().signum() > 0))
                && (locations.isEmpty()
                        || line.location().filter(locations::contains).isPresent());
    }

    private List<WarehouseOrderLine> lines(List<Row> rows, String status) {
        Optional<String> ofOrder =
                rows.stream().filter(row -> row.isTrue("mainline")).findFirst().flatMap(row -> row.text("location"));
        List<WarehouseOrderLine> lines = new ArrayList<>();
        for (Row row : rows) {
            boolean goods = !row.isTrue("mainline") && isGoods(row);
            BigDecimal quantity = goods ? row.requiredNumber("quantity") : BigDecimal.ZERO;
            if (quantity.signum() > 0) {
                lines.add(WarehouseOrderLine.builder()
                        .line(LineReference.erp(row.required("line")))
                        .sku(row.required("sku"))
                        .quantity(quantity)
                        .shipped(unit.shipped(row, status))
                        .closed(row.isTrue("isclosed"))
                        .location(row.text("location").or(() -> ofOrder))
                        .build());
            }
        }
        return lines;
    }

    private boolean isGoods(Row row) {
        Optional<String> kind = row.text("itemtype");
        if (kind.isEmpty() && row.number("quantity").isPresent()) {
            row.required("itemtype");
        }
        if (kind.isPresent() && !GOODS.contains(kind.get()) && !OTHERS.contains(kind.get())) {
            throw new IllegalArgumentException("line " + row.required("line") + " has an item of an unknown kind");
        }
        return kind.filter(GOODS::contains).isPresent()
                && !services.contains(row.id("item").orElse(""));
    }

    private static String letter(String status) {
        return status.substring(status.indexOf(':') + 1);
    }

    /** The address of the order that a fulfillment without one belongs to. */
    private static Optional<Address> ofOrder(Row head, Whole whole) {
        return head.text("order_id")
                .flatMap(order -> whole.read(RecordKind.SALES_ORDER, order))
                .flatMap(WarehouseOrderReader::address);
    }

    private static Optional<Address> address(JsonValue record) {
        JsonValue shippingAddress = record.at("shippingAddress");
        Optional<String> country = RecordClient.idOf(shippingAddress.at("country"));
        if (country.isEmpty()) {
            return Optional.empty();
        }
        Address.Builder address = Address.builder()
                .name(shippingAddress.text("addressee").or(() -> shippingAddress.text("attention")))
                .company(shippingAddress
                        .text("attention")
                        .filter(attention -> shippingAddress.text("addressee").isPresent()))
                .city(shippingAddress.text("city"))
                .region(shippingAddress.text("state"))
                .postalCode(shippingAddress.text("zip"))
                .countryCode(country.get())
                .phone(shippingAddress.text("addrPhone"));
        for (String line : List.of("addr1", "addr2", "addr3")) {
            shippingAddress.text(line).ifPresent(address::addLines);
        }
        return Optional.of(address.build());
    }
}
