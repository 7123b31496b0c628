package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Rules of item fulfilments. They come out of a transform only; packages land where the carrier integration wants.
 *
 * <p>Picked, packed and shipped can follow each other or be skipped, and people take a shipment back. Assumed, for want
 * of a vendor's word on it: every step back is as free as a step ahead, even when the goods were billed; the shipped
 * date goes with the shipment.
 */
final class FulfillmentRules implements RecordRules {
    private final Account account;
    private final SaleHeader header;
    private final OrderProgress progress;
    private final FulfillmentStock stock;

    FulfillmentRules(Account account, SaleHeader header, OrderProgress progress, FulfillmentStock stock) {
        this.account = account;
        this.header = header;
        this.progress = progress;
        this.stock = stock;
    }

    @Override
    public void checkSent(ObjectNode sent) {
        if (Json.has(sent, "shipStatus") && !account.settings().has(AccountPreference.PICK_PACK_SHIP)) {
            throw Refusal.userError("The field shipStatus is not visible or editable: Pick, Pack and Ship is off.");
        }
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        if (!Json.has(draft, "createdFrom")) {
            throw Refusal.userError("An item fulfillment can only be created from an order.");
        }
        SaleHeader.defaultDay(draft, account.today());
        header.checkPeriod(draft);
        if (!Json.has(draft, "shipStatus")) {
            boolean steps = account.settings().has(AccountPreference.PICK_PACK_SHIP);
            draft.set("shipStatus", Json.ref(steps ? "A" : "C"));
        }
        String status = Json.refId(draft, "shipStatus");
        draft.set("status", Json.ref(status));
        if (!status.equals("C")) {
            draft.remove("shippedDate");
        } else if (!Json.has(draft, "shippedDate")) {
            draft.put("shippedDate", account.today().toString());
        }
        before.ifPresent(old -> {
            FulfillmentLines.settle(draft, old);
            refuseAboveOpen(draft, old);
        });
        stock.complete(draft, before);
        movePackages(draft);
    }

    @Override
    public void afterChange(StoredRecord record) {
        stock.post(
                record,
                account.store()
                        .find(record.recordType(), record.number())
                        .map(saved -> account.store().read(saved)));
        record.createdFrom().ifPresent(order -> progress.refresh(Long.parseLong(order)));
    }

    private void refuseAboveOpen(ObjectNode draft, ObjectNode old) {
        Map<String, BigDecimal> had = FulfillmentLines.quantities(old);
        ObjectNode order = account.references()
                .find("salesOrder", Json.refId(draft, "createdFrom"))
                .map(found -> account.store().read(found))
                .orElse(Json.object());
        for (ObjectNode line : Json.rows(draft, "item")) {
            BigDecimal before = had.get(line.path("line").asText());
            if (before == null) {
                throw Refusal.userError("Lines cannot be added to an item fulfillment.");
            }
            BigDecimal more = Json.number(line, "quantity").subtract(before);
            for (ObjectNode orderLine : Json.rows(order, "item")) {
                boolean same = orderLine.path("line").asLong()
                        == line.path("orderLine").asLong(0);
                BigDecimal open = Json.ticked(orderLine, "isClosed")
                        ? BigDecimal.ZERO
                        : SaleLines.units(orderLine).subtract(Json.number(orderLine, "quantityPicked"));
                if (same && more.signum() > 0 && more.compareTo(open) > 0) {
                    throw Refusal.userError("The quantity of order line "
                            + orderLine.path("line").asText() + " is more than what remains to be fulfilled.");
                }
            }
        }
    }

    /** With a carrier integration, plain packages end up in that carrier's sublist under its own names. */
    private void movePackages(ObjectNode draft) {
        PackageSublist home = account.settings().packageSublist();
        if (home != PackageSublist.PLAIN && draft.has("package")) {
            ObjectNode list = draft.path(home.sublist()) instanceof ObjectNode there ? there : Json.object();
            for (ObjectNode row : Json.rows(draft, "package")) {
                ObjectNode moved = list.withArray("items").addObject();
                row.properties().forEach(field -> moved.set(field.getKey() + home.suffix(), field.getValue()));
            }
            draft.set(home.sublist(), list);
            draft.remove("package");
        }
        numberCartons(draft.path(home.sublist()), "packageCartonNumber" + home.suffix());
    }

    private static void numberCartons(JsonNode list, String field) {
        int carton = 0;
        for (JsonNode row : list.path("items")) {
            carton++;
            if (row instanceof ObjectNode box && !Json.has(box, field)) {
                box.put(field, Integer.toString(carton));
            }
        }
    }
}
