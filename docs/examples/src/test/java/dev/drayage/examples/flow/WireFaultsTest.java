package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunReport;
import dev.drayage.store.RecordEntry;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.FaultPlan;
import dev.drayage.testkit.wire.WireRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** G1, G2 and G4 on a bad line: once it is mended, both systems stand as if it had always been good. */
class WireFaultsTest {
    private static final int DISTURBED_PASSES = 3;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            names = {
                "RESET",
                "LOST_ANSWER",
                "TRUNCATED_BODY",
                "THROTTLED",
                "SERVER_ERROR",
                "SERVER_ERROR_AFTER_WORK",
                "TOKEN_REJECTED"
            })
    void G2_one_kind_of_fault_on_a_fifth_of_all_requests_changes_nothing(Fault fault) {
        for (long seed = 1; seed <= 3; seed++) {
            expectNoTrace("seed " + seed + ", " + fault, seed, 0.2, List.of(fault), request -> true);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void G2_all_kinds_at_once_change_nothing(long seed) {
        expectNoTrace(
                "seed " + seed,
                seed,
                0.04,
                List.of(
                        Fault.RESET,
                        Fault.LOST_ANSWER,
                        Fault.TRUNCATED_BODY,
                        Fault.THROTTLED,
                        Fault.SERVER_ERROR,
                        Fault.SERVER_ERROR_AFTER_WORK,
                        Fault.TOKEN_REJECTED),
                request -> true);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "LOST_ANSWER", "TRUNCATED_BODY", "SERVER_ERROR", "SERVER_ERROR_AFTER_WORK"})
    void G2_writes_that_fail_every_other_time_are_carried_out_once(Fault fault) {
        for (long seed = 21; seed <= 23; seed++) {
            expectNoTrace("seed " + seed + ", writes " + fault, seed, 0.5, List.of(fault), WireFaultsTest::isWrite);
        }
    }

    private static boolean isWrite(WireRequest request) {
        return !request.method().equals("GET")
                && !request.path().endsWith("/suiteql")
                && !request.path().endsWith("/token");
    }

    private void expectNoTrace(
            String what, long seed, double share, List<Fault> faults, Predicate<WireRequest> requests) {
        Map<String, String> expected;
        try (SmallWorld calm = FourOrders.world(folder.resolve("calm " + what))) {
            calm.passes(DISTURBED_PASSES);
            expected = calm.picture();
        }
        try (SmallWorld world = FourOrders.world(folder.resolve(what))) {
            disturb(world.systems().amazon().faults(), share, seed, faults, requests);
            disturb(world.systems().netsuite().faults(), share, seed + 1_000, faults, requests);
            List<RunReport> reports = new ArrayList<>();
            for (int i = 0; i < DISTURBED_PASSES; i++) {
                reports.addAll(world.pass());
            }
            List<RecordEntry> parked = world.parked();
            world.systems().amazon().faults().clear();
            world.systems().netsuite().faults().clear();
            for (int i = 0; i < 8 && !FourOrders.isDone(world); i++) {
                reports.addAll(world.pass());
            }
            assertThat(world.picture())
                    .as(
                            "%s%n%s%nparked %s",
                            what, reports.stream().map(RunReport::summary).toList(), parked)
                    .isEqualTo(expected);
            assertThat(FourOrders.isDone(world))
                    .as("%s: parked then %s, now %s", what, parked, world.parked())
                    .isTrue();
        }
    }

    private static void disturb(
            FaultPlan plan, double share, long seed, List<Fault> faults, Predicate<WireRequest> requests) {
        for (int i = 0; i < faults.size(); i++) {
            plan.share(share, seed * 31 + i, faults.get(i), requests);
        }
    }
}
