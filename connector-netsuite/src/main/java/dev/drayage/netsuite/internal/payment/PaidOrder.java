package dev.drayage.netsuite.internal.payment;

import dev.drayage.model.OrderReference;
import dev.drayage.model.SalesChannel;
import dev.drayage.netsuite.internal.record.ChannelText;
import dev.drayage.netsuite.internal.suiteql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of a channel that was paid, as the fields of the invoice tell it, else those of the order that the invoice was made
 * out of. Immutable.
 *
 * @param channel what the channel field says
 * @param programs what the field of programs says
 * @param references the order's names, the channel's own first
 */
record PaidOrder(String channel, String programs, List<OrderReference> references) {
    PaidOrder {
        references = List.copyOf(references);
    }

    /** The order; empty if neither document says both which channel and which order of it. */
    static Optional<PaidOrder> of(Row row) {
        return told(row, "channel", "channel_order", "programs")
                .or(() -> told(row, "order_channel", "ordered_as", "order_programs"));
    }

    private static Optional<PaidOrder> told(Row row, String channel, String order, String programs) {
        if (row.text(channel).isEmpty() || row.text(order).isEmpty()) {
            return Optional.empty();
        }
        List<OrderReference> names = new ArrayList<>();
        names.add(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, row.required(order)));
        row.text("order_number")
                .ifPresent(number -> names.add(new OrderReference(OrderReference.Kind.ERP_NUMBER, number)));
        row.text("order_id").ifPresent(id -> names.add(new OrderReference(OrderReference.Kind.ERP_ID, id)));
        return Optional.of(
                new PaidOrder(row.required(channel), row.text(programs).orElse(""), names));
    }

    /**
     * The channel.
     *
     * @throws IllegalArgumentException if the field's text is none
     */
    SalesChannel salesChannel() {
        return ChannelText.parse(channel, programs)
                .orElseThrow(
                        () -> new IllegalArgumentException("\"" + channel + "\" in the channel field is no channel"));
    }
}
