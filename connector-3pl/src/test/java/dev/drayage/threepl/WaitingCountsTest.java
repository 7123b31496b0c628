package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import dev.drayage.spi.Slice;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counts that wait for their time, and shipments that turn out to be nothing. */
class WaitingCountsTest extends WarehouseWorld {
    /** A warehouse that sends a file per SKU: all of them wait for {@code settle}. */
    @Test
    void G1_a_count_that_waits_is_found_however_many_files_of_other_goods_came_after_it() throws IOException {
        for (int i = 1; i <= 13; i++) {
            drop(
                    "stock-" + i + ".csv",
                    "warehouse,sku,on_hand,as_of\nRENO-1,SKU-" + i + ",5,2026-11-20T23:00:00-06:00\n");
        }
        try (Connector warehouse = warehouse()) {
            RecordSource<InventoryLevel> source =
                    warehouse.source(RecordType.INVENTORY_LEVEL).orElseThrow();
            Optional<RecordRef> first = Optional.empty();
            Optional<Cursor> at = Optional.empty();
            do {
                Page<InventoryLevel> page = source.read(new Slice.Backlog(), at, call());
                if (first.isEmpty()) {
                    first = Optional.of(page.changes().get(0).ref());
                }
                source.acknowledge(
                        page.changes().stream()
                                .map(change -> new SettledRecord(change.ref(), SettledRecord.Ending.WAITING, "waits"))
                                .toList(),
                        call());
                at = page.next();
            } while (at.isPresent());
            assertThat(in("inbound")).isEmpty();
            assertThat(source.fetch(first.orElseThrow(), call())).isInstanceOf(Change.Present.class);
        }
    }

    /** The warehouse corrects itself: nothing of what was booked has left. */
    @Test
    void a_shipment_that_was_booked_and_then_shipped_nothing_is_asked_about() throws IOException {
        String header = "shipment_no,order_no,line_no,sku,qty_shipped,ship_date,qty_ordered,status\n";
        drop("a.csv", header + "S1,SO1001,L1,MUG,2,2026-11-20,2,CC\n");
        run();
        assertThat(erp.all(RecordType.ITEM_FULFILLMENT)).hasSize(1);
        drop("b.csv", header + "S1,SO1001,L1,MUG,0,2026-11-20,2,BO\n");
        run();
        assertThat(store.ledger("default")
                        .records(RecordQuery.builder()
                                .sync("warehouse-shipments")
                                .build()))
                .extracting(RecordEntry::state)
                .containsExactly(RecordState.PARKED);
    }
}
