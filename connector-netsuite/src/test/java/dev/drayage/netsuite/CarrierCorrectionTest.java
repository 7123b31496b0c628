package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Resolution;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.NetSuiteSimulatorBuilder;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.wire.WireRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A warehouse corrects what is no tracking number. */
@SuppressWarnings("unused")
class CarrierCorrectionTest {
    private TestBooks books = open(account -> account);

    private static TestBooks open(UnaryOperator<NetSuiteSimulatorBuilder> account) {
        return TestBooks.open(settings -> account.apply(settings.with(AccountPreference.LINE_NUMBER_GAPS)));
    }

    @BeforeEach
    void bookTheOrder() {
        books.write(RecordType.SALES_ORDER, Shipments.order("111-1"));
    }

    @AfterEach
    void close() {
        books.close();
    }

    private void reopen(TestBooks other) {
        books.close();
        books = other;
        bookTheOrder();
    }

    private EffectOutcome write(ItemFulfillment shipment) {
        return books.write(
                RecordType.ITEM_FULFILLMENT,
                books.effect(RecordType.ITEM_FULFILLMENT, shipment, Effect.Mode.CREATE_OR_UPDATE),
                Optional.empty(),
                Map.of());
    }

    private EffectOutcome change(ItemFulfillment shipment, RecordRef ref) {
        return books.write(
                RecordType.ITEM_FULFILLMENT,
                books.effect(RecordType.ITEM_FULFILLMENT, shipment, Effect.Mode.CREATE_OR_UPDATE),
                Optional.of(ref),
                Map.of());
    }

    private static RecordRef ref(EffectOutcome outcome) {
        return ((EffectOutcome.Applied) outcome).ref();
    }

    private JsonNode stored(RecordRef ref) {
        return books.netSuite.record("itemFulfillment", ref.id()).orElseThrow().body();
    }

    private StoredRecord order() {
        return books.netSuite
                .recordByExternalId("salesOrder", "AMAZON-A1EX-na-SO-111-1")
                .orElseThrow();
    }

    private static ErrorCode code(EffectOutcome outcome) {
        return ((EffectOutcome.Rejected) outcome).violations().code();
    }

    private static boolean transforms(WireRequest request) {
        return request.path().contains("!transform");
    }

    private static ItemFulfillment shipment(String carrier) {
        return Shipments.of("S1", "111-1", Shipments.units("L1", 2))
                .addPackages(dev.drayage.model.ShippedPackage.builder()
                        .from(Shipments.parcel("C1", "1Z1"))
                        .carrier(
                                carrier.isEmpty()
                                        ? dev.drayage.model.Carrier.UNKNOWN
                                        : new dev.drayage.model.Carrier(carrier))
                        .build())
                .build();
    }

    @Test
    void a_carrier_that_was_missing_is_written_by_the_correction() {
        RecordRef ref = ref(write(shipment("")));
        EffectOutcome outcome = change(shipment("UPS"), ref);
        assertThat(stored(ref).path("custbody_drayage_carrier").asText())
                .as("%s", outcome)
                .isEqualTo("UPS");
    }

    @Test
    void a_lost_correction_of_the_carrier_is_not_taken_for_landed() {
        RecordRef ref = ref(write(shipment("FedEx")));
        dev.drayage.spi.RecordSink<ItemFulfillment> sink = books.sink(RecordType.ITEM_FULFILLMENT);
        Effect<ItemFulfillment> effect =
                books.effect(RecordType.ITEM_FULFILLMENT, shipment("UPS"), Effect.Mode.CREATE_OR_UPDATE);
        dev.drayage.spi.Prepared<ItemFulfillment> prepared = sink.prepare(effect, Optional.of(ref), Map.of());
        Resolution resolution = sink.resolve(
                        List.of(new dev.drayage.spi.Intent(
                                prepared.key(),
                                prepared.nativeKey(),
                                prepared.hint(),
                                Optional.of(ref),
                                "",
                                books.time.instant())),
                        books.call())
                .get(prepared.key());
        assertThat(resolution).isInstanceOf(Resolution.NotLanded.class);
    }

    @Test
    void a_fulfillment_id_that_is_no_number_is_told_and_not_thrown() {
        dev.drayage.spi.RecordSource<ItemFulfillment> source =
                books.connector.source(RecordType.ITEM_FULFILLMENT).orElseThrow();
        assertThat(source.fetch(
                        RecordRef.of(books.connector.account(), RecordType.ITEM_FULFILLMENT, "IF1001"), books.call()))
                .isNotNull();
    }
}
