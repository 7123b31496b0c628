package dev.drayage.examples.docs.stall;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.http.ApiClient;
import dev.drayage.http.Authorizer;
import dev.drayage.model.AccountId;
import dev.drayage.model.Carrier;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.settings.SecretSource;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.testing.BacklogSourceContract;
import dev.drayage.testing.SettableTime;
import dev.drayage.testing.SettingsContract;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testing.WindowSourceContract;
import dev.drayage.testkit.wire.FaultPlan;
import dev.drayage.testkit.wire.WireServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The stall keeps the contracts that every connector keeps. */
class StallContractTest {
    // tag::stall-contract[]
    private static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");
    private static final AccountId STALL = new AccountId("stall", "7");

    @Nested
    class ItsSettings extends SettingsContract {
        @Override
        protected ConnectorProvider provider() {
            return new StallProvider();
        }

        @Override
        protected List<ConnectorProvider> found() {
            return List.of(provider()); // leave this out for a provider that is named in META-INF/services
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("stall", "7", "address", "http://localhost:1", "key", "open-sesame");
        }
    }

    @Nested
    class ItsOrders extends WindowSourceContract<SalesOrder> {
        @Override
        protected SourceUnderTest<SalesOrder> open() {
            return new Till();
        }
    }

    /** A till without orders, on a clock that only the contract moves. */
    private static class Till implements SourceUnderTest<SalesOrder> {
        final SettableTime time = new SettableTime(MORNING);
        final SimulatedStall stall = new SimulatedStall();
        final WireServer server = WireServer.start(stall, new FaultPlan());
        private int made;

        final ApiClient client() {
            return ApiClient.builder(server.baseUri(), ApiClient.standardTransport(), time)
                    .authorizer(Authorizer.header("X-Key", SecretSource.fixed("secret")))
                    .build();
        }

        /** Where orders lie at the till. */
        Map<String, String> box() {
            return stall.orders;
        }

        @Override
        public RecordSource<SalesOrder> connect() {
            return new StallOrderSource(STALL, client());
        }

        @Override
        public AccountId account() {
            return STALL;
        }

        @Override
        public CallContext call() {
            return CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.ORDERS);
        }

        @Override
        public Instant start() {
            return MORNING;
        }

        @Override
        public void passTo(Instant instant) {
            time.advanceTo(instant);
        }

        @Override
        public RecordRef seed(Instant at) {
            String id = "100" + made++;
            box().put(id, String.join("\t", id, at.toString(), at.toString(), "OPEN", "L1", "JAM", "1", "12.50"));
            return RecordRef.of(STALL, RecordType.SALES_ORDER, id);
        }

        @Override
        public void change(RecordRef ref, Instant at) {
            box().computeIfPresent(ref.id(), (id, line) -> {
                String[] field = line.split("\t", -1);
                field[2] = at.toString();
                field[7] = "13.00";
                return String.join("\t", field);
            });
        }

        @Override
        public RecordRef absent() {
            return RecordRef.of(STALL, RecordType.SALES_ORDER, "9999");
        }

        @Override
        public void close() {
            server.close();
        }
    }
    // end::stall-contract[]

    @Nested
    class ItsSlips extends BacklogSourceContract<SalesOrder> {
        @Override
        protected SourceUnderTest<SalesOrder> open() {
            return new Till() {
                @Override
                Map<String, String> box() {
                    return stall.slips;
                }

                @Override
                public RecordSource<SalesOrder> connect() {
                    return new StallSlipSource(new StallOrderSource(STALL, client()), client());
                }
            };
        }
    }

    @Nested
    class ItsParcels extends SinkContract<ItemFulfillment> {
        @Override
        protected SinkUnderTest<ItemFulfillment> open() {
            return new Counter();
        }
    }

    /** A till that is told of parcels. */
    private static final class Counter implements SinkUnderTest<ItemFulfillment> {
        private final Till till = new Till();
        private final RecordSink<ItemFulfillment> sink = new StallParcelSink(STALL, till.client());

        @Override
        public RecordSink<ItemFulfillment> sink() {
            return sink;
        }

        @Override
        public AccountId account() {
            return STALL;
        }

        @Override
        public CallContext call() {
            return till.call();
        }

        @Override
        public Instant now() {
            return till.time.instant();
        }

        @Override
        public Effect<ItemFulfillment> effect(int number) {
            return parcel("100" + number, "DHL");
        }

        @Override
        public Effect<ItemFulfillment> refused() {
            return parcel("2000", "Moon Express");
        }

        private static Effect<ItemFulfillment> parcel(String order, String carrier) {
            ShippedLine line = new ShippedLine(LineReference.channel("L1"), "JAM", BigDecimal.ONE);
            RecordRef ref = RecordRef.of(new AccountId("erp", "E1"), RecordType.ITEM_FULFILLMENT, "F-" + order);
            ItemFulfillment shipment = ItemFulfillment.builder()
                    .ref(ref)
                    .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order))
                    .status(ItemFulfillment.Status.SHIPPED)
                    .shippedAt(MORNING)
                    .addLines(line)
                    .addPackages(ShippedPackage.builder()
                            .reference("C1")
                            .carrier(new Carrier(carrier))
                            .addTrackingNumbers("JD" + order)
                            .addContents(line)
                            .build())
                    .build();
            return Effect.of(
                    new EffectKey(ref, STALL, "package-C1"),
                    "order/" + order,
                    RecordType.ITEM_FULFILLMENT,
                    shipment,
                    Effect.Mode.CREATE_OR_UPDATE);
        }

        @Override
        public List<String> buyerTexts() {
            return List.of("Robin Example"); // a shipment names no buyer; were one added, it would show here
        }

        @Override
        public long writes() {
            return till.stall.writes.get();
        }

        @Override
        public long standing() {
            return till.stall.parcels.size();
        }

        @Override
        public long requests() {
            return till.stall.requests.get();
        }

        @Override
        public void close() {
            till.close();
        }
    }
}
