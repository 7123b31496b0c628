package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.Carrier;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedPackage;
import dev.drayage.spi.Change;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Resolution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A warehouse corrects what is no tracking number. */
class CarrierCorrectionTest extends FulfillmentBooks {
    private static ItemFulfillment shipment(String carrier) {
        return Shipments.of("S1", "111-1", Shipments.units("L1", 2))
                .addPackages(ShippedPackage.builder()
                        .from(Shipments.parcel("C1", "1Z1"))
                        .carrier(carrier.isEmpty() ? Carrier.UNKNOWN : new Carrier(carrier))
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
        RecordSink<ItemFulfillment> sink = books.sink(RecordType.ITEM_FULFILLMENT);
        Effect<ItemFulfillment> effect =
                books.effect(RecordType.ITEM_FULFILLMENT, shipment("UPS"), Effect.Mode.CREATE_OR_UPDATE);
        Prepared<ItemFulfillment> prepared = sink.prepare(effect, Optional.of(ref), Map.of());
        Resolution resolution = sink.resolve(
                        List.of(new Intent(
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
        RecordSource<ItemFulfillment> source =
                books.connector.source(RecordType.ITEM_FULFILLMENT).orElseThrow();
        assertThat(source.fetch(
                        RecordRef.of(books.connector.account(), RecordType.ITEM_FULFILLMENT, "IF1001"), books.call()))
                .isInstanceOfSatisfying(
                        Change.NotVisible.class,
                        hidden -> assertThat(hidden.reason()).contains("IF1001"));
    }
}
