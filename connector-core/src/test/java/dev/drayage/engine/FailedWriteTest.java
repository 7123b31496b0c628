package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.StoreException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.RecordType;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine makes of the exceptions of a sink that writes to a target which would take everything twice. */
class FailedWriteTest {
    private final Shop shop = new Shop();

    @BeforeEach
    void begin() {
        shop.run();
        shop.sink().allowDoubles();
        shop.place("A");
    }

    static Stream<RuntimeException> proofOfNothing() {
        return Stream.of(
                new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "the answer was lost"),
                new CancelledException(ErrorCode.CANCELLED, "somebody else's run was cancelled"),
                new StoreException("the connector's state could not be kept", new IllegalStateException()),
                new RejectedExecutionException("the connector's own pool is full"),
                new IllegalStateException("a defect of the connector"));
    }

    @ParameterizedTest
    @MethodSource("proofOfNothing")
    void G2_after_an_exception_that_proves_nothing_the_target_is_asked(RuntimeException failure) {
        shop.sink().loseAnswers(1, failure);
        assertThat(shop.run().count(Outcome.APPLIED)).isEqualTo(1);
        shop.run();
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).hasSize(1);
    }

    @Test
    void G2_a_connectors_executor_that_takes_no_job_is_not_the_hosts() {
        shop.sink().loseAnswers(1, new RejectedExecutionException("the connector's own pool is full"));
        shop.run();
        shop.run();
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).hasSize(1);
    }

    static Stream<RuntimeException> proofThatNothingRan() {
        return Stream.of(
                new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "the token is void"),
                new UnavailableException(ErrorCode.UNREACHABLE, "nobody answers"),
                new ThrottledException("no quota is left", Shop.START, 429, "request-1"));
    }

    @ParameterizedTest
    @MethodSource("proofThatNothingRan")
    void G2_after_an_exception_that_proves_that_nothing_ran_nothing_is_asked(RuntimeException failure) {
        shop.sink().outage(failure);
        int looks = shop.sink().looks();
        assertThat(shop.run().ending()).isNotEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(shop.sink().looks()).isEqualTo(looks);
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).isEmpty();
        shop.sink().outage(null);
        shop.engine().operations("orders", "ann").resume();
        assertThat(shop.run().count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).hasSize(1);
    }
}
