package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.engine.Sync;
import dev.drayage.error.ErrorCode;
import dev.drayage.netsuite.SellerTax;
import dev.drayage.spi.Connector;
import dev.drayage.store.RecordEntry;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.Books;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.shopify.Bag;
import dev.drayage.testkit.shopify.OrderLine;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.TaxRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What generated orders come to in NetSuite is what they come to in the shop, for currencies with two, no and three decimals and each
 * way to book tax; what differs is a rounding line or a parked order that says why. Read from both simulators' own figures.
 */
class GeneratedOrderTotalsTest {
    private static final long SEED = Long.getLong("drayage.seed", 20_261_121L);
    private static final int ORDERS = Integer.getInteger("drayage.orders", 30);
    private static final String TAX = "78";
    private static final String ROUNDING = "82";

    private final Map<String, Integer> counted = new TreeMap<>();

    @Test
    void every_total_is_the_shops_or_says_by_how_much_and_why_not() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (String currency : List.of("USD", "JPY", "KWD")) {
            for (SellerTax strategy : SellerTax.values()) {
                try (ShopAndBooks world = world(currency, strategy)) {
                    List<ShopOrder> orders = orders(world, currency, strategy, random.split());
                    world.run(GeneratedOrderTotalsTest::syncs);
                    world.run(GeneratedOrderTotalsTest::syncs);
                    judge(world, currency, strategy, orders);
                }
            }
        }
        System.out.println("order totals, seed " + SEED + ": " + counted);
        assertThat(counted.keySet()).contains("RATE equal with a rounding line");
        assertThat(counted.keySet().stream().filter(what -> what.contains("parked")))
                .allMatch(what ->
                        what.startsWith("RATE parked VALUE_UNMAPPED") || what.startsWith("RATE parked TOTAL_MISMATCH"));
        assertThat(counted.entrySet().stream()
                        .filter(what -> what.getKey().contains("parked"))
                        .mapToInt(Map.Entry::getValue)
                        .sum())
                .isLessThan(ORDERS);
    }

    private static List<Sync<?>> syncs(Connector shop, Connector erp) {
        return List.of(OrderSyncs.orders(
                "shopify-orders",
                shop,
                erp,
                OrderSyncs.Options.standard().with(OrderSyncs.Booking.ORDER_AND_DEPOSITS)));
    }

    private static ShopAndBooks world(String currency, SellerTax strategy) {
        ShopAndBooks world = switch (strategy) {
            case DETAILS -> ShopAndBooks.open(currency, AccountPreference.SUITE_TAX);
            case RATE -> ShopAndBooks.open(currency, AccountPreference.LEGACY_TAX);
            default -> ShopAndBooks.open(currency);
        };
        for (int i = 1; i <= GeneratedOrders.SKUS; i++) {
            world.netSuite.seed(Seed.inventoryItem(200 + i, "SKU-" + i, BigDecimal.ONE));
        }
        world.netSuite.seed(Seed.item("otherChargeSaleItem", 83, "GIFT-CARD", BigDecimal.ZERO));
        world.netSuite.seed(Seed.item("otherChargeSaleItem", 84, "CARRIAGE", BigDecimal.ZERO));
        world.netSuiteSettings.putAll(Map.of(
                "tax.seller", strategy.name().toLowerCase(Locale.ROOT),
                "tax.marketplace", "line",
                "item.giftCard", "83",
                "shipping.booking", "line",
                "item.shipping", "84",
                "tax.codes", "*=7",
                "tax.types", "*=11",
                "tax.bodyItem", TAX,
                "total.tolerance", tolerance(currency).toPlainString()));
        return world;
    }

    /** Five of the least units. */
    private static BigDecimal tolerance(String currency) {
        return BigDecimal.valueOf(5, decimals(currency));
    }

    private static int decimals(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    private static List<ShopOrder> orders(
            ShopAndBooks world, String currency, SellerTax strategy, SplittableRandom random) {
        GeneratedOrders generated =
                new GeneratedOrders(random, decimals(currency), strategy == SellerTax.RATE ? 10 : 2);
        List<ShopOrder> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            ShopOrder order = world.shop.orders().place(generated.next());
            Bag due = order.totals().outstanding();
            if (due.shop().signum() > 0 && generated.oneIn(5)) {
                BigDecimal least =
                        BigDecimal.valueOf(1, decimals(order.currencies().presentment()));
                world.shop
                        .orders()
                        .pay(order, "gift_card", due.presentment().min(least).toPlainString());
            }
            if (order.totals().outstanding().shop().signum() > 0) {
                world.shop.orders().pay(order);
            }
            if (strategy != SellerTax.OMIT
                    && generated.oneIn(6)
                    && order.lines().get(0).quantity() > 1) {
                world.shop.orders().edit(order, order.lines().get(0), 1);
            }
            orders.add(order);
        }
        return orders;
    }

    private void judge(ShopAndBooks world, String currency, SellerTax strategy, List<ShopOrder> orders) {
        Map<String, RecordEntry> parked = world.parked().stream()
                .collect(Collectors.toMap(entry -> entry.ref().id(), entry -> entry));
        for (ShopOrder order : orders) {
            String what = currency + " " + strategy + " " + order.name();
            List<Books.Transaction> booked = world.booked("salesOrder", order);
            RecordEntry entry = parked.get(Long.toString(order.number()));
            if (entry != null) {
                assertThat(booked).as("%s: %s", what, entry.message()).isEmpty();
                explained(what, order, entry);
                count(strategy + " parked " + entry.code().orElseThrow());
                continue;
            }
            assertThat(booked).as(what).hasSize(1);
            JsonNode document = world.netSuite
                    .record("salesOrder", booked.get(0).id())
                    .orElseThrow()
                    .body();
            assertThat(booked.get(0).total()).as(what).isEqualByComparingTo(expected(order, strategy));
            BigDecimal rounding = lines(document, ROUNDING);
            if (order.lines().stream().allMatch(line -> line.currentQuantity() == line.quantity())) {
                assertThat(rounding.abs()).as(what).isLessThanOrEqualTo(tolerance(currency));
                assertThat(new BigDecimal(document.path("taxTotal").asText())
                                .add(lines(document, TAX))
                                .add(rounding))
                        .as("tax of %s", what)
                        .isEqualByComparingTo(taxBooked(order, strategy));
                count(strategy + " equal" + (rounding.signum() == 0 ? "" : " with a rounding line"));
            } else {
                assertThat(rounding.abs())
                        .as(what)
                        .isLessThanOrEqualTo(BigDecimal.valueOf(parts(order), decimals(currency)));
                count(strategy + " equal, of fewer units" + (rounding.signum() == 0 ? "" : " with a rounding line"));
            }
            assertThat(world.booked("customerDeposit", order).stream()
                            .map(Books.Transaction::total)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("deposits of %s", what)
                    .isEqualByComparingTo(order.totals().received().shop());
        }
    }

    /** What the books are to come to: the shop's total, less the tax that they are told to leave out. */
    private static BigDecimal expected(ShopOrder order, SellerTax strategy) {
        BigDecimal total = order.totals().currentTotal().shop();
        return strategy == SellerTax.OMIT && !order.taxesIncluded() ? total.subtract(sellerTax(order)) : total;
    }

    private static BigDecimal taxBooked(ShopOrder order, SellerTax strategy) {
        BigDecimal remitted = order.taxesIncluded()
                ? BigDecimal.ZERO
                : order.totals().currentTax().shop().subtract(sellerTax(order));
        return strategy == SellerTax.OMIT ? remitted : sellerTax(order).add(remitted);
    }

    private static BigDecimal sellerTax(ShopOrder order) {
        BigDecimal marketplace = taxRows(order)
                .filter(TaxRow::channelLiable)
                .map(row -> row.amount().shop())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return order.totals().tax().shop().subtract(marketplace);
    }

    private static Stream<TaxRow> taxRows(ShopOrder order) {
        return Stream.concat(
                order.lines().stream().flatMap(line -> line.taxes().stream()),
                order.shippingLines().stream().flatMap(line -> line.taxes().stream()));
    }

    /** Parts of lines that are told in proportion when units are taken out: each may be off by one of the least units. */
    private static long parts(ShopOrder order) {
        return order.lines().stream()
                .mapToLong(line -> line.allocations().size() + line.taxes().size() + 1L)
                .sum();
    }

    /** Only a single rate makes an order wait: it cannot stand for several, or not to within the tolerance. */
    private static void explained(String what, ShopOrder order, RecordEntry entry) {
        if (entry.code().orElseThrow() == ErrorCode.VALUE_UNMAPPED) {
            Set<BigDecimal> rates = Stream.concat(
                            order.lines().stream().map(OrderLine::taxes),
                            order.shippingLines().stream().map(line -> line.taxes()))
                    .map(rows -> rows.stream()
                            .filter(row -> !row.channelLiable() && !row.amount().isZero())
                            .map(TaxRow::rate)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .filter(rate -> rate.signum() > 0)
                    .collect(Collectors.toSet());
            assertThat(rates).as("%s: %s", what, entry.message()).hasSizeGreaterThan(1);
        } else {
            assertThat(entry.message()).as(what).contains("total.tolerance");
        }
    }

    private static BigDecimal lines(JsonNode document, String item) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : document.path("item").path("items")) {
            if (line.path("item").path("id").asText().equals(item)) {
                sum = sum.add(new BigDecimal(line.path("amount").asText()));
            }
        }
        return sum;
    }

    private void count(String what) {
        counted.merge(what, 1, Integer::sum);
    }
}
