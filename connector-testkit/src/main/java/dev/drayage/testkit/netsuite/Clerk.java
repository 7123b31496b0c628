package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.JournaledWrite.Operation;
import dev.drayage.testkit.netsuite.JournaledWrite.Origin;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody who works at the screen of the same account. The account's rules hold for them too: what it refuses is thrown
 * with NetSuite's sentence as its message. Thread-safe.
 */
public final class Clerk {
    private final Account account;
    private final RecordWriter writer;
    private final StockBook stock;

    Clerk(Account account, RecordWriter writer, StockBook stock) {
        this.account = account;
        this.writer = writer;
        this.stock = stock;
    }

    /**
     * Enters a record.
     *
     * @return its internal id
     */
    public String enter(String recordType, String json) {
        synchronized (account) {
            return writer.create(account.catalog().get(recordType), parse(json), true, Origin.PERSON)
                    .id();
        }
    }

    /** Changes a record: {@code json} is what a PATCH would send. */
    public void edit(String recordType, String id, String json) {
        synchronized (account) {
            writer.update(find(recordType, id), parse(json), Set.of(), true, Origin.PERSON);
        }
    }

    /**
     * Fulfils an order: {@code json} is what a transform would send, {@code {}} for everything open.
     *
     * @return internal id of the fulfilment
     */
    public String fulfill(String orderId, String json) {
        return transform(orderId, "itemFulfillment", parse(json));
    }

    /**
     * Bills an order with a cash sale.
     *
     * @return internal id of the cash sale
     */
    public String bill(String orderId, String json) {
        return transform(orderId, "cashSale", parse(json));
    }

    /**
     * Bills an order with an invoice: {@code json} is what a transform would send, {@code {}} for all that can be billed.
     *
     * @return internal id of the invoice
     */
    public String invoice(String orderId, String json) {
        return transform(orderId, "invoice", parse(json));
    }

    /**
     * Packs an order without shipping it: {@code json} is what a transform would send, {@code {}} for everything open.
     *
     * @return internal id of the packed fulfilment
     */
    public String pack(String orderId, String json) {
        ObjectNode body = parse(json);
        body.set("shipStatus", Json.ref("B"));
        return transform(orderId, "itemFulfillment", body);
    }

    /** Marks a fulfilment as shipped. */
    public void markShipped(String fulfillmentId) {
        edit("itemFulfillment", fulfillmentId, "{\"shipStatus\":{\"id\":\"C\"}}");
    }

    /** Takes a fulfilment back to packed. */
    public void markNotShipped(String fulfillmentId) {
        edit("itemFulfillment", fulfillmentId, "{\"shipStatus\":{\"id\":\"B\"}}");
    }

    /** Makes the packages of a fulfilment exactly these, one tracking number each. */
    public void editTracking(String fulfillmentId, List<String> trackingNumbers) {
        PackageSublist home = account.settings().packageSublist();
        ObjectNode body = Json.object();
        ArrayNode rows = body.putObject(home.sublist()).putArray("items");
        trackingNumbers.forEach(number -> rows.addObject().put(home.trackingField(), number));
        synchronized (account) {
            writer.update(
                    find("itemFulfillment", fulfillmentId),
                    body,
                    Set.of(home.sublist().toLowerCase(Locale.ROOT)),
                    true,
                    Origin.PERSON);
        }
    }

    /** Deletes a fulfilment; its lines are open again. */
    public void deleteFulfillment(String fulfillmentId) {
        delete("itemFulfillment", fulfillmentId);
    }

    /** Deletes a record. */
    public void delete(String recordType, String id) {
        synchronized (account) {
            writer.delete(find(recordType, id), Origin.PERSON);
        }
    }

    /** Closes every line of an order. */
    public void closeOrder(String orderId) {
        synchronized (account) {
            StoredRecord order = find("salesOrder", orderId);
            ObjectNode body = Json.object();
            ArrayNode rows = body.putObject("item").putArray("items");
            Json.rows(account.store().read(order), "item")
                    .forEach(line -> rows.addObject()
                            .put("line", line.path("line").asLong())
                            .put("isClosed", true));
            writer.update(order, body, Set.of(), true, Origin.PERSON);
        }
    }

    /** Closes one line of an order: nothing more is shipped of it. */
    public void closeLine(String orderId, long line) {
        editLine(orderId, line, Json.object().put("isClosed", true));
    }

    /** Changes how many pieces one line of an order asks for. */
    public void changeQuantity(String orderId, long line, BigDecimal quantity) {
        editLine(orderId, line, Json.object().put("quantity", quantity));
    }

    /** Adds a line to an order at a price of its own. */
    public void addLine(String orderId, String itemId, BigDecimal quantity, BigDecimal rate) {
        ObjectNode line = Json.object().put("quantity", quantity).put("rate", rate);
        line.set("item", Json.ref(itemId));
        line.set("price", Json.ref("-1"));
        ObjectNode body = Json.object();
        body.putObject("item").putArray("items").add(line);
        synchronized (account) {
            writer.update(find("salesOrder", orderId), body, Set.of(), true, Origin.PERSON);
        }
    }

    /** Changes what one piece costs on a line of an order. */
    public void changeRate(String orderId, long line, BigDecimal rate) {
        ObjectNode change = Json.object().put("rate", rate);
        change.set("price", Json.ref("-1"));
        editLine(orderId, line, change);
    }

