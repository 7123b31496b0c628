package dev.drayage.netsuite;

import dev.drayage.model.Address;
import dev.drayage.model.CashSale;
import dev.drayage.model.Customer;
import dev.drayage.model.InventoryCount;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.Item;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.LineRemainder;
import dev.drayage.model.OrderCancellation;
import dev.drayage.model.OrderProgress;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SaleTransaction;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.testing.LookupContract;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettingsContract;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testing.WindowSourceContract;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** NetSuite keeps the contracts that every connector keeps. */
class NetSuiteContractTest {
    private static SalesOrder.Builder unsellable() {
        return SampleOrders.order(TestBooks.SHOP, "111-9", TestBooks.START)
                .lines(List.of(SampleOrders.line("L1", "NOBODY-SELLS-THIS", 1, "59.85")))
                .charges(List.of());
    }

    private static CashSale paid(SaleTransaction order) {
        return CashSale.builder().from(order).build();
    }

    private static TestBooks withOrders() {
        TestBooks books = TestBooks.open(account -> account.with(AccountPreference.LINE_NUMBER_GAPS));
        for (int i = 0; i < 3; i++) {
            books.write(RecordType.SALES_ORDER, Shipments.order("111-" + i));
        }
        return books;
    }

    private static ItemFulfillment shipment(int number, int units) {
        return Shipments.of("S" + number, "111-" + number % 3, Shipments.units("L1", units))
                .build();
    }

    private static Customer buyer(int number, String email) {
        return Customer.builder()
                .ref(RecordRef.of(TestBooks.SHOP, RecordType.CUSTOMER, "buyer-" + number))
                .name("Robin Example " + "ABCDEF".charAt(number))
                .person(true)
                .email(email)
                .addAddresses(Address.builder()
                        .name("Robin Example")
                        .addLines("1 Depot Way")
                        .city("Fallon")
                        .region("NV")
                        .postalCode("89406")
                        .countryCode("US")
                        .build())
                .build();
    }

