package dev.drayage.spi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.CallContext;
import dev.drayage.model.RecordRef;
import dev.drayage.model.SalesOrder;
import dev.drayage.settings.Setting;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.testing.FakeSinkAccount;
import dev.drayage.testing.FakeSourceAccount;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testing.WindowSourceContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The contracts can fail: each is run against a connector that breaks it. */
class BrokenContractTest {
    private static void caught(ThrowingCallable rule) {
        assertThatThrownBy(rule).isInstanceOf(AssertionError.class);
    }

    /** A source whose answers are bent. */
    private record Bent(RecordSource<SalesOrder> straight, UnaryOperator<Page<SalesOrder>> bend, boolean inclusive)
            implements RecordSource<SalesOrder> {
        @Override
        public SourceTraits traits() {
            return straight.traits();
        }

        @Override
        public Page<SalesOrder> read(Slice slice, Optional<Cursor> at, CallContext call) {
            Slice asked = inclusive && slice instanceof Slice.Window window
                    ? new Slice.Window(window.from(), window.to().plusMillis(1))
                    : slice;
            return bend.apply(straight.read(asked, at, call));
        }

        @Override
        public Change<SalesOrder> fetch(RecordRef ref, CallContext call) {
            Change<SalesOrder> change = straight.fetch(ref, call);
            if (change instanceof Change.Gone) {
                throw new IllegalStateException("nobody expects this");
            }
            return change;
        }
    }

    private static WindowSourceContract<SalesOrder> source(UnaryOperator<Page<SalesOrder>> bend, boolean inclusive)
            throws Exception {
        WindowSourceContract<SalesOrder> contract = new WindowSourceContract<>() {
            @Override
            protected SourceUnderTest<SalesOrder> open() {
                return new FakeSourceAccount() {
                    @Override
                    public RecordSource<SalesOrder> connect() {
                        return new Bent(super.connect(), bend, inclusive);
                    }
                };
            }
        };
        contract.openAccount();
        return contract;
    }

    @Test
    void a_source_that_leaves_out_a_record_is_caught() throws Exception {
        UnaryOperator<Page<SalesOrder>> lossy =
                page -> new Page<>(page.changes().stream().skip(1).toList(), page.next(), page.completeUntil());
        caught(source(lossy, false)::every_record_of_a_slice_is_read_exactly_once_over_all_its_pages);
    }

    @Test
    void a_source_whose_window_includes_its_end_is_caught() throws Exception {
        caught(source(page -> page, true)::a_window_holds_its_first_instant_and_not_its_last);
        caught(source(page -> page, true)::windows_that_touch_lose_nothing_and_repeat_nothing);
    }

    @Test
    void a_source_that_throws_for_an_absent_record_is_caught() throws Exception {
        WindowSourceContract<SalesOrder> contract = source(page -> page, false);
        assertThatThrownBy(contract::an_absent_record_is_gone_or_not_visible_and_no_exception)
                .hasMessage("nobody expects this");
    }

    private static SinkContract<SalesOrder> doubling() throws Exception {
        SinkContract<SalesOrder> contract = new SinkContract<>() {
            @Override
            protected SinkUnderTest<SalesOrder> open() {
                return new FakeSinkAccount() {
                    @Override
                    public RecordSink<SalesOrder> sink() {
                        return fake().allowDoubles().accept("never");
                    }
                };
            }
        };
        contract.openAccount();
        return contract;
    }

    @Test
    void a_sink_that_doubles_is_caught() throws Exception {
        caught(doubling()::applying_the_same_effect_twice_leaves_one_record);
    }

    @Test
    void a_sink_that_takes_what_it_should_refuse_is_caught() throws Exception {
        caught(doubling()::a_refused_record_writes_nothing_and_names_code_and_message);
    }

    @Test
    void a_look_that_writes_is_caught() throws Exception {
        SinkContract<SalesOrder> contract = new SinkContract<>() {
            @Override
            protected SinkUnderTest<SalesOrder> open() {
                return new FakeSinkAccount() {
                    @Override
                    public RecordSink<SalesOrder> sink() {
                        fake().apply(List.of(fake().prepare(effect(0), Optional.empty(), Map.of())), call());
                        return fake();
                    }
                };
            }
        };
        contract.openAccount();
        caught(contract::looking_writes_nothing);
    }

    @Test
    void a_setting_that_is_secret_and_not_marked_so_is_caught() {
        caught(new FakeConnectorContractTest.OfSettings() {
            @Override
            protected ConnectorProvider provider() {
                return new FakeConnectorContractTest.FakeProvider() {
                    @Override
                    public ConnectorDescriptor describe() {
                        return new ConnectorDescriptor(
                                "fake",
                                SPI_VERSION,
                                "Fake",
                                SettingsSchema.of("Fake", Setting.text("apiToken", "A token.")),
                                Set.of(),
                                Set.of());
                    }
                };
            }
        }::every_setting_that_sounds_secret_is_marked_so);
    }
}
