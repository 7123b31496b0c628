package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.sync.OrderSyncs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What listeners are told of an account that is refused. */
class AlarmTextTest {
    @Test
    void the_code_stands_beside_the_message_and_not_in_it_once_more() {
        Shop shop = new Shop();
        shop.place("A");
        shop.sink().outage(new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "the password is wrong"));
        shop.time.advance(Duration.ofMinutes(3));
        List<String> alarms = new ArrayList<>();
        try (SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders("orders", shop.shop, shop.erp, shop.options))
                .listener(new SyncListener() {
                    @Override
                    public void alarm(SyncEvent.Alarm event) {
                        alarms.add(event.code() + " " + event.message());
                    }
                })
                .build()) {
            RunReport report = engine.run("orders", RunBudget.minutes(5));
            assertThat(report.ending()).isEqualTo(RunReport.Ending.NEEDS_REAUTHORISATION);
            assertThat(report.message()).contains("CREDENTIALS_REFUSED");
        }
        assertThat(alarms).containsExactly("CREDENTIALS_REFUSED erp:E1: the password is wrong");
    }
}
