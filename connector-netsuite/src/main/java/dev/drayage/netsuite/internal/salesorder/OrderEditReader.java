package dev.drayage.netsuite.internal.salesorder;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.EditedLine;
import dev.drayage.model.Money;
import dev.drayage.model.OrderEdit;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.SalesChannel;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.record.ChannelText;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.spi.Change;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an edit of a sales order as it stands. Thread-safe. */
final class OrderEditReader {
    /** NetSuite keeps unit prices to so many places. */
    private static final int PLACES = 8;

    private final NetSuiteAccount account;
    private final FieldNames fields;
    private final String linesField;

    OrderEditReader(NetSuiteAccount account, FieldNames fields, String linesField) {
        this.account = account;
        this.fields = fields;
        this.linesField = linesField;
    }

    /** The edit; what cannot be understood is told, not thrown. */
    Change<OrderEdit> read(RecordRef ref, JsonValue order, CallContext call) {
        String changed = order.text("lastModifiedDate").orElse("");
        try {
            return told(ref, order, call);
        } catch (UnavailableException e) {
            if (e.code() != ErrorCode.ANSWER_MALFORMED) {
                throw e;
            }
            return unreadable(ref, changed, e);
        } catch (IllegalArgumentException | DateTimeException e) {
            return unreadable(ref, changed, e);
        }
    }

    private static Change<OrderEdit> unreadable(RecordRef ref, String revision, Exception why) {
        return new Change.Unreadable<>(
                ref,
                revision,
                ErrorCode.RECORD_UNREADABLE,
                "sales order " + ref.id() + " cannot be read: " + why.getMessage());
    }

    private Change<OrderEdit> told(RecordRef ref, JsonValue order, CallContext call) {
        AgreedLines agreed = AgreedLines.parse(order.text(linesField).orElse(""));
        Optional<String> channelOrder = order.text(fields.orderId());
        Optional<SalesChannel> channel = order.text(fields.channel())
                .flatMap(text ->
                        ChannelText.parse(text, order.text(fields.programs()).orElse("")));
        if (agreed.prices().isEmpty() || channelOrder.isEmpty() || channel.isEmpty()) {
            return new Change.NotVisible<>(
                    ref,
                    "sales order " + ref.id()
                            + " does not tell its channel, the channel's order and what was agreed on");
        }
        List<OrderReference> names = new ArrayList<>();
        names.add(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, channelOrder.get()));
        order.text("tranId").ifPresent(number -> names.add(new OrderReference(OrderReference.Kind.ERP_NUMBER, number)));
        names.add(new OrderReference(OrderReference.Kind.ERP_ID, ref.id()));
        Instant changed = Instant.parse(order.requiredText("lastModifiedDate"));
        OrderContent content = OrderContent.standing(order, fields.lineId());
        if (!content.twice().isEmpty()) {
            return new Change.Unreadable<>(
                    ref,
                    changed.toString(),
                    ErrorCode.MATCH_AMBIGUOUS,
                    "sales order " + ref.id() + " has several lines with the channel's line id "
                            + String.join(", ", content.twice()) + ": take it out of those that were copied");
        }
        OrderEdit edit = OrderEdit.builder()
                .ref(ref)
                .orderReferences(names)
                .channel(channel.get())
                .lines(lines(order, content, call))
                .editedAt(changed)
                .content(content.digest())
                .agreedContent(agreed.content())
                .agreedQuantities(agreed.quantities().orElse(""))
                .otherEdits(AgreedPrices.changed(content, agreed.prices().get()))
                .build();
        return new Change.Present<>(
                edit,
                changed + " " + edit.content() + " " + agreed.text(),
                Optional.empty(),
                changed,
                Optional.empty());
    }

    private List<EditedLine> lines(JsonValue order, OrderContent content, CallContext call) {
        List<String> added = content.lines().stream()
                .filter(line -> line.tag().isEmpty())
                .map(OrderContent.Line::item)
                .toList();
        Map<String, String> skus = added.isEmpty() ? Map.of() : account.items().skus(added, call);
        List<EditedLine> lines = new ArrayList<>();
        for (OrderContent.Line line : content.lines()) {
            if (line.goods()) {
                lines.add(EditedLine.known(line.tag(), "", line.quantity()));
            } else if (line.tag().isEmpty()) {
                lines.add(EditedLine.added(
                        skus.getOrDefault(line.item(), ""),
                        line.quantity(),
                        unitPrice(line).map(price -> new Money(price, currency(order, call)))));
            }
        }
        return lines;
    }

    private Currency currency(JsonValue order, CallContext call) {
        String id = RecordClient.idOf(order.at("currency"))
                .orElseThrow(() -> new IllegalArgumentException("it tells no currency"));
        return account.currencies().of(id, call);
    }

    /** What one unit costs, if the amount is so many times a price. */
    private static Optional<BigDecimal> unitPrice(OrderContent.Line line) {
        if (line.quantity().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal price = line.amount().divide(line.quantity(), PLACES, RoundingMode.HALF_UP);
        return Optional.of(price)
                .filter(exact -> exact.multiply(line.quantity()).compareTo(line.amount()) == 0)
                .map(BigDecimal::stripTrailingZeros);
    }
}