    /** Sets one field of an order: {@code json} is its value, such as {@code "text"} in quotes or a reference. */
    public void setOrderField(String orderId, String field, String json) {
        edit("salesOrder", orderId, "{\"" + field + "\":" + json + "}");
    }

    /** Changes the base price of an item. */
    public void changePrice(String itemId, BigDecimal basePrice) {
        synchronized (account) {
            ObjectNode body = Json.object().put("basePrice", basePrice);
            writer.update(item(itemId), body, Set.of(), true, Origin.PERSON);
        }
    }

    /** Changes the price of an item on a price level, in a currency, from a quantity on. */
    public void changePrice(
            String itemId, String priceLevelId, String currencyId, BigDecimal fromQuantity, BigDecimal price) {
        ObjectNode body = Json.object();
        ObjectNode row = body.putObject("price").putArray("items").addObject();
        row.set("priceLevel", Json.ref(priceLevelId));
        row.set("currency", Json.ref(currencyId));
        row.put("quantity", fromQuantity).put("price", price);
        synchronized (account) {
            writer.update(item(itemId), body, Set.of(), true, Origin.PERSON);
        }
    }

    /** Takes away what an item costs on a price level in a currency, from every quantity on. */
    public void removePrice(String itemId, String priceLevelId, String currencyId) {
        synchronized (account) {
            StoredRecord item = item(itemId);
            ObjectNode body = Json.object();
            ArrayNode rows = body.putObject("price").putArray("items");
            Json.rows(item.body(), "price").stream()
                    .filter(row -> !Json.refId(row, "priceLevel").equals(priceLevelId)
                            || !Json.refId(row, "currency").equals(currencyId))
                    .forEach(rows::add);
            writer.update(item, body, Set.of("price"), true, Origin.PERSON);
        }
    }

    /** Has one line of an order shipped from another location. */
    public void moveLine(String orderId, long line, String locationId) {
        ObjectNode change = Json.object();
        change.set("location", Json.ref(locationId));
        editLine(orderId, line, change);
    }

    /**
     * Cancels an order of which nothing was fulfilled or billed; its lines are closed with it. Only people can: no
     * request sets that status.
     */
    public void cancelOrder(String orderId) {
        synchronized (account) {
            StoredRecord order = find("salesOrder", orderId);
            if (!Set.of("A", "B").contains(order.status())
                    || !account.store()
                            .lookup("transaction", "createdfrom", orderId)
                            .isEmpty()) {
                throw Refusal.userError("This transaction cannot be cancelled: it is no longer pending.");
            }
            ObjectNode body = account.store().read(order).deepCopy();
            Json.rows(body, "item").forEach(line -> line.put("isClosed", true));
            body.set("orderStatus", Json.ref("C"));
            body.set("status", Json.ref("C"));
            writer.settle(account.save(order.recordType(), order.number(), body, Origin.PERSON, Operation.UPDATE));
        }
    }

    /** Approves an order that waits for it. */
    public void approve(String orderId) {
        edit("salesOrder", orderId, "{\"orderStatus\":{\"id\":\"B\"}}");
    }

    /** Takes an item out of use. */
    public void inactivateItem(String recordType, String id) {
        edit(recordType, id, "{\"isInactive\":true}");
    }

    /** Counts the stock of an item at a location; what is not committed is available. */
    public void countStock(String itemId, String locationId, BigDecimal onHand, BigDecimal committed) {
        synchronized (account) {
            stock.count(itemId, locationId, onHand, committed);
        }
    }

    /** Receives pieces of an item at a location, on top of what is there. No document shows it. */
    public void receiveStock(String itemId, String locationId, BigDecimal quantity) {
        synchronized (account) {
            stock.receive(new StockPlace(itemId, locationId, ""), quantity);
        }
    }

    /** Receives pieces of a lot, or the one piece of a serial number. No document shows it. */
    public void receiveStock(String itemId, String locationId, BigDecimal quantity, String lotOrSerial) {
        synchronized (account) {
            stock.receive(new StockPlace(itemId, locationId, lotOrSerial), quantity);
        }
    }

    private void editLine(String orderId, long line, ObjectNode change) {
        ObjectNode body = Json.object();
        body.putObject("item").putArray("items").add(change.put("line", line));
        synchronized (account) {
            writer.update(find("salesOrder", orderId), body, Set.of(), true, Origin.PERSON);
        }
    }

    private String transform(String orderId, String target, ObjectNode body) {
        synchronized (account) {
            RecordType type = account.catalog().get(target);
            return writer.transform(find("salesOrder", orderId), type, body, true, Origin.PERSON)
                    .id();
        }
    }

    private StoredRecord item(String id) {
        return account.references()
                .find("item", id)
                .orElseThrow(() -> new IllegalArgumentException("There is no item " + id + "."));
    }

    private StoredRecord find(String recordType, String id) {
        return account.store()
                .find(account.catalog().get(recordType), Long.parseLong(id))
                .orElseThrow(() -> new IllegalArgumentException("There is no " + recordType + " " + id + "."));
    }

    private static ObjectNode parse(String json) {
        return Json.parseObject(json.getBytes(StandardCharsets.UTF_8));
    }
}
