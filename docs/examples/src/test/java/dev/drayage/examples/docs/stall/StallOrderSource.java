package dev.drayage.examples.docs.stall;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.model.AccountId;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.FulfilledBy;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Census;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

// tag::stall-source[]
/** Reads the stall's orders, a line of text each: id, placed, changed, status, line, SKU, units, amount. Thread-safe. */
final class StallOrderSource implements RecordSource<SalesOrder> {
    private final AccountId account;
    private final ApiClient till;

    StallOrderSource(AccountId account, ApiClient till) {
        this.account = account;
        this.till = till;
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofDays(1));
    }

    @Override
    public Page<SalesOrder> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("orders are read by windows of change time");
        }
        return page("changed", window, at, call);
    }

    @Override
    public Optional<Census<SalesOrder>> census() {
        return Optional.of(new StallCensus(this));
    }

    /** Orders of which that instant lies in the window. */
    Page<SalesOrder> page(String instant, Slice.Window window, Optional<Cursor> at, CallContext call) {
        ApiRequest.Builder request = ApiRequest.get("listOrders")
                .path("/orders")
                .query("by", instant)
                .query("from", window.from().toString())
                .query("to", window.to().toString());
        at.ifPresent(cursor -> request.query("after", cursor.token()));
        ApiResponse answer = good(till.send(request.build(), call));
        List<Change<SalesOrder>> changes =
                answer.text().lines().map(this::change).toList();
        return new Page<>(changes, answer.header("X-Next").map(Cursor::new), Optional.empty());
    }

    @Override
    public Change<SalesOrder> fetch(RecordRef ref, CallContext call) {
        ApiResponse answer = till.send(
                ApiRequest.get("getOrder").path("/orders/{}", ref.id()).build(), call);
        return answer.status() == 404
                ? new Change.Gone<>(ref)
                : change(good(answer).text().strip());
    }

    /** A line that cannot be read spoils itself only, never its page. */
    Change<SalesOrder> change(String line) {
        String[] field = line.split("\t", -1);
        RecordRef ref = RecordRef.of(account, RecordType.SALES_ORDER, field[0]);
        String digest = ContentDigest.of(line);
        try {
            SalesOrder order = order(ref, field);
            return new Change.Present<>(
                    order, digest, Optional.of(order.placedAt()), order.updatedAt(), Optional.empty());
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return new Change.Unreadable<>(
                    ref, digest, ErrorCode.RECORD_UNREADABLE, "order " + field[0] + " is not eight fields of a till");
        }
    }

    private SalesOrder order(RecordRef ref, String[] field) {
        Money amount = Money.of(field[7], "EUR");
        return SalesOrder.builder()
                .ref(ref)
                .number(field[0])
                .placedAt(Instant.parse(field[1]))
                .updatedAt(Instant.parse(field[2]))
                .status(OrderStatus.valueOf(field[3]))
                .fulfilledBy(FulfilledBy.MERCHANT)
                .currency(amount.currency())
                .total(amount)
                .channel(new SalesChannel(account, "", Set.of()))
                .addLines(OrderLine.builder()
                        .lineId(field[4])
                        .sku(field[5])
                        .quantity(new BigDecimal(field[6]))
                        .amount(amount)
                        .build())
                .build();
    }

    /** A refusal of a whole read is an outage of the source: no single record is at fault. */
    static ApiResponse good(ApiResponse answer) {
        if (!answer.isSuccess()) {
            throw new UnavailableException(
                    ErrorCode.SERVICE_FAILURE, "the till answered with status " + answer.status());
        }
        return answer;
    }
}
// end::stall-source[]
