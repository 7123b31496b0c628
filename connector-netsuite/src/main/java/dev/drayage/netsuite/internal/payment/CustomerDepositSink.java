package dev.drayage.netsuite.internal.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.Money;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.money.MoneySink;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.MoneyOptions;
import dev.drayage.netsuite.internal.order.OrderFinder;
import dev.drayage.netsuite.internal.order.OrderMatches;
import dev.drayage.netsuite.internal.order.StandingOrder;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.List;
import java.util.Optional;

/**
 * Writes money that was paid before an order is billed as a customer deposit against its sales order, in the name of that
 * order's own customer (help: "Customer Deposit" in the REST guide). Thread-safe.
 */
public final class CustomerDepositSink extends MoneySink<CustomerDeposit> {
    private final OrderFinder orders;
    private final PaymentBody bodies;

    /** A sink that finds sales orders by {@code orders}. */
    public CustomerDepositSink(NetSuiteAccount account, OrderFinder orders, MoneyOptions options, FieldNames fields) {
        super(account, RecordType.CUSTOMER_DEPOSIT, RecordKind.CUSTOMER_DEPOSIT);
        this.orders = orders;
        this.bodies = new PaymentBody(options, fields);
    }

    @Override
    protected Money total(CustomerDeposit deposit) {
        return deposit.amount();
    }

    @Override
    protected List<Violation> obstacles(CustomerDeposit deposit) {
        return bodies.obstacles(deposit);
    }

    @Override
    protected EffectOutcome write(Prepared<CustomerDeposit> prepared, CallContext call) {
        CustomerDeposit deposit = prepared.effect().record();
        Optional<String> order = bound(prepared, RecordType.SALES_ORDER.name());
        if (order.isEmpty()) {
            OrderFinder.Wanted wanted =
                    new OrderFinder.Wanted(deposit.orderReferences(), Optional.of(deposit.channel()));
            List<StandingOrder> matches = orders.find(List.of(wanted), call).getOrDefault(wanted, List.of());
            if (matches.isEmpty()) {
                return OrderMatches.missing(wanted.names());
            }
            if (matches.size() > 1) {
                return new EffectOutcome.Rejected(OrderMatches.ambiguous(wanted.names(), matches));
            }
            order = Optional.of(matches.get(0).id());
        }
        Optional<JsonValue> standing = account.records().readHeader(RecordKind.SALES_ORDER, order.get(), call);
        Optional<String> customer = standing.flatMap(found -> RecordClient.idOf(found.at("entity")));
        Optional<String> currency = account.currencies().id(deposit.amount().currency(), call);
        if (customer.isEmpty() || currency.isEmpty()) {
            return new EffectOutcome.Rejected(
                    customer.isEmpty()
                            ? Violations.of(
                                    ErrorCode.RECORD_GONE,
                                    "salesOrder",
                                    "sales order " + order.get() + " is not there any more")
                            : Violations.of(
                                    ErrorCode.CURRENCY_MISMATCH,
                                    "currency",
                                    "the account has no currency "
                                            + deposit.amount().currency()));
        }
        ObjectNode body = body(prepared);
        bodies.fill(deposit, body);
        body.set("customer", reference(body, customer.get()));
        body.set("salesOrder", reference(body, order.get()));
        body.set("currency", reference(body, currency.get()));
        return create(RecordKind.CUSTOMER_DEPOSIT, body, prepared, call);
    }
}
