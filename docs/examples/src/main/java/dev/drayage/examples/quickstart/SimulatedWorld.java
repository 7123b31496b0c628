package dev.drayage.examples.quickstart;

import dev.drayage.amazon.AmazonRegion;
import dev.drayage.amazon.AmazonSettings;
import dev.drayage.netsuite.NetSuiteSettings;
import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.amazon.SimulatedAddress;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedListing;
import dev.drayage.testkit.amazon.SimulatedOrder;
import dev.drayage.testkit.amazon.TradingWeek;
import dev.drayage.testkit.netsuite.FieldKind;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.NetSuiteSimulatorBuilder;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Both systems on loopback, on one clock, with a week of orders in them. Public for the tests beside it. */
public final class SimulatedWorld implements AutoCloseable {
    /** When the week begins. */
    public static final Instant WEEK_START = Instant.parse("2026-11-02T08:00:00Z");
    /** The article that NetSuite lacks. */
    public static final String UNKNOWN_SKU = "LAMP-DISCONTINUED";
    /** The zone of the account and of the warehouse. */
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private static final String SELLER = "A1QUICKSTART";
    private static final String CHANNEL = "amazon:" + SELLER + "-na";
    private static final List<String> PRODUCTS = List.of(
            "MUG-BLUE",
            "MUG-WHITE",
            "TEE-BLACK-M",
            "TEE-BLACK-L",
            "TEE-WHITE-M",
            "CAP-GREY",
            "CAP-NAVY",
            "BAG-CANVAS",
            "BAG-LEATHER",
            "PEN-STEEL",
            "NOTEBOOK-A5",
            "NOTEBOOK-A4",
            "LAMP-DESK",
            "LAMP-FLOOR",
            "CLOCK-WALL",
            "POSTER-CITY",
            "POSTER-SEA",
            "BOTTLE-STEEL",
            "TOWEL-BATH",
            "CANDLE-VANILLA");

    private final AmazonSimulator amazon;
    private final NetSuiteSimulator netsuite;
    private final KeyPair key;

    private SimulatedWorld(AmazonSimulator amazon, NetSuiteSimulator netsuite, KeyPair key) {
        this.amazon = amazon;
        this.netsuite = netsuite;
        this.key = key;
    }

    /**
     * Starts both systems.
     *
     * @param clock their clock; quotas, tokens and change times run on it
     * @param orders what was sold
     */
    public static SimulatedWorld start(InstantSource clock, List<SimulatedOrder> orders) {
        return start(clock, orders, account -> account);
    }

    /** The same, with more in the NetSuite account. */
    static SimulatedWorld start(
            InstantSource clock, List<SimulatedOrder> orders, UnaryOperator<NetSuiteSimulatorBuilder> more) {
        KeyPair key = key();
        AmazonSimulator amazon = AmazonSimulator.builder(clock)
                .seller(SELLER, "Quickstart Goods", "Atzr|quickstart")
                .start();
        NetSuiteSimulator netsuite = more.apply(netsuite(clock, key)).start();
        amazon.orders().addAll(orders);
        articles()
                .forEach(article -> amazon.listings()
                        .put(SimulatedListing.of(
                                article.sku(),
                                article.asin(),
                                article.title(),
                                50,
                                article.price().toPlainString(),
                                clock.instant())));
        return new SimulatedWorld(amazon, netsuite, key);
    }

    /** {@code count} orders of one week, of which two sell an article that NetSuite lacks. */
    public static List<SimulatedOrder> week(int count, long seed, Instant start) {
        List<SimulatedOrder> orders = new ArrayList<>(TradingWeek.orders(seed, count - 2, start, articles()));
        orders.add(discontinued("111-9000001-9000001", start.plusSeconds(90_000)));
        orders.add(discontinued("111-9000002-9000002", start.plusSeconds(400_000)));
        return orders;
    }

    /** What the seller sells. */
    public static List<TradingWeek.Article> articles() {
        List<TradingWeek.Article> articles = new ArrayList<>();
        for (int i = 0; i < PRODUCTS.size(); i++) {
            BigDecimal price = new BigDecimal("9.99").add(BigDecimal.valueOf(i * 250L, 2));
            articles.add(new TradingWeek.Article(PRODUCTS.get(i), "B0QUICK%03d".formatted(i), PRODUCTS.get(i), price));
        }
        return articles;
    }

