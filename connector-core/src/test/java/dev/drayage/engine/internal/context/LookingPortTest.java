package dev.drayage.engine.internal.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.error.DefectException;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookingPortTest {
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final AccountId account = new AccountId("erp", "E1");
    private final FakeWorld world = new FakeWorld(account, time);

    @Test
    void G6_what_only_looks_cannot_write() {
        SinkPort port = SinkPort.looking(account, new FakeConnector(world).fakeSink(RecordType.SALES_ORDER));
        CallContext call = CallContext.within(Duration.ofMinutes(1), time, new Cancellation(), Priority.ORDERS);

        assertThatThrownBy(() -> port.apply(List.of(), call)).isInstanceOf(DefectException.class);
        assertThat(world.writes()).isEmpty();
    }
}