    private static OrderProgress step(TestBooks books, String shipment, String order) {
        return OrderProgress.builder()
                .ref(RecordRef.of(books.connector.account(), RecordType.ITEM_FULFILLMENT, shipment))
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order))
                .stage(OrderProgress.Stage.FULFILLMENT_PROCESSED)
                .build();
    }

    private static OrderCancellation calledOff(String shipment, String order, String line) {
        return OrderCancellation.builder()
                .ref(RecordRef.of(Shipments.WAREHOUSE, RecordType.ITEM_FULFILLMENT, shipment))
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order))
                .addLines(new LineRemainder(
                        LineReference.channel(line), "", BigDecimal.valueOf(3), LineRemainder.Fate.CANCELLED, "CP"))
                .build();
    }

    /** An order that is there twice, so that nobody can tell which one is meant. */
    private static void enterTwice(TestBooks books, String order) {
        for (int i = 0; i < 2; i++) {
            books.netSuite.clerk().enter("salesOrder", """
                    {"entity":{"id":"110"},"custbody_drayage_order_id":"%s",
                     "custbody_drayage_channel":"%s",
                     "item":{"items":[{"item":{"id":"98"},"quantity":1,"rate":1}]}}
                    """.formatted(order, TestBooks.SHOP));
        }
    }

    @Nested
    class ItsSettings extends SettingsContract {
        @Override
        protected ConnectorProvider provider() {
            return new NetSuiteProvider();
        }

        @Override
        protected Map<String, String> settings() {
            return NetSuiteSettings.builder("1234567", ZoneId.of("America/Los_Angeles"))
                    .tba("hush-one", "hush-two", "hush-three", "hush-four")
                    .build()
                    .toMap();
        }
    }

    @Nested
    class ItsSalesOrders extends SinkContract<SalesOrder> {
        @Override
        protected SinkUnderTest<SalesOrder> open() {
            return new BooksSink<>(
                    TestBooks.open(),
                    RecordType.SALES_ORDER,
                    i -> SampleOrders.merchant(TestBooks.SHOP, "111-" + i, TestBooks.START),
                    unsellable().build());
        }
    }

    @Nested
    class ItsCashSales extends SinkContract<CashSale> {
        @Override
        protected SinkUnderTest<CashSale> open() {
            TestBooks books = TestBooks.open(
                    account -> account.seed(Seed.location(9, "FBA")),
                    settings -> settings.fbaLocation(TestBooks.SHOP.toString(), "9"));
            return new BooksSink<>(
                    books,
                    RecordType.CASH_SALE,
                    i -> paid(SampleOrders.channel(TestBooks.SHOP, "111-" + i, TestBooks.START)),
                    paid(unsellable().build()));
        }
    }

    @Nested
    class ItsCustomers extends LookupContract<Customer> {
        @Override
        protected SinkUnderTest<Customer> open() {
            TestBooks books = TestBooks.open(
                    account -> account.with(AccountPreference.AUTO_NUMBERED_CUSTOMERS),
                    settings -> settings.subsidiary("1"));
            return new BooksSink<>(
                    books,
                    RecordType.CUSTOMER,
                    i -> buyer(i, "robin@example.com"),
                    buyer(5, "robin at no address@example.com"));
        }
    }

    @Nested
    class ItsFulfillments extends SinkContract<ItemFulfillment> {
        @Override
        protected SinkUnderTest<ItemFulfillment> open() {
            return new BooksSink<>(withOrders(), RecordType.ITEM_FULFILLMENT, i -> shipment(i, 1), shipment(6, 700));
        }
    }

    @Nested
    class ItsProgress extends SinkContract<OrderProgress> {
        @Override
        protected SinkUnderTest<OrderProgress> open() {
            TestBooks books = withOrders();
            enterTwice(books, "222-2");
            return new BooksSink<>(
                    books,
                    RecordType.ORDER_PROGRESS,
                    i -> step(books, "500" + i, "111-" + i),
                    step(books, "5009", "222-2"));
        }

        /** Setting a status again is cheaper than looking whether it was set. */
        @Override
        protected boolean looksForWhatLanded() {
            return false;
        }
    }

    @Nested
    class ItsCancellations extends SinkContract<OrderCancellation> {
        @Override
        protected SinkUnderTest<OrderCancellation> open() {
            return new BooksSink<>(
                    withOrders(),
                    RecordType.ORDER_CANCELLATION,
                    i -> calledOff("S" + i, "111-" + i, "L3"),
                    calledOff("S9", "111-0", "L9"));
        }

        /** Closing a line again changes nothing, and what stands is looked at before it is closed. */
        @Override
        protected boolean looksForWhatLanded() {
            return false;
        }
    }

    @Nested
    class ItsAdjustments extends SinkContract<InventoryCount> {
        @Override
        protected SinkUnderTest<InventoryCount> open() {
            return new BooksSink<>(
                    StockCounts.books(),
                    RecordType.INVENTORY_COUNT,
                    i -> StockCounts.count(i, "97.5"),
                    StockCounts.count(2, "40"));
        }
    }

    @Nested
    class ItsShipped extends WindowSourceContract<ItemFulfillment> {
        @Override
        protected SourceUnderTest<ItemFulfillment> open() {
            return new ShippedParcels();
        }
    }

    @Nested
    class ItsReleasedOrders extends WindowSourceContract<WarehouseOrder> {
        @Override
        protected SourceUnderTest<WarehouseOrder> open() {
            return new ReleasedOrders();
        }
    }

    @Nested
    class ItsReleasedPackings extends WindowSourceContract<WarehouseOrder> {
        @Override
        protected SourceUnderTest<WarehouseOrder> open() {
            return new ReleasedPackings();
        }
    }

    @Nested
    class ItsStock extends WindowSourceContract<InventoryLevel> {
        @Override
        protected SourceUnderTest<InventoryLevel> open() {
            return new ShelvedStock();
        }
    }

    @Nested
    class ItsItems extends WindowSourceContract<Item> {
        @Override
        protected SourceUnderTest<Item> open() {
            return new ListedItems();
        }
    }
}
