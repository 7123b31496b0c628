package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A person has everything tried again, also what is booked and whose file was put away. */
class HintedSettledShipmentTest extends WarehouseWorld {
    @Test
    void G12_a_booked_shipment_that_is_tried_again_is_not_called_gone_while_its_file_lies_in_processed()
            throws IOException {
        drop("a.csv", GOOD);
        run();
        retry(RecordQuery.builder().build());
        run();
        assertThat(store.ledger("default").records(RecordQuery.builder().build()))
                .extracting(RecordEntry::state)
                .containsExactly(RecordState.SETTLED);
    }
}
