package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.spi.SinkTraits;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SimulatedCrash;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The comparison of a written order comes before its record is in the ledger. */
class UnrecordedFindingTest {
    @Test
    void G9_a_wrong_total_found_while_the_source_is_down_after_a_crash_is_told() {
        Shop shop = new Shop();
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ZERO, 10));
        shop.sink().finding("A", "the target's total is 59.84");
        shop.place("A");
        SyncStore whole = shop.store;
        AtomicBoolean written = new AtomicBoolean();
        shop.store = Interposed.wrap(SyncStore.class, whole, (call, action) -> {
            if (written.get() && call.equals("Ledger.commit")) {
                throw new SimulatedCrash(call);
            }
            return action.run();
        });
        shop.sink().beforeWrite(() -> written.set(true));
        assertThatThrownBy(shop::run).isInstanceOf(SimulatedCrash.class);
        assertThat(shop.booked()).hasSize(1);
        shop.store = whole;
        shop.source().beforePage(delivered -> {
            throw new UnavailableException(ErrorCode.UNREACHABLE, "the channel is down");
        });
        shop.time.advance(Duration.ofMinutes(5));
        shop.run();
        shop.source().beforePage(delivered -> {});
        shop.run();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
    }
}
