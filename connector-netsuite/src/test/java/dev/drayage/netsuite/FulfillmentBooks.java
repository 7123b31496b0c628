package dev.drayage.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.NetSuiteSimulatorBuilder;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.wire.WireRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Books with one order in them that waits for its shipments. */
abstract class FulfillmentBooks {
    TestBooks books = open(account -> account);

    static TestBooks open(UnaryOperator<NetSuiteSimulatorBuilder> account) {
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

    void reopen(TestBooks other) {
        books.close();
        books = other;
        bookTheOrder();
    }

    EffectOutcome write(ItemFulfillment shipment) {
        return books.write(
                RecordType.ITEM_FULFILLMENT,
                books.effect(RecordType.ITEM_FULFILLMENT, shipment, Effect.Mode.CREATE_OR_UPDATE),
                Optional.empty(),
                Map.of());
    }

    EffectOutcome change(ItemFulfillment shipment, RecordRef ref) {
        return books.write(
                RecordType.ITEM_FULFILLMENT,
                books.effect(RecordType.ITEM_FULFILLMENT, shipment, Effect.Mode.CREATE_OR_UPDATE),
                Optional.of(ref),
                Map.of());
    }

    static RecordRef ref(EffectOutcome outcome) {
        return ((EffectOutcome.Applied) outcome).ref();
    }

    JsonNode stored(RecordRef ref) {
        return books.netSuite.record("itemFulfillment", ref.id()).orElseThrow().body();
    }

    StoredRecord order() {
        return books.netSuite
                .recordByExternalId("salesOrder", "AMAZON-A1EX-na-SO-111-1")
                .orElseThrow();
    }

    static ErrorCode code(EffectOutcome outcome) {
        return ((EffectOutcome.Rejected) outcome).violations().code();
    }

    static boolean transforms(WireRequest request) {
        return request.path().contains("!transform");
    }
}
