package dev.drayage.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testing.quota.Company;
import dev.drayage.testing.quota.Figures;
import dev.drayage.testing.quota.PublishedPlans;
import dev.drayage.testing.quota.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The share of a published quota that is used while work waits, and the share of calls that is refused, in virtual time
 * against models of the vendors' limits: what {@link PublishedPlans} says is held.
 */
class PublishedPlansTest {
    private static final long SEED = 20261120;

    private static void assertHeld(Scenario scenario) {
        Figures figures = scenario.model().run(PublishedPlans.chance(SEED));
        System.out.printf("seed %d  %-66s %s%n", SEED, scenario, figures);
        assertThat(scenario.held().by(figures)).as(scenario + ": " + figures).isTrue();
    }

    private static Stream<Scenario> in(Company company) {
        return PublishedPlans.all().stream().filter(scenario -> scenario.company() == company);
    }

    static Stream<Scenario> alone() {
        return in(Company.ALONE);
    }

    @ParameterizedTest
    @MethodSource("alone")
    void a_published_plan_alone(Scenario scenario) {
        assertHeld(scenario);
    }

    static Stream<Scenario> shared() {
        return Stream.concat(in(Company.OTHER_EVENLY), in(Company.OTHER_BY_CHANCE));
    }

    @ParameterizedTest
    @MethodSource("shared")
    void another_client_takes_forty_percent(Scenario scenario) {
        assertHeld(scenario);
    }

    static Stream<Scenario> twice() {
        return in(Company.PLAN_TWICE);
    }

    @ParameterizedTest
    @MethodSource("twice")
    void a_plan_twice_too_high_that_answers_correct(Scenario scenario) {
        assertHeld(scenario);
    }

    static Stream<Scenario> twiceUntold() {
        return in(Company.PLAN_TWICE_UNTOLD);
    }

    @ParameterizedTest
    @MethodSource("twiceUntold")
    void a_plan_twice_too_high_of_which_answers_tell_nothing(Scenario scenario) {
        assertHeld(scenario);
    }
}
