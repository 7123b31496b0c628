package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.RecordType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A warehouse uploads its next file under the same name while the one before is being booked. */
class ReplacedFileTest extends WarehouseWorld {
    @Test
    void G1_a_file_that_came_under_the_same_name_while_the_one_before_was_booked_is_not_put_away_unread()
            throws IOException {
        drop("shipments.csv", HEADER + "S1,SO1001,L1,MUG,1,2026-11-20,C1,UPS,T1,0.8\n");
        AtomicBoolean once = new AtomicBoolean();
        sink().beforeWrite(() -> {
            if (once.compareAndSet(false, true)) {
                try {
                    drop("shipments.csv", HEADER + "S2,SO1002,L1,MUG,1,2026-11-20,C1,UPS,T2,0.8\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        run();
        run();
        assertThat(erp.all(RecordType.ITEM_FULFILLMENT))
                .as("both shipments are booked; the folder for processed files holds %s", in("processed"))
                .hasSize(2);
    }
}