    /** Seller Central. */
    public AmazonSimulator amazon() {
        return amazon;
    }

    /** NetSuite. */
    public NetSuiteSimulator netsuite() {
        return netsuite;
    }

    /** The flat settings of Seller Central, as they would stand in a properties file. */
    public Map<String, String> amazonSettings() {
        return AmazonSettings.builder()
                .seller(SELLER, AmazonRegion.NA)
                .marketplaces("ATVPDKIKX0DER")
                .application(amazon.clientId(), amazon.clientSecret())
                .refreshToken(amazon.refreshToken())
                .endpoints(amazon.endpoint(), amazon.tokenEndpoint())
                .carrier("United Parcel Service", "UPS")
                .carrier("UPSN", "UPS")
                .carrier("ups", "UPS")
                .carrier("fedex", "FedEx")
                .toMap();
    }

    /** The flat settings of NetSuite. */
    public Map<String, String> netsuiteSettings() {
        return NetSuiteSettings.builder("1234567", ZONE)
                .oauth("quickstart-client", "quickstart-certificate", pem())
                .baseUrl(netsuite.baseUri())
                .subsidiary("1")
                .currency("USD", "1")
                .customer(CHANNEL, "110")
                .location(CHANNEL, "6")
                .fbaLocation(CHANNEL, "7")
                .shipMethod("STANDARD", "92")
                .shipMethod("EXPEDITED", "93")
                .shipMethod("SECOND_DAY", "94")
                .giftWrapItem("302")
                .discountItem("301")
                .taxItem("303")
                .build()
                .toMap();
    }

    @Override
    public void close() {
        amazon.close();
        netsuite.close();
    }

    private static SimulatedOrder discontinued(String id, Instant at) {
        return SimulatedOrder.builder(id, at)
                .recipient(new SimulatedAddress(
                        "Robin Example", "", "1 Harbor Way", "", "", "Oakland", "CA", "94607", "US", "", "RESIDENTIAL"))
                .item(SimulatedItem.builder("90000" + id.substring(4, 11) + "01", UNKNOWN_SKU, 1, "49.00")
                        .build())
                .build();
    }

    private static NetSuiteSimulatorBuilder netsuite(InstantSource clock, KeyPair key) {
        NetSuiteSimulatorBuilder builder = NetSuiteSimulator.builder(clock)
                .accountId("1234567")
                .zone(ZONE)
                .oauthClient("quickstart-client", "quickstart-certificate")
                .oauthKey(key.getPublic())
                .customField("custbody_drayage_channel", FieldKind.TEXT)
                .customField("custbody_drayage_order_id", FieldKind.TEXT)
                .customField("custbody_drayage_programs", FieldKind.TEXT)
                .customField("custbody_drayage_status", FieldKind.TEXT)
                .customField("custbody_drayage_carrier", FieldKind.TEXT)
                .customField("custcol_drayage_line_id", FieldKind.TEXT)
                .customField("custcol_drayage_asin", FieldKind.TEXT)
                .seed(Seed.company(110, "Amazon.com buyers"))
                .seed(Seed.location(6, "Oakland warehouse"))
                .seed(Seed.location(7, "Amazon FBA"))
                .seed(Seed.location(8, "Reno warehouse"))
                .seed(Seed.location(9, "Fernley warehouse"))
                .seed(Seed.shipMethod(92, "Ground"))
                .seed(Seed.shipMethod(93, "Express"))
                .seed(Seed.shipMethod(94, "Second day"))
                .seed(Seed.item("discountItem", 301, "Channel discount", BigDecimal.ZERO))
                .seed(Seed.item("nonInventorySaleItem", 302, "Gift wrap", BigDecimal.ZERO))
                .seed(Seed.item("otherChargeSaleItem", 303, "Sales tax collected", BigDecimal.ZERO));
        for (int i = 0; i < PRODUCTS.size(); i++) {
            builder.seed(Seed.inventoryItem(1000 + i, PRODUCTS.get(i), new BigDecimal("1.00")));
        }
        return builder;
    }

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has elliptic curves", e);
        }
    }

    private String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
