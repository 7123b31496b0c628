package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drayage.model.Address;
import dev.drayage.model.CashSale;
import dev.drayage.model.Charge;
import dev.drayage.model.Customer;
import dev.drayage.model.Discount;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SaleTransaction;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.TaxLine;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testkit.wire.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Every field that is sent is one that the vendor's own catalogue of records names; custom fields aside. */
class SentBodiesTest {
    /** Names that only the REST API has, and lists that the vendor's script catalogue leaves out. */
    private static final Set<String> REST_ONLY =
            Set.of("orderline", "itemreceive", "location", "package", "item", "addressbook");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void bodies_name_only_fields_that_the_vendor_knows() throws IOException {
        Path catalogue = Path.of(System.getProperty("drayage.specs", ""), "netsuite", "records-commerce.json");
        assumeTrue(
                Boolean.getBoolean("drayage.specs.required") || Files.exists(catalogue),
                "the vendor's record catalogue is not here");
        JsonNode records = MAPPER.readTree(Files.readAllBytes(catalogue)).path("records");
        Map<String, List<JsonNode>> sent = send();
        assertThat(sent.keySet()).contains("salesorder", "cashsale", "customer", "itemfulfillment");
        List<String> unknown = new ArrayList<>();
        sent.forEach((record, bodies) -> {
            Set<String> known = known(records.path(record));
            bodies.forEach(body -> body.properties().forEach(property -> {
                check(record, property.getKey(), known, unknown);
                property.getValue()
                        .path("items")
                        .forEach(row -> row.fieldNames()
                                .forEachRemaining(
                                        name -> check(record + "." + property.getKey(), name, known, unknown)));
            }));
        });
        assertThat(unknown).isEmpty();
    }

    private static void check(String where, String name, Set<String> known, List<String> unknown) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean custom = lower.startsWith("cust") && lower.contains("_");
        boolean packages = lower.startsWith("package") && where.startsWith("itemfulfillment");
        boolean shippedLine = where.equals("itemfulfillment.item") && lower.equals("quantity");
        boolean book = where.equals("customer.addressBook");
        if (!custom && !packages && !shippedLine && !book && !known.contains(lower) && !REST_ONLY.contains(lower)) {
            unknown.add(where + "." + name);
        }
    }

    private static Set<String> known(JsonNode record) {
        Set<String> names = new TreeSet<>();
        record.path("fields")
                .forEach(field -> names.add(field.path("internalId").asText().toLowerCase(Locale.ROOT)));
        record.path("sublists").forEach(list -> {
            names.add(list.path("internalId").asText().toLowerCase(Locale.ROOT));
            list.path("fields")
                    .forEach(
                            field -> names.add(field.path("internalId").asText().toLowerCase(Locale.ROOT)));
        });
        return names;
    }

    /** Everything that can be written, once; the bodies by record type. */
    private static Map<String, List<JsonNode>> send() {
        Map<String, List<JsonNode>> sent = new ConcurrentHashMap<>();
        Set<String> kinds = new HashSet<>(Set.of("salesorder", "cashsale", "customer", "itemfulfillment"));
        try (TestBooks books = TestBooks.openWith(settings -> settings.subsidiary("1")
                .taxItem("78")
                .department(TestBooks.SHOP.toString(), "3")
                .set("cashSale.paymentOption", "4")
                .cashSaleAccount("155")
                .set("form.salesOrder", "68"))) {
            books.netSuite.faults().share(0, 1, Fault.RESET, request -> {
                String name = request.path()
                        .substring(request.path().lastIndexOf('/') + 1)
                        .toLowerCase(Locale.ROOT);
                if (request.method().equals("POST") && kinds.contains(name)) {
                    sent.computeIfAbsent(name, kind -> new ArrayList<>()).add(parse(request.body()));
                }
                return false;
            });
            SalesOrder order = everything("111-1");
            books.write(RecordType.SALES_ORDER, order);
            books.write(
                    RecordType.CASH_SALE,
                    CashSale.builder().from((SaleTransaction) order).build());
            books.write(
                    RecordType.CUSTOMER,
                    Customer.builder()
                            .ref(RecordRef.of(TestBooks.SHOP, RecordType.CUSTOMER, "abc"))
                            .name("Robin Example")
                            .person(true)
                            .email("robin@example.com")
                            .phone("555-0100")
                            .addAddresses(address())
                            .build());
            books.write(RecordType.SALES_ORDER, Shipments.order("222-2"));
            books.write(
                    RecordType.ITEM_FULFILLMENT,
                    Shipments.of("S1", "222-2", Shipments.units("L1", 1))
                            .addPackages(Shipments.parcel("C1", "1Z1", Shipments.units("L1", 1)))
                            .build());
        }
        return sent;
    }

    private static SalesOrder everything(String id) {
        OrderLine line = OrderLine.builder()
                .from(SampleOrders.line("L1", "MUG-BLUE", 3, "51.90"))
                .addDiscounts(new Discount("X", TaxLine.Subject.ITEM, Money.of("1.00", "USD")))
                .addCharges(new Charge(Charge.Kind.GIFT_WRAP, Money.of("1.00", "USD")))
                .giftMessage("Hi")
                .title("Mug")
                .build();
        return SampleOrders.order(TestBooks.SHOP, id, TestBooks.START)
                .lines(List.of(line))
                .shipTo(address())
                .billTo(address())
                .shippingService("Standard")
                .shipBy(TestBooks.START)
                .build();
    }

    private static Address address() {
        return Address.builder()
                .name("Robin Example")
                .company("Example Ltd")
                .addLines("1 Depot Way")
                .city("Fallon")
                .region("NV")
                .postalCode("89406")
                .countryCode("US")
                .phone("555-0100")
                .build();
    }

    private static JsonNode parse(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
