package dev.drayage.amazon.internal.orders;

import dev.drayage.amazon.AmazonFields;
import dev.drayage.amazon.AmazonPrograms;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.Charge;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.CustomFields;
import dev.drayage.model.CustomValue;
import dev.drayage.model.FulfilledBy;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.OrderTotals;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amazon's order (Orders 2026-01-01) as a canonical sales order, or the reason why it cannot be one. Words that decide
 * where an order goes (status, shipper, channel) must be known; all other words come through as they are. Amounts are
 * proved wherever something may be booked: of a pending, cancelled or unfulfillable order they may be missing and then
 * count as nothing. Messages name places, never contents. Thread-safe.
 */
final class OrderTranslation {
    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Currency NONE = Currency.getInstance("XXX");

    private final AccountId account;
    private final OrderOptions options;

    OrderTranslation(AccountId account, OrderOptions options) {
        this.account = account;
        this.options = options;
    }

    Change<SalesOrder> change(JsonValue order) {
        String digest = ContentDigest.of(order.node().toString());
        RecordRef ref = RecordRef.of(account, RecordType.SALES_ORDER, id(order, digest));
        try {
            return present(ref, order, digest);
        } catch (UnreadableOrder e) {
            return new Change.Unreadable<>(ref, digest, e.code(), named(ref, e.getMessage()));
        } catch (ConnectorException e) {
            return new Change.Unreadable<>(ref, digest, ErrorCode.RECORD_UNREADABLE, named(ref, e.getMessage()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Change.Unreadable<>(
                    ref,
                    digest,
                    ErrorCode.RECORD_UNREADABLE,
                    named(ref, "a value at " + order + " is not what Amazon documents"));
        }
    }

    private static String named(RecordRef ref, @Nullable String message) {
        return "order " + ref.id() + ": " + message;
    }

    /** Amazon's id, or one made of the content, so that an order without an id can be parked and found again. */
    private static String id(JsonValue order, String digest) {
        try {
            return Words.word(order, "orderId")
                    .filter(id -> PLAIN_ID.matcher(id).matches())
                    .orElse("unreadable-" + digest);
        } catch (ConnectorException e) {
            return "unreadable-" + digest;
        }
    }

    private Change<SalesOrder> present(RecordRef ref, JsonValue order, String digest) throws UnreadableOrder {
        if (ref.id().endsWith(digest)) {
            throw new UnreadableOrder(ErrorCode.RECORD_UNREADABLE, "no order id can be read at " + order);
        }
        Instant created = Instants.required(order, "createdTime");
        Instant updated = Instants.required(order, "lastUpdatedTime");
        OrderStatus status = status(order);
        FulfilledBy fulfilledBy = fulfilledBy(order, status);
        Optional<String> original = associated(order, "REPLACEMENT_ORIGINAL_ID");
        if (order.elements("orderItems").isEmpty() && isBookable(status)) {
            throw new UnreadableOrder(ErrorCode.ORDER_WITHOUT_LINES, "Amazon shows no lines of it");
        }
        OrderMoney money = money(order, status, original.isPresent());
        if (money.lines().isEmpty() && isBookable(status)) {
            throw new UnreadableOrder(ErrorCode.ORDER_WITHOUT_LINES, "every line of it has a quantity of nothing");
        }
        List<OrderLine> lines = new ArrayList<>();
        money.lines().forEach(line -> lines.add(LineTranslation.line(line, fulfilledBy, options)));
        SalesChannel channel = channel(order);
        SalesOrder record = SalesOrder.builder()
                .ref(ref)
                .number(ref.id())
                .placedAt(created)
                .updatedAt(updated)
                .status(status)
                .fulfilledBy(fulfilledBy)
                .currency(money.total().currency())
                .buyer(People.buyer(order, options))
                .shipTo(People.shipTo(order, fulfilledBy, options))
                .lines(lines)
                .charges(money.tip().stream()
                        .map(tip -> new Charge(Charge.Kind.TIP, tip))
                        .toList())
                .total(money.total())
                .shippingService(Words.word(order.at("fulfillment"), "fulfillmentServiceLevel"))
                .shipBy(Instants.find(order.at("fulfillment").at("shipByWindow"), "latestDateTime"))
                .channel(channel)
                .soldElsewhere(channel.programs().contains(AmazonPrograms.NON_AMAZON))
                .replacementFor(original)
                .customFields(fields(order, money))
                .build();
        Optional<String> mismatch = OrderTotals.check(record);
        if (mismatch.isPresent()) {
            throw new UnreadableOrder(ErrorCode.TOTAL_MISMATCH, mismatch.get());
        }
        return new Change.Present<>(
                record, Instants.text(updated) + "#" + digest, Optional.of(created), updated, Optional.empty());
    }

    /** Whether something may be booked from an order of this status, so that its amounts must be there and tie. */
    private static boolean isBookable(OrderStatus status) {
        return switch (status) {
            case OPEN, PARTIALLY_SHIPPED, SHIPPED, UNKNOWN -> true;
            case PENDING, CANCELLED, UNFULFILLABLE -> false;
        };
    }

    private static OrderStatus status(JsonValue order) throws UnreadableOrder {
        JsonValue fulfillment = order.required("fulfillment");
        String word = fulfillment.requiredText("fulfillmentStatus");
        return switch (word) {
            case "PENDING_AVAILABILITY", "PENDING" -> OrderStatus.PENDING;
            case "UNSHIPPED" -> OrderStatus.OPEN;
            case "PARTIALLY_SHIPPED" -> OrderStatus.PARTIALLY_SHIPPED;
            case "SHIPPED" -> OrderStatus.SHIPPED;
            case "CANCELLED" -> OrderStatus.CANCELLED;
            case "UNFULFILLABLE" -> OrderStatus.UNFULFILLABLE;
            default -> throw UnreadableOrder.unknownWord("fulfillment status", word, fulfillment.path());
        };
    }

    private static FulfilledBy fulfilledBy(JsonValue order, OrderStatus status) throws UnreadableOrder {
        JsonValue fulfillment = order.at("fulfillment");
        Optional<String> word = Words.word(fulfillment, "fulfilledBy");
        if (word.isEmpty() && status == OrderStatus.PENDING) {
            return FulfilledBy.MERCHANT;
        }
        return switch (word.orElse("")) {
            case "MERCHANT" -> FulfilledBy.MERCHANT;
            case "AMAZON" -> FulfilledBy.CHANNEL;
            case "" ->
                throw new UnreadableOrder(
                        ErrorCode.RECORD_UNREADABLE, "Amazon does not say who ships it, at " + fulfillment);
            default -> throw UnreadableOrder.unknownWord("shipper", word.orElse(""), fulfillment.path());
        };
    }

    private OrderMoney money(JsonValue order, OrderStatus status, boolean free) throws UnreadableOrder {
        List<JsonValue> items = order.elements("orderItems");
        Currency currency = currency(order, items);
        if (isBookable(status)) {
            return proved(order, items, currency, free);
        }
        try {
            return proved(order, items, currency, true);
        } catch (UnreadableOrder | ConnectorException | IllegalArgumentException e) {
            return nothing(items, currency);
        }
    }

    private OrderMoney proved(JsonValue order, List<JsonValue> items, Currency currency, boolean free)
            throws UnreadableOrder {
        boolean storeIncludesTax = Words.word(order.at("salesChannel"), "marketplaceId")
                .map(options.taxIncluded()::contains)
                .orElse(false);
        List<ReadLine> lines = new ArrayList<>();
        try {
            for (JsonValue item : items) {
                LineMoney money = LineProceeds.read(item, ReadLine.ordered(item), currency, storeIncludesTax, free);
                lines.add(new ReadLine(item, money, ReadLine.ordered(item), ReadLine.cancelled(item)));
            }
            return OrderMoney.tie(order, lines, currency, free);
        } catch (IllegalArgumentException e) {
            throw new UnreadableOrder(ErrorCode.CURRENCY_MISMATCH, "its amounts are not all in " + currency);
        }
    }

    /** The lines without any amount, for an order of which nothing is booked. */
    private static OrderMoney nothing(List<JsonValue> items, Currency currency) {
        List<ReadLine> lines = new ArrayList<>();
        for (JsonValue item : items) {
            ReadLine line = new ReadLine(
                    item,
                    LineMoney.goods(Money.zero(currency), false),
                    ReadLine.ordered(item),
                    ReadLine.cancelled(item));
            if (line.ordered().signum() > 0) {
                lines.add(line);
            }
        }
        return new OrderMoney(Money.zero(currency), lines, Optional.empty(), Optional.empty());
    }

    /** The currency of the first amount there is; the store's, if there is none at all. */
    private static Currency currency(JsonValue order, List<JsonValue> items) throws UnreadableOrder {
        Optional<Money> first = Amounts.find(order.at("proceeds"), "grandTotal");
        for (JsonValue item : items) {
            if (first.isEmpty()) {
                first = Amounts.find(item.at("proceeds"), "proceedsTotal");
            }
            if (first.isEmpty()) {
                first = Amounts.find(item.at("product").at("price"), "unitPrice");
            }
        }
        return first.map(Money::currency)
                .or(() -> Words.word(order.at("salesChannel"), "marketplaceId")
                        .flatMap(Marketplaces::find)
                        .map(Marketplaces.Marketplace::currency))
                .orElse(NONE);
    }

    private SalesChannel channel(JsonValue order) throws UnreadableOrder {
        JsonValue channel = order.required("salesChannel");
        Set<String> programs = new TreeSet<>(Words.words(order, "programs"));
        String name = channel.requiredText("channelName");
        switch (name) {
            case "AMAZON" -> {}
            case "NON_AMAZON" -> programs.add(AmazonPrograms.NON_AMAZON);
            default -> throw UnreadableOrder.unknownWord("sales channel", name, channel.path());
        }
        return new SalesChannel(account, Words.word(channel, "marketplaceId").orElse(""), programs);
    }

    private static CustomFields fields(JsonValue order, OrderMoney money) {
        JsonValue channel = order.at("salesChannel");
        JsonValue fulfillment = order.at("fulfillment");
        List<String> programs = Words.words(order, "programs");
        Fields fields = new Fields()
                .text(AmazonFields.ORDER_ID, Words.word(order, "orderId"))
                .text(AmazonFields.SELLER_ORDER_ID, sellerOrderId(order))
                .choices(AmazonFields.PROGRAMS, programs)
                .text(AmazonFields.MARKETPLACE_ID, Words.word(channel, "marketplaceId"))
                .text(AmazonFields.MARKETPLACE_NAME, Words.word(channel, "marketplaceName"))
                .text(AmazonFields.STATUS, Words.word(fulfillment, "fulfillmentStatus"))
                .text(AmazonFields.SERVICE_LEVEL, Words.word(fulfillment, "fulfillmentServiceLevel"))
                .put(AmazonFields.IS_BUSINESS, new CustomValue.Flag(programs.contains(AmazonPrograms.AMAZON_BUSINESS)))
                .put(AmazonFields.IS_PRIME, new CustomValue.Flag(programs.contains(AmazonPrograms.PRIME)))
                .text(AmazonFields.EXCHANGE_FOR, associated(order, "EXCHANGE_ORIGINAL_ID"));
        Instants.find(fulfillment.at("deliverByWindow"), "latestDateTime")
                .ifPresent(instant -> fields.put(AmazonFields.DELIVER_BY, new CustomValue.Moment(instant)));
        money.tipOutside().ifPresent(tip -> fields.decimal(AmazonFields.DELIVERY_TIP, tip.amount()));
        if (order.elements("orderItems").stream().anyMatch(LineTranslation::isCancellationOpen)) {
            fields.put(AmazonFields.CANCELLATION_REQUESTED, new CustomValue.Flag(true));
        }
        return fields.all();
    }

    private static Optional<String> sellerOrderId(JsonValue order) {
        return order.elements("orderAliases").stream()
                .filter(alias -> Words.word(alias, "aliasType").equals(Optional.of("SELLER_ORDER_ID")))
                .flatMap(alias -> Words.word(alias, "aliasId").stream())
                .findFirst();
    }

    private static Optional<String> associated(JsonValue order, String type) {
        return order.elements("associatedOrders").stream()
                .filter(other -> Words.word(other, "associationType").equals(Optional.of(type)))
                .flatMap(other -> Words.word(other, "orderId").stream())
                .findFirst();
    }
}
