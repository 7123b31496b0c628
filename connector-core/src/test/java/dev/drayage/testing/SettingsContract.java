package dev.drayage.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drayage.error.SettingsException;
import dev.drayage.settings.Setting;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.store.InMemorySyncStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for every {@link ConnectorProvider} and its settings. Whoever writes a connector extends this class. */
public abstract class SettingsContract {
    private static final Pattern SECRET_WORDS = Pattern.compile("secret|password|token|key|private");

    /** The provider. */
    protected abstract ConnectorProvider provider();

    /**
     * Settings with which an account can be opened. Every secret among them is given as itself, and looks like nothing
     * else in the settings.
     */
    protected abstract Map<String, String> settings() throws Exception;

    /** All providers that a host would find; those on the class or module path unless told otherwise. */
    protected List<ConnectorProvider> found() {
        List<ConnectorProvider> found = new ArrayList<>();
        ServiceLoader.load(ConnectorProvider.class, provider().getClass().getClassLoader())
                .forEach(found::add);
        return found;
    }

    private ConnectorDescriptor descriptor() {
        return provider().describe();
    }

    private SettingsSchema schema() {
        return descriptor().settings();
    }

    /** The settings whose values must not be printed, by what they are given. */
    private List<String> secrets() throws Exception {
        Map<String, String> given = settings();
        return schema().settings().stream()
                .filter(Setting::secret)
                .map(setting -> given.getOrDefault(setting.name(), ""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private Connector open(UncalledHttpClient http) throws Exception {
        SettableTime time = new SettableTime(StoreSamples.NOON);
        InMemorySyncStore store = new InMemorySyncStore(time);
        return provider()
                .open(
                        schema().read(settings()),
                        new ConnectorContext(
                                time,
                                new SplittableRandom(7),
                                http,
                                account -> store.connectorState("default", account)));
    }

    @Test
    public final void the_provider_is_found_as_a_service_once() {
        assertThat(found())
                .filteredOn(each -> each.getClass().equals(provider().getClass()))
                .hasSize(1);
    }

    @Test
    public final void it_was_written_for_this_version_of_the_spi() {
        assertThat(descriptor().spiVersion()).isEqualTo(ConnectorProvider.SPI_VERSION);
    }

    @Test
    public final void its_kind_is_one_lower_case_word_that_no_other_provider_has() {
        assertThat(descriptor().kind()).matches("[a-z0-9][a-z0-9-]*");
        assertThat(descriptor().title()).isNotBlank();
        assertThat(found())
                .filteredOn(each -> each.describe().kind().equals(descriptor().kind()))
                .hasSize(1);
    }

    @Test
    public final void every_setting_has_a_name_of_its_own_and_help() {
        assertThat(schema().settings()).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(schema().settings())
                .allSatisfy(setting -> assertThat(setting.help())
                        .as("help of %s", setting.name())
                        .isNotBlank());
    }

    @Test
    public final void every_setting_that_sounds_secret_is_marked_so() {
        assertThat(schema().settings())
                .filteredOn(setting -> SECRET_WORDS
                        .matcher(setting.name().toLowerCase(Locale.ROOT))
                        .find())
                .allSatisfy(setting ->
                        assertThat(setting.secret()).as(setting.name()).isTrue());
    }

    @Test
    public final void every_fallback_can_be_read() {
        for (Setting<?> setting : schema().settings()) {
            setting.fallback()
                    .ifPresent(text -> assertThat(setting.parser().apply(text))
                            .as(setting.name())
                            .isNotNull());
        }
    }

    @Test
    public final void without_settings_every_mandatory_one_is_named_at_once() {
        SettingsException failure = catchThrowableOfType(SettingsException.class, () -> schema().read(Map.of()));
        List<Setting<?>> mandatory =
                schema().settings().stream().filter(Setting::required).toList();
        assertThat(mandatory).as("an account that needs no setting").isNotEmpty();
        assertThat(failure.problems())
                .as("a rule may find more missing, nothing may be told twice")
                .doesNotHaveDuplicates()
                .allSatisfy(problem -> assertThat(problem).contains(" is missing"));
        assertThat(mandatory)
                .allSatisfy(setting -> assertThat(failure.problems())
                        .filteredOn(problem -> problem.startsWith(setting.name() + " "))
                        .hasSize(1));
    }

    @Test
    public final void an_unknown_name_is_reported_with_the_nearest_one() throws Exception {
        for (Setting<?> setting : schema().settings()) {
            Map<String, String> flat = new TreeMap<>(settings());
            flat.put(setting.name() + "q", "x");
            assertThat(schema().problems(flat))
                    .anySatisfy(problem -> assertThat(problem)
                            .contains(setting.name() + "q is unknown", "did you mean " + setting.name() + "?"));
        }
    }

    @Test
    public final void a_malformed_value_is_reported_without_repeating_it() throws Exception {
        for (Setting<?> setting : schema().settings()) {
            Map<String, String> flat = new TreeMap<>(settings());
            String odd = "\u0001 zq-odd-zq";
            flat.put(setting.name(), odd);
            assertThat(schema().problems(flat))
                    .allSatisfy(problem -> assertThat(problem).doesNotContain("zq-odd-zq"));
        }
    }

    @Test
    public final void printing_shows_no_secret() throws Exception {
        try (Connector connector = open(new UncalledHttpClient())) {
            List<String> prints = List.of(
                    schema().read(settings()).toString(),
                    schema().toString(),
                    descriptor().toString(),
                    connector.toString(),
                    connector.account().toString());
            for (String secret : secrets()) {
                assertThat(prints).allSatisfy(print -> assertThat(print).doesNotContain(secret));
            }
        }
    }

    @Test
    public final void opening_calls_nothing_and_closing_twice_is_allowed() throws Exception {
        UncalledHttpClient http = new UncalledHttpClient();
        Connector connector = open(http);
        assertThat(connector.account().system()).isNotBlank();
        connector.close();
        connector.close();
        assertThat(http.attempts()).isZero();
    }
}
