package dev.drayage.netsuite.internal.money;

import dev.drayage.call.CallContext;
import dev.drayage.model.OrderReference;
import dev.drayage.model.SalesChannel;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.order.OrderFinder;
import dev.drayage.netsuite.internal.order.StandingOrder;
import dev.drayage.netsuite.internal.record.ChannelText;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an order was billed as: the invoices and cash sales that were made out of its sales order, by whomever, and those that
 * carry the channel's order id themselves. Thread-safe.
 */
public final class BilledOrders {
    private final NetSuiteAccount account;
    private final OrderFinder orders;
    private final SuiteQl byChannelOrder;
    private final SuiteQl byOrigin;

    /** A finder that knows sales orders by {@code orders}. */
    public BilledOrders(NetSuiteAccount account, OrderFinder orders, FieldNames fields) {
        this.account = account;
        this.orders = orders;
        byChannelOrder = SuiteQl.of(BilledOrders.class, "bills-by-channel-order")
                .field("order_id", fields.orderId())
                .field("channel", fields.channel());
        byOrigin = SuiteQl.of(BilledOrders.class, "bills-by-origin");
    }

    /**
     * An invoice or a cash sale.
     *
     * @param id internal id
     * @param invoice whether it is an invoice
     * @param number document number
     * @param entity internal id of the customer
     * @param total its total, in its own currency
     * @param unpaid what of it is still to be paid; empty for a cash sale
     */
    public record Bill(
            String id, boolean invoice, String number, String entity, BigDecimal total, Optional<BigDecimal> unpaid) {}

    /**
     * What stands for an order.
     *
     * @param orders its sales orders; more than one is for a person to sort out
     * @param bills what it was billed as, the oldest first
     */
    public record Standing(List<StandingOrder> orders, List<Bill> bills) {}

    /** What stands for the order of these names. */
    public Standing find(List<OrderReference> references, SalesChannel channel, CallContext call) {
        OrderFinder.Wanted wanted = new OrderFinder.Wanted(references, Optional.of(channel));
        List<StandingOrder> standing = orders.find(List.of(wanted), call).getOrDefault(wanted, List.of());
        Map<String, Bill> bills = new LinkedHashMap<>();
        if (standing.size() == 1) {
            account.queries()
                    .rows(byOrigin, List.of(standing.get(0).id()), call)
                    .forEach(row -> bills.put(row.required("id"), bill(row)));
        }
        String name = ChannelText.of(channel);
        references.stream()
                .filter(reference -> reference.kind() == OrderReference.Kind.CHANNEL_ORDER_ID)
                .forEach(reference -> account.queries()
                        .rows(byChannelOrder, List.of(reference.value()), call)
                        .forEach(row -> {
                            if (row.text("channel").filter(name::equals).isPresent()) {
                                bills.putIfAbsent(row.required("id"), bill(row));
                            }
                        }));
        return new Standing(standing, List.copyOf(bills.values()));
    }

    private static Bill bill(Row row) {
        boolean invoice = row.required("type").equals("CustInvc");
        return new Bill(
                row.required("id"),
                invoice,
                row.text("tranid").orElse(""),
                row.text("entity").orElse(""),
                row.requiredNumber("total"),
                invoice ? Optional.of(row.requiredNumber("unpaid")) : Optional.empty());
    }
}
