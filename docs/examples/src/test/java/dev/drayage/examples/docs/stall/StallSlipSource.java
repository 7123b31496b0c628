package dev.drayage.examples.docs.stall;

import dev.drayage.call.CallContext;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.http.Safety;
import dev.drayage.model.RecordRef;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.util.List;
import java.util.Optional;

// tag::stall-backlog[]
/** Reads the slips that wait in the stall's box, each an order; the till files what was taken and keeps it. Thread-safe. */
final class StallSlipSource implements RecordSource<SalesOrder> {
    private final StallOrderSource orders;
    private final ApiClient till;

    StallSlipSource(StallOrderSource orders, ApiClient till) {
        this.orders = orders;
        this.till = till;
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.backlog();
    }

    @Override
    public Page<SalesOrder> read(Slice slice, Optional<Cursor> at, CallContext call) {
        ApiRequest.Builder request = ApiRequest.get("listSlips").path("/slips");
        at.ifPresent(cursor -> request.query("after", cursor.token()));
        ApiResponse answer = StallOrderSource.good(till.send(request.build(), call));
        List<Change<SalesOrder>> waiting =
                answer.text().lines().map(orders::change).toList();
        return new Page<>(waiting, answer.header("X-Next").map(Cursor::new), Optional.empty());
    }

    /** Also of a slip that was filed: it may still wait in the ledger, or be parked. */
    @Override
    public Change<SalesOrder> fetch(RecordRef ref, CallContext call) {
        ApiResponse answer =
                till.send(ApiRequest.get("getSlip").path("/slips/{}", ref.id()).build(), call);
        return answer.status() == 404
                ? new Change.Gone<>(ref)
                : orders.change(StallOrderSource.good(answer).text().strip());
    }

    /** Files what the ledger has, however it ended; a slip that is filed twice stays filed. */
    @Override
    public void acknowledge(List<SettledRecord> settled, CallContext call) {
        for (SettledRecord record : settled) {
            StallOrderSource.good(till.send(
                    ApiRequest.put("fileSlip")
                            .path("/slips/{}", record.ref().id())
                            .safety(Safety.SAFE)
                            .build(),
                    call));
        }
    }
}
// end::stall-backlog[]
