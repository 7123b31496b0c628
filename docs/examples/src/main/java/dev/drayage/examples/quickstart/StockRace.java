package dev.drayage.examples.quickstart;

import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.amazon.ChannelStock;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.SimulatedAddress;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedListing;
import dev.drayage.testkit.amazon.SimulatedOrder;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A few units of one article, on sale at Amazon and in the shop. Buyers of both take what they are shown, and nobody looks in
 * between; then the books are told, and the books tell both. It remembers when it looked, for the checker.
 */
final class StockRace {
    /** The article. */
    static final String SKU = "POSTER-SIGNED";
    /** What one costs. */
    static final String PRICE = "120.00";
    /** How many there are. */
    static final int UNITS = 7;

    private static final int MOST_ROUNDS = 20;

    private final ShopFloor floor;
    private final AmazonSimulator amazon;
    private final InstantSource clock;
    private final Random random;
    private final List<Instant> looks = new ArrayList<>();
    private int sold;

    StockRace(ShopFloor floor, AmazonSimulator amazon, InstantSource clock, long seed) {
        this.floor = floor;
        this.amazon = amazon;
        this.clock = clock;
        this.random = new Random(seed);
    }

    /** When the orders of both storefronts were about to be read, oldest first. */
    List<Instant> looks() {
        return List.copyOf(looks);
    }

    void run() {
        amazon.listings().put(SimulatedListing.of(SKU, "B0QUICK999", "Signed poster", 0, PRICE, clock.instant()));
        floor.netsuite()
                .clerk()
                .countStock(ShopBooks.RACE_ITEM, ShopBooks.OAKLAND, BigDecimal.valueOf(UNITS), BigDecimal.ZERO);
        look();
        floor.tell(UNITS + " of " + SKU + " in NetSuite; shown: " + atAmazon() + " at Amazon, " + inTheShop()
                + " in the shop");
        for (int i = 0; atAmazon() + inTheShop() > 0 && i < MOST_ROUNDS; i++) {
            int amazonSells = Math.min(atAmazon(), 1 + random.nextInt(2));
            int shopSells = Math.min(inTheShop(), 1 + random.nextInt(2));
            if (amazonSells > 0) {
                amazon.orders().add(atAmazon(i, amazonSells));
            }
            if (shopSells > 0) {
                floor.shop()
                        .shopify()
                        .orders()
                        .placePaid(
                                NewOrder.of(NewLine.of(SKU, shopSells, PRICE)).shipping("Parcel", "4.90", "", "0"));
            }
            sold += amazonSells + shopSells;
            look();
            floor.tell("sold " + amazonSells + " and " + shopSells + ", " + sold + " in all; shown: " + atAmazon()
                    + " and " + inTheShop());
        }
    }

    /** Twice: what was booked just now is taken off twice for a moment, rather too much than too little. */
    private void look() {
        for (int i = 0; i < 2; i++) {
            looks.add(clock.instant());
            floor.rounds(1);
        }
    }

    private int atAmazon() {
        return amazon.listings()
                .inForce(SKU, Marketplace.US)
                .flatMap(ChannelStock::quantity)
                .orElse(0);
    }

    private int inTheShop() {
        return floor.shop().raced().quantity("available");
    }

    private SimulatedOrder atAmazon(int n, int units) {
        return SimulatedOrder.builder("114-%07d-7000000".formatted(n + 1), clock.instant())
                .recipient(new SimulatedAddress(
                        "Kim Example", "", "2 Harbor Way", "", "", "Oakland", "CA", "94607", "US", "", "RESIDENTIAL"))
                .item(SimulatedItem.builder("7000000%07d".formatted(n + 1), SKU, units, PRICE)
                        .build())
                .build();
    }
}
