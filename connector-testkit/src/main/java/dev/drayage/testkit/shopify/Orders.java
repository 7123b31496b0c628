package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What buyers and the merchant's people do with orders, and what a checker reads. Amounts are in the buyer's currency. Thread-safe. */
public final class Orders {
    private final Shop shop;
    private final OrderIntake intake;
    private final FulfillmentDesk fulfillment;
    private final CashDesk cash;
    private final RefundDesk refunds;
    private final OrderDesk desk;
    private final EditDesk edits;

    Orders(Shop shop) {
        this.shop = shop;
        fulfillment = new FulfillmentDesk(shop);
        cash = new CashDesk(shop);
        intake = new OrderIntake(shop, fulfillment);
        refunds = new RefundDesk(shop, fulfillment, cash);
        desk = new OrderDesk(shop, fulfillment, cash, refunds);
        edits = new EditDesk(shop, fulfillment, intake);
    }

    FulfillmentDesk fulfillmentDesk() {
        return fulfillment;
    }

    CashDesk cashDesk() {
        return cash;
    }

    RefundDesk refundDesk() {
        return refunds;
    }

    OrderDesk orderDesk() {
        return desk;
    }

    EditDesk editDesk() {
        return edits;
    }

    /** A buyer orders; nothing is paid yet. */
    public ShopOrder place(NewOrder order) {
        synchronized (shop) {
            return intake.place(order);
        }
    }

    /** A buyer orders and pays all of it through Shopify Payments. */
    public ShopOrder placePaid(NewOrder order) {
        ShopOrder placed = place(order);
        pay(placed);
        return placed;
    }

    /** Everything outstanding is paid through Shopify Payments. */
    public OrderPayment pay(ShopOrder order) {
        synchronized (shop) {
            return pay(
                    order,
                    CashDesk.SHOPIFY_PAYMENTS,
                    order.totals().outstanding().presentment().toPlainString());
        }
    }

    /** An amount is paid through a gateway, {@code gift_card} and {@code shopify_store_credit} among them. */
    public OrderPayment pay(ShopOrder order, String gateway, String amount) {
        return transaction(order, OrderPayment.Kind.SALE, OrderPayment.Status.SUCCESS, gateway, amount);
    }

    /** Cash: the amount after rounding, and how much of it rounding is. */
    public OrderPayment payCash(ShopOrder order, String amount, String rounding) {
        synchronized (shop) {
            Currencies money = order.currencies;
            return cash.add(
                    order,
                    OrderPayment.Kind.SALE,
                    OrderPayment.Status.SUCCESS,
                    "cash",
                    money.ofPresentment(new BigDecimal(amount)),
                    money.ofPresentment(new BigDecimal(rounding)),
                    null);
        }
    }

    /** Everything outstanding is set aside at Shopify Payments. */
    public OrderPayment authorize(ShopOrder order) {
        String amount = order.totals().outstanding().presentment().toPlainString();
        return transaction(
                order, OrderPayment.Kind.AUTHORIZATION, OrderPayment.Status.SUCCESS, CashDesk.SHOPIFY_PAYMENTS, amount);
    }

    /** A transaction of any kind. */
    public OrderPayment transaction(
            ShopOrder order, OrderPayment.Kind kind, OrderPayment.Status status, String gateway, String amount) {
        synchronized (shop) {
            return cash.add(
                    order,
                    kind,
                    status,
                    gateway,
                    order.currencies.ofPresentment(new BigDecimal(amount)),
                    Bag.ZERO,
                    null);
        }
    }

    /** Some of an authorization is taken. */
    public OrderPayment capture(ShopOrder order, OrderPayment authorization, String amount) {
        synchronized (shop) {
            return cash.add(
                    order,
                    OrderPayment.Kind.CAPTURE,
                    OrderPayment.Status.SUCCESS,
                    authorization.gateway,
                    order.currencies.ofPresentment(new BigDecimal(amount)),
                    Bag.ZERO,
                    authorization);
        }
    }

    /** A pending transaction is decided. */
    public void decide(ShopOrder order, OrderPayment payment, OrderPayment.Status status) {
        synchronized (shop) {
            cash.decide(order, payment, status);
        }
    }

    /** A refund made by hand. */
    public OrderRefund refund(ShopOrder order, RefundDraft refund) {
        synchronized (shop) {
            return refunds.refund(order, refund);
        }
    }

