package dev.drayage.benchmarks.engine;

import dev.drayage.benchmarks.wire.ReadOrder;
import dev.drayage.benchmarks.wire.Wire;
import dev.drayage.call.CallContext;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.FulfilledBy;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the storefront's orders into the canonical model, as a connector does. Thread-safe. */
final class StorefrontOrders implements RecordSource<SalesOrder> {
    private final AccountId account;
    private final SalesChannel channel;
    private final ApiClient client;

    StorefrontOrders(AccountId account, ApiClient client) {
        this.account = account;
        this.channel = new SalesChannel(account, "", Set.of());
        this.client = client;
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofDays(365));
    }

    @Override
    public Page<SalesOrder> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("orders are read by windows of change time");
        }
        ApiRequest.Builder request = ApiRequest.get("listOrders")
                .path("/orders")
                .query("from", window.from().toString())
                .query("to", window.to().toString());
        at.ifPresent(cursor -> request.query("after", cursor.token()));
        ApiResponse answer = client.send(request.build(), call);
        if (!answer.isSuccess()) {
            throw new IllegalStateException("status " + answer.status());
        }
        ReadOrder.Orders page = Wire.page(answer.body());
        List<Change<SalesOrder>> changes =
                page.orders().stream().map(this::change).toList();
        return new Page<>(changes, Optional.ofNullable(page.next()).map(Cursor::new), Optional.empty());
    }

    @Override
    public Change<SalesOrder> fetch(RecordRef ref, CallContext call) {
        throw new UnsupportedOperationException("no order waits in a measurement");
    }

    private Change<SalesOrder> change(ReadOrder order) {
        SalesOrder record = order(order);
        return new Change.Present<>(
                record, order.lastUpdatedTime(), Optional.of(record.placedAt()), record.updatedAt(), Optional.empty());
    }

    private SalesOrder order(ReadOrder order) {
        ReadOrder.PostalAddress to = order.recipient().deliveryAddress();
        Money total = money(order.proceeds().grandTotal());
        SalesOrder.Builder record = SalesOrder.builder();
        record.ref(RecordRef.of(account, RecordType.SALES_ORDER, order.orderId()))
                .number(order.orderId())
                .placedAt(Instant.parse(order.createdTime()))
                .updatedAt(Instant.parse(order.lastUpdatedTime()))
                .status(OrderStatus.OPEN)
                .fulfilledBy(FulfilledBy.MERCHANT)
                .currency(total.currency())
                .total(total)
                .channel(channel)
                .shipTo(Address.builder()
                        .name(to.name())
                        .addLines(to.addressLine1())
                        .city(to.city())
                        .region(to.stateOrRegion())
                        .postalCode(to.postalCode())
                        .countryCode(to.countryCode())
                        .build());
        for (ReadOrder.Line line : order.orderItems()) {
            record.addLines(OrderLine.builder()
                    .lineId(line.orderItemId())
                    .sku(line.product().sellerSku())
                    .title(line.product().title())
                    .quantity(BigDecimal.valueOf(line.quantityOrdered()))
                    .amount(money(line.proceeds().proceedsTotal()))
                    .build());
        }
        return record.build();
    }

    private static Money money(ReadOrder.Amount amount) {
        return Money.of(amount.amount(), amount.currencyCode());
    }
}
