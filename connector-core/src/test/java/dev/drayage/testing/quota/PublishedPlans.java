package dev.drayage.testing.quota;

import dev.drayage.quota.ConcurrencyBudget;
import dev.drayage.quota.QuotaPlan;
import dev.drayage.quota.RateBudget;
import dev.drayage.quota.RatePlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The plans that vendors publish, each alone and in company, with what is held of them: the one table from which the tests
 * and the page of figures come. Runs are about 20,000 requests long.
 */
public final class PublishedPlans {
    /** Requests each second, burst and workers. */
    private record Amazon(String operation, double rate, double burst, int workers) {
        double seconds() {
            return (rate < 0.1 ? 10_000 : 20_000) / rate;
        }

        String plan() {
            return new BigDecimal(rate + "").stripTrailingZeros().toPlainString() + " a second, burst " + (int) burst;
        }
    }

    /** Operations of each size that Amazon publishes; of equal sizes one. */
    private static final List<Amazon> AMAZON = List.of(
            new Amazon("searchOrders", 0.0056, 20, 2),
            new Amazon("getMarketplaceParticipations", 0.016, 15, 2),
            new Amazon("getOrder", 0.5, 30, 8),
            new Amazon("confirmShipment", 2, 10, 8),
            new Amazon("patchListingsItem", 5, 5, 8),
            new Amazon("putListingsItem", 5, 10, 8),
            new Amazon("getInventorySummaries", 2, 2, 8),
            new Amazon("createFulfillmentOrder", 2, 30, 8),
            new Amazon("purchaseShipment", 80, 100, 32));

    /** With a burst of one the last percents cannot be had without refusals. */
    private static final Amazon BURST_OF_ONE = new Amazon("getShipment", 1, 1, 8);

    /**
     * Where less than the aim is held, with head-room. Amazon's buckets never tell what is left: shared with another client, most is lost until its
     * departure is noticed.
     */
    private static final Map<String, Scenario.Held> MISSED = Map.ofEntries(
            missed("searchOrders", Company.OTHER_EVENLY, 0.95, 0.002),
            missed("getMarketplaceParticipations", Company.OTHER_EVENLY, 0.95, 0.002),
            missed("getOrder", Company.OTHER_EVENLY, 0.97, 0.002),
            missed("patchListingsItem", Company.OTHER_EVENLY, 0.95, 0.002),
            missed("putListingsItem", Company.OTHER_EVENLY, 0.97, 0.002),
            missed("createFulfillmentOrder", Company.OTHER_EVENLY, 0.96, 0.002),
            missed("confirmShipment", Company.OTHER_EVENLY, 0.97, 0.002),
            missed("purchaseShipment", Company.OTHER_EVENLY, 0.93, 0.002),
            missed("getInventorySummaries", Company.OTHER_EVENLY, 0.93, 0.002),
            missed("searchOrders", Company.OTHER_BY_CHANCE, 0.93, 0.003),
            missed("getMarketplaceParticipations", Company.OTHER_BY_CHANCE, 0.95, 0.002),
            missed("getOrder", Company.OTHER_BY_CHANCE, 0.96, 0.002),
            missed("patchListingsItem", Company.OTHER_BY_CHANCE, 0.85, 0.002),
            missed("putListingsItem", Company.OTHER_BY_CHANCE, 0.93, 0.002),
            missed("createFulfillmentOrder", Company.OTHER_BY_CHANCE, 0.95, 0.002),
            missed("confirmShipment", Company.OTHER_BY_CHANCE, 0.90, 0.002),
            missed("purchaseShipment", Company.OTHER_BY_CHANCE, 0.94, 0.004),
            missed("getInventorySummaries", Company.OTHER_BY_CHANCE, 0.75, 0.020),
            missed("purchaseShipment", Company.PLAN_TWICE_UNTOLD, 0.98, 0.004),
            missed("getShipment", Company.ALONE, 0.88, 0));

    private PublishedPlans() {}

    private static Map.Entry<String, Scenario.Held> missed(
            String operation, Company company, double used, double refused) {
        return Map.entry(operation + " " + company, new Scenario.Held(used, refused));
    }