    /** Cancels, puts everything back on the shelf if wanted, and pays back what was paid. */
    public void cancel(ShopOrder order, boolean restock) {
        synchronized (shop) {
            desk.cancel(order, "CUSTOMER", restock, true, "");
        }
    }

    /** Ships all that is left of a fulfilment order by hand. */
    public Fulfillment ship(FulfillmentOrder from, String company, String number) {
        synchronized (shop) {
            Map<FulfillmentOrder.Line, Integer> units = new LinkedHashMap<>();
            from.lines.stream().filter(each -> each.remaining > 0).forEach(each -> units.put(each, each.remaining));
            return fulfillment.ship(units, List.of(from), List.of(new Fulfillment.Tracking(company, number, "")));
        }
    }

    /** Ships some units of one line by hand. */
    public Fulfillment ship(FulfillmentOrder from, OrderLine line, int units, String company, String number) {
        synchronized (shop) {
            FulfillmentOrder.Line part = from.lines.stream()
                    .filter(each -> each.line == line)
                    .findFirst()
                    .orElseThrow();
            return fulfillment.ship(
                    Map.of(part, units), List.of(from), List.of(new Fulfillment.Tracking(company, number, "")));
        }
    }

    /** A shipment is cancelled by hand. */
    public void cancel(Fulfillment shipment) {
        synchronized (shop) {
            fulfillment.cancel(shipment);
        }
    }

    /** A person, or another app, puts a fulfilment order on hold. */
    public FulfillmentOrder.Hold hold(FulfillmentOrder order, String reason, String notes) {
        synchronized (shop) {
            return fulfillment.hold(order, reason, notes, "", false);
        }
    }

    /** A fulfilment order is to be shipped later, as with a pre-order. */
    public void schedule(FulfillmentOrder order) {
        synchronized (shop) {
            order.status = FulfillmentOrder.Status.SCHEDULED;
            order.touch(shop.now());
        }
    }

    /** All holds are released. */
    public void release(FulfillmentOrder order) {
        synchronized (shop) {
            fulfillment.release(order, List.of());
        }
    }

    /** All that is left is to be shipped from elsewhere; the ids change. */
    public FulfillmentOrder move(FulfillmentOrder order, StockLocation to) {
        synchronized (shop) {
            Map<FulfillmentOrder.Line, Integer> units = new LinkedHashMap<>();
            order.lines.stream().filter(each -> each.remaining > 0).forEach(each -> units.put(each, each.remaining));
            return fulfillment.split(order, units, to);
        }
    }

    /** The merchant edits: another quantity of a line. */
    public void edit(ShopOrder order, OrderLine line, int quantity) {
        synchronized (shop) {
            OrderEdit edit = new OrderEdit(shop.id("CalculatedOrder"), order);
            edit.quantities.put(line, quantity);
            edits.commit(edit);
        }
    }

    /** The merchant edits: a line more. */
    public void editAdd(ShopOrder order, Variant variant, int quantity) {
        synchronized (shop) {
            OrderEdit edit = new OrderEdit(shop.id("CalculatedOrder"), order);
            edit.added.add(new OrderEdit.Added(
                    edit.nextId(), variant, variant.product.title, variant.price, true, 0, quantity));
            edits.commit(edit);
        }
    }

    /** The merchant changes the note. */
    public void note(ShopOrder order, String note) {
        synchronized (shop) {
            order.note = note;
            order.touch(shop.now());
            shop.webhooks().changed("orders/updated", order);
        }
    }

    /** The merchant corrects the address. */
    public void shipTo(ShopOrder order, PostalAddress address) {
        synchronized (shop) {
            order.shippingAddress = address;
            order.touch(shop.now());
            shop.webhooks().changed("orders/updated", order);
        }
    }

    /** Archives. */
    public void close(ShopOrder order) {
        synchronized (shop) {
            desk.close(order);
        }
    }

    /** The order is gone; only the webhook tells. */
    public void delete(ShopOrder order) {
        synchronized (shop) {
            shop.orders.remove(order.number());
            shop.webhooks().changed("orders/delete", order);
        }
    }

    /** All orders, oldest first. */
    public List<ShopOrder> all() {
        synchronized (shop) {
            return List.copyOf(shop.orders.values());
        }
    }

    /** An order by global id. */
    public Optional<ShopOrder> byId(String gid) {
        synchronized (shop) {
            return Optional.ofNullable(shop.orders.get(Gids.number(gid, "Order")));
        }
    }
}
