package dev.drayage.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {
    @Test
    void nothing_said_is_a_week_of_two_hundred_orders() throws RefusedException {
        Wishes wishes = Wishes.of(given("quickstart.settings", ""));
        assertThat(wishes.orders()).isEqualTo(200);
        assertThat(wishes.settings()).isEmpty();
        assertThat(wishes.apply()).isFalse();
    }

    @Test
    void size_seed_and_file_are_taken_as_they_are() throws RefusedException {
        assertThat(Wishes.of(given("quickstart.orders", "10")).orders()).isEqualTo(10);
        assertThat(Wishes.of(given("quickstart.seed", "-7")).seed()).isEqualTo(-7);
        assertThat(Wishes.of(given("quickstart.settings", "my.properties")).settings())
                .contains(Path.of("my.properties"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0", "-5", "abc", "2.5", "1000001", "99999999999999999999"})
    void a_size_that_cannot_be_is_answered_with_the_least_and_the_most(String orders) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> Wishes.of(given("quickstart.orders", orders)));
        assertThat(refused.faults())
                .containsExactly("-Dquickstart.orders=" + orders + " is no whole number from 10 to 1000000");
    }

    private static Properties given(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }
}
