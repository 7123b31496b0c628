package dev.drayage.examples.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The second half: a shop sells to consumers and businesses out of the same NetSuite, and races Amazon for the last units. */
final class ShopWeek {
    private static final BigDecimal PLENTY = new BigDecimal("500");

    private final SimulatedShop shop;
    private final AmazonSimulator amazon;
    private final NetSuiteSimulator netsuite;
    private final ShopFloor floor;
    private final long seed;
    private final StockRace race;

    /**
     * @param round moves the clock on and runs the orders of Amazon and every sync of the shop once
     * @param out where the story is told
     */
    ShopWeek(
            SimulatedWorld world, SimulatedShop shop, InstantSource clock, long seed, Runnable round, PrintStream out) {
        this.shop = shop;
        this.amazon = world.amazon();
        this.netsuite = world.netsuite();
        this.floor = new ShopFloor(shop, netsuite, round, out);
        this.seed = seed;
        this.race = new StockRace(floor, amazon, clock, seed);
    }

    /** Everything, one story after the other. */
    void trade() {
        List<String> articles =
                SimulatedWorld.articles().stream().map(article -> article.sku()).toList();
        for (StoredRecord item : netsuite.records("inventoryItem")) {
            if (articles.contains(item.body().path("itemId").asText())) {
                netsuite.clerk().countStock(item.id(), ShopBooks.OAKLAND, PLENTY, BigDecimal.ZERO);
                netsuite.clerk().countStock(item.id(), ShopBooks.FALLON, PLENTY, BigDecimal.ZERO);
            }
        }
        floor.rounds(1);
        new ConsumerStory(floor, seed).run();
        new CompanyStory(floor).run();
        race.run();
        new PayoutStory(floor).run();
    }

    /** A checker of what the shop and NetSuite say now. */
    ShopChecker checker() {
        return new ShopChecker(shop.shopify(), netsuite, floor.onTerms());
    }

    /** What is wrong with the race. */
    List<String> faultsOfRace() {
        return new RaceChecker(amazon, shop, race.looks()).check();
    }

    /** Every write that the shop has accepted so far. */
    long effects() {
        return shop.shopify().journal().writes().size();
    }

    /** What NetSuite's customers say, by internal id. */
    Map<String, JsonNode> customers() {
        Map<String, JsonNode> customers = new TreeMap<>();
        netsuite.records("customer").forEach(customer -> customers.put(customer.id(), customer.body()));
        return customers;
    }
}
