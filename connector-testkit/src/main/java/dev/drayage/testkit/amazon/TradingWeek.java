package dev.drayage.testkit.amazon;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes up a believable week of orders in the US store: shipped by the merchant, by the merchant for Prime, and by
 * Amazon; single and many lines, gifts, business orders, discounts, tax remitted by Amazon and by the seller, a few
 * cancelled and a few pending. The same seed makes the same week. Not thread-safe; all people and places are invented.
 */
public final class TradingWeek {
    private static final Duration WEEK = Duration.ofDays(7);

    private final SplittableRandom random;
    private final List<Article> articles;
    private final InventedPeople people;
    private int lines;

    private TradingWeek(SplittableRandom random, List<Article> articles) {
        this.random = random;
        this.articles = articles;
        this.people = new InventedPeople(random);
    }

    /**
     * Something the seller sells.
     *
     * @param sku the seller's SKU
     * @param asin Amazon's product id
     * @param title product title
     * @param price price of one unit in USD, without tax
     */
    public record Article(String sku, String asin, String title, BigDecimal price) {}

    /**
     * Makes up {@code count} orders, oldest first, placed within the seven days from {@code start}.
     *
     * @throws IllegalArgumentException if there are no articles, or more than 9,999,999 orders
     */
    public static List<SimulatedOrder> orders(long seed, int count, Instant start, List<Article> articles) {
        if (articles.isEmpty() || count > 9_999_999) {
            throw new IllegalArgumentException("A week needs articles to sell and at most 9,999,999 orders");
        }
        SplittableRandom random = new SplittableRandom(seed);
        TradingWeek week = new TradingWeek(random, List.copyOf(articles));
        long[] offsets = random.longs(count, 0, WEEK.toMillis()).sorted().toArray();
        List<SimulatedOrder> orders = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            orders.add(week.order(n, start.plusMillis(offsets[n])));
        }
        return orders;
    }

    private SimulatedOrder order(int number, Instant created) {
        InventedPeople.Person person = people.next();
        SimulatedOrder.Builder order = SimulatedOrder.builder(orderId(number), created)
                .deliverBy(created.plus(Duration.ofDays(3)), created.plus(Duration.ofDays(7)))
                .paymentMethod("CreditCard");
        boolean byAmazon = chance(20);
        boolean prime = byAmazon ? chance(70) : chance(10);
        boolean business = chance(6);
        fulfillment(order, created, byAmazon, prime);
        if (business) {
            order.programs(prime ? new String[] {"AMAZON_BUSINESS", "PRIME"} : new String[] {"AMAZON_BUSINESS"});
            order.buyer(person.buyer().forCompany(person.company(), "PO-" + random.nextInt(10_000, 100_000)));
            order.recipient(person.address().atCompany(person.company()));
        } else {
            order.buyer(person.buyer()).recipient(person.address());
        }
        boolean remittedByAmazon = chance(85);
        boolean gift = !business && chance(8);
        int units = 0;
        int count = chance(70) ? 1 : random.nextInt(2, 5);
        for (int line = 0; line < count; line++) {
            SimulatedItem item = line(prime, gift, person.taxRate(), remittedByAmazon);
            units += item.quantity();
            order.item(item);
        }
        if (units > 2 && chance(50)) {
            order.parcels(Math.min(units, 2 + random.nextInt(2)));
        }
        return order.build();
    }

    private void fulfillment(SimulatedOrder.Builder order, Instant created, boolean byAmazon, boolean prime) {
        order.serviceLevel(prime ? "SECOND_DAY" : chance(80) ? "STANDARD" : "EXPEDITED");
        order.shipBy(created, created.plus(prime ? Duration.ofDays(1) : Duration.ofDays(2)));
        if (prime) {
            order.programs("PRIME");
        }
        if (byAmazon) {
            order.fulfilledBy(FulfilledBy.AMAZON)
                    .status(FulfillmentStatus.SHIPPED)
                    .lastUpdatedTime(created.plus(Duration.ofMinutes(random.nextInt(240, 2_000))));
        } else if (chance(3)) {
            order.status(FulfillmentStatus.CANCELLED)
                    .lastUpdatedTime(created.plus(Duration.ofMinutes(random.nextInt(5, 60))));
        } else if (chance(4)) {
            order.status(FulfillmentStatus.PENDING);
        } else {
            order.lastUpdatedTime(created.plus(Duration.ofMinutes(random.nextInt(1, 40))));
        }
    }

    private SimulatedItem line(boolean prime, boolean gift, BigDecimal taxRate, boolean remittedByAmazon) {
        Article article = articles.get(random.nextInt(articles.size()));
        int quantity = chance(80) ? 1 : random.nextInt(2, 6);
        BigDecimal total = article.price().multiply(BigDecimal.valueOf(quantity));
        SimulatedItem.Builder item = SimulatedItem.builder(
                        orderItemId(), article.sku(), quantity, article.price().toPlainString())
                .asin(article.asin())
                .title(article.title());
        tax(item, "ITEM", total, taxRate);
        if (!prime && chance(50)) {
            BigDecimal shipping = chance(50) ? new BigDecimal("4.99") : new BigDecimal("7.49");
            item.shipping(shipping.toPlainString());
            tax(item, "SHIPPING", shipping, taxRate);
        }
        if (gift) {
            BigDecimal wrap = new BigDecimal("3.99");
            item.giftWrap("Gift bag", people.giftMessage(), wrap.toPlainString());
            tax(item, "GIFT_WRAP", wrap, taxRate);
        }
        if (chance(12)) {
            BigDecimal discount = cents(total.multiply(new BigDecimal("-0.10")));
            item.discount("ITEM", discount.toPlainString()).promotion("AUTUMN-10");
            tax(item, "DISCOUNT", discount, taxRate);
        }
        return (remittedByAmazon && taxRate.signum() > 0 ? item.marketplaceFacilitator() : item).build();
    }

    private static void tax(SimulatedItem.Builder item, String subtype, BigDecimal base, BigDecimal rate) {
        if (rate.signum() > 0) {
            item.tax(subtype, cents(base.multiply(rate)).toPlainString());
        }
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String orderId(int number) {
        return "1" + random.nextInt(10, 20) + "-" + digits(random.nextInt(10_000_000), 7) + "-" + digits(number, 7);
    }

    /** Fourteen digits; about every tenth id begins with a zero. */
    private String orderItemId() {
        return random.nextInt(10) + digits(random.nextInt(1_000_000), 6) + digits(lines++, 7);
    }

    private static String digits(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}
