package dev.drayage.amazon;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.spi.Effect;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.testing.SettingsContract;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testing.WindowSourceContract;
import dev.drayage.testkit.amazon.ChannelStock;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.Operation;
import dev.drayage.testkit.amazon.OrderView;
import dev.drayage.testkit.amazon.SimulatedBuyer;
import dev.drayage.testkit.amazon.SimulatedOrder;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;

/** Amazon keeps the contracts that every connector keeps. */
class AmazonContractTest {
    private static final String BUYER = "Quentin Sample";

    @Nested
    class ItsSettings extends SettingsContract {
        @Override
        protected ConnectorProvider provider() {
            return new AmazonProvider();
        }

        @Override
        protected Map<String, String> settings() {
            return AmazonSettings.builder()
                    .seller("A1EXAMPLESELLER", AmazonRegion.NA)
                    .marketplaces("ATVPDKIKX0DER")
                    .application("application-of-the-contract", "hush-one")
                    .refreshToken("hush-two")
                    .endpoints(URI.create("https://api.example"), URI.create("https://login.example/token"))
                    .userAgent("Acme (Sync)", "1.2")
                    .toMap();
        }
    }

    @Nested
    class ItsOrders extends WindowSourceContract<SalesOrder> {
        @Override
        protected SourceUnderTest<SalesOrder> open() {
            return new Orders();
        }
    }

    @Nested
    class ItsConfirmations extends SinkContract<ItemFulfillment> {
        @Override
        protected SinkUnderTest<ItemFulfillment> open() {
            return new Confirmations();
        }
    }

    @Nested
    class ItsStock extends SinkContract<InventoryLevel> {
        @Override
        protected SinkUnderTest<InventoryLevel> open() {
            return new Listings();
        }
    }

    /** Orders that buyers place and change. */
    private static final class Orders implements SourceUnderTest<SalesOrder> {
        private final SellerCentral seller = new SellerCentral();
        private int made;

        Orders() {
            seller.settings.pageSize(2);
        }

        @Override
        public RecordSource<SalesOrder> connect() {
            return seller.orders();
        }

        @Override
        public AccountId account() {
            return Shipments.AMAZON;
        }

        @Override
        public CallContext call() {
            return seller.call();
        }

        @Override
        public Instant start() {
            return SellerCentral.NOW.plusSeconds(60);
        }

        @Override
        public void passTo(Instant instant) {
            seller.time.advanceTo(instant);
        }

        @Override
        public RecordRef seed(Instant at) {
            passTo(at);
            String id = orderId(made++);
            seller.amazon
                    .orders()
                    .add(SimulatedOrder.builder(id, at)
                            .item(SellerCentral.item().build())
                            .build());
            seller.amazon.orders().lastUpdatedTime(id, at);
            return RecordRef.of(account(), RecordType.SALES_ORDER, id);
        }

        @Override
        public void change(RecordRef ref, Instant at) {
            passTo(at);
            seller.amazon.orders().requestCancellation(ref.id(), SellerCentral.LINE, "BUYER_CANCELED");
            seller.amazon.orders().lastUpdatedTime(ref.id(), at);
        }

        @Override
        public RecordRef absent() {
            return RecordRef.of(account(), RecordType.SALES_ORDER, orderId(99));
        }

        @Override
        public void close() {
            seller.close();
        }
    }

    /** Orders that wait for their confirmation. */
    private static final class Confirmations implements SinkUnderTest<ItemFulfillment> {
        private final SellerCentral seller = new SellerCentral();
        private final RecordSink<ItemFulfillment> sink = seller.shipments();

        Confirmations() {
            for (int i = 0; i < 3; i++) {
                seller.amazon
                        .orders()
                        .add(SellerCentral.order(orderId(i))
                                .buyer(SimulatedBuyer.of(BUYER, "quentin@example.com"))
                                .item(SellerCentral.item().build())
                                .build());
            }
        }

        @Override
        public RecordSink<ItemFulfillment> sink() {
            return sink;
        }

        @Override
        public AccountId account() {
            return Shipments.AMAZON;
        }

        @Override
        public CallContext call() {
            return seller.call();
        }

        @Override
        public Instant now() {
            return seller.time.instant();
        }

        @Override
        public Effect<ItemFulfillment> effect(int number) {
            return new Shipments()
                    .shipment(4711 + number)
                    .order(orderId(number))
                    .effect();
        }

        @Override
        public Effect<ItemFulfillment> refused() {
            return new Shipments()
                    .shipment(4700)
                    .order(orderId(0))
                    .parcel("9")
                    .units("7")
                    .effect();
        }

        @Override
        public List<String> buyerTexts() {
            return List.of(BUYER, "quentin@example.com");
        }

        @Override
        public long writes() {
            return seller.amazon.journal().count();
        }

        @Override
        public long standing() {
            return seller.amazon.orders().views().stream()
                    .map(OrderView::packages)
                    .mapToLong(List::size)
                    .sum();
        }

        @Override
        public long requests() {
            return Arrays.stream(Operation.values())
                    .mapToLong(seller.amazon.traffic()::requests)
                    .sum();
        }

        @Override
        public void close() {
            seller.close();
        }
    }

    /** Listings of the merchant's own stock. */
    private static final class Listings implements SinkUnderTest<InventoryLevel> {
        private static final int AT_FIRST = 1;

        private final SellerCentral seller = new SellerCentral();
        private final RecordSink<InventoryLevel> sink =
                seller.open().sink(RecordType.INVENTORY_LEVEL).orElseThrow();

        Listings() {
            for (int i = 0; i < 3; i++) {
                seller.amazon.listings().put(StockScene.listing("THING-" + i, AT_FIRST));
            }
        }

        @Override
        public RecordSink<InventoryLevel> sink() {
            return sink;
        }

        @Override
        public AccountId account() {
            return Shipments.AMAZON;
        }

        @Override
        public CallContext call() {
            return seller.call();
        }

        @Override
        public Instant now() {
            return seller.time.instant();
        }

        @Override
        public Effect<InventoryLevel> effect(int number) {
            return StockScene.effect(StockScene.counted(seller, "THING-" + number, Integer.toString(20 + number))
                    .build());
        }

        @Override
        public Effect<InventoryLevel> refused() {
            return StockScene.effect(
                    StockScene.counted(seller, "THING-0", "2.5").build());
        }

        @Override
        public List<String> buyerTexts() {
            return List.of(BUYER);
        }

        @Override
        public long writes() {
            return seller.amazon.journal().count();
        }

        @Override
        public long standing() {
            return IntStream.range(0, 3)
                    .filter(number -> !seller.amazon
                            .listings()
                            .inForce("THING-" + number, Marketplace.US)
                            .flatMap(ChannelStock::quantity)
                            .equals(Optional.of(AT_FIRST)))
                    .count();
        }

        @Override
        public long requests() {
            return Arrays.stream(Operation.values())
                    .mapToLong(seller.amazon.traffic()::requests)
                    .sum();
        }

        @Override
        public void close() {
            seller.close();
        }
    }

    private static String orderId(int number) {
        return "111-2223334-55566%02d".formatted(number);
    }
}