    /** All of them, by vendor. */
    public static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (Company company : Company.values()) {
            if (company != Company.OTHER_BY_CHANCE && company != Company.PLAN_TWICE_UNTOLD) {
                all.add(netSuite(
                        company)); // who holds slots does so all the time, and answers never tell how many there are
            }
        }
        for (Amazon amazon : AMAZON) {
            for (Company company : Company.values()) {
                all.add(amazon(amazon, company));
            }
        }
        all.add(amazon(BURST_OF_ONE, Company.ALONE));
        for (Company company : Company.values()) {
            if (company != Company.PLAN_TWICE_UNTOLD) {
                all.add(shopify(company));
            }
        }
        for (Company company : Company.values()) {
            if (company != Company.PLAN_TWICE_UNTOLD) {
                all.add(shipStation(company));
            }
        }
        return List.copyOf(all);
    }

    private static Scenario row(String vendor, String operation, String plan, Company company, Scenario.Model model) {
        Scenario.Held held = MISSED.getOrDefault(operation + " " + company, Scenario.AIM);
        return new Scenario(vendor, operation, plan, company, held, model);
    }

    private static boolean isTwice(Company company) {
        return company == Company.PLAN_TWICE || company == Company.PLAN_TWICE_UNTOLD;
    }

    private static Traffic inCompany(Company company, Traffic traffic, double perSecond, double cost, double seconds) {
        return switch (company) {
            case OTHER_EVENLY -> traffic.withOther(Traffic.Pace.EVEN, perSecond, cost, seconds / 3, seconds * 2 / 3);
            case OTHER_BY_CHANCE ->
                traffic.withOther(Traffic.Pace.RANDOM, perSecond, cost, seconds / 3, seconds * 2 / 3);
            case ALONE, PLAN_TWICE, PLAN_TWICE_UNTOLD -> traffic;
        };
    }

    private static Scenario netSuite(Company company) {
        return row("NetSuite", "requests at a time", "5 slots", company, random -> {
            SimulatedTime time = new SimulatedTime();
            int planned = isTwice(company) ? 10 : 5;
            SlotTraffic traffic = new SlotTraffic(time, new ConcurrencyBudget("account", planned, time), 5, random);
            return (company == Company.OTHER_EVENLY ? traffic.withOther(2, 5000, 10_000) : traffic).run(15_000);
        });
    }

    private static Scenario amazon(Amazon amazon, Company company) {
        return row("Amazon", amazon.operation(), amazon.plan(), company, random -> {
            SimulatedTime time = new SimulatedTime();
            double factor = isTwice(company) ? 2 : 1;
            RateBudget budget = new RateBudget(
                    QuotaPlan.byOperation()
                            .operation(amazon.operation(), amazon.rate() * factor, amazon.burst() * factor)
                            .build(),
                    time);
            boolean tells = company != Company.PLAN_TWICE_UNTOLD;
            VendorLimit limit = new VendorLimit.Amazon(amazon.rate(), amazon.burst(), tells, random);
            Traffic traffic = new Traffic(time, budget, limit, amazon.operation(), amazon.workers(), random);
            double seconds = amazon.seconds();
            return inCompany(company, traffic, amazon.rate() * 0.4, 1, seconds).run(seconds, 1, 1);
        });
    }

    private static Scenario shopify(Company company) {
        return row("Shopify", "points of a shop", "100 a second, burst 2000", company, random -> {
            SimulatedTime time = new SimulatedTime();
            double factor = isTwice(company) ? 2 : 1;
            RateBudget budget =
                    new RateBudget(QuotaPlan.shared("shop", RatePlan.bucket(100 * factor, 2000 * factor)), time);
            Traffic traffic = new Traffic(time, budget, new VendorLimit.Shopify(100, 2000), "orders", 8, random);
            return inCompany(company, traffic, 1, 40, 12_000).run(12_000, 80, 60);
        });
    }

    private static Scenario shipStation(Company company) {
        return row("ShipStation", "requests of a key", "40 a minute", company, random -> {
            SimulatedTime time = new SimulatedTime();
            int planned = isTwice(company) ? 80 : 40;
            RateBudget budget =
                    new RateBudget(QuotaPlan.shared("key", RatePlan.perWindow(planned, Duration.ofMinutes(1))), time);
            Traffic traffic = new Traffic(time, budget, new VendorLimit.ShipStation(40, 17), "listOrders", 8, random);
            return inCompany(company, traffic, 16 / 60.0, 1, 36_000).run(36_000, 1, 1);
        });
    }

    /** Chance that is the same each time. */
    public static RandomGenerator chance(long seed) {
        return new java.util.Random(seed);
    }
}
