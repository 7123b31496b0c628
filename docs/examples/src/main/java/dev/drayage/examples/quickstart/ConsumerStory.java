package dev.drayage.examples.quickstart;

import dev.drayage.testkit.amazon.TradingWeek;
import dev.drayage.testkit.shopify.Discount;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.Orders;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Consumers buy: discounts, taxes, carriage, tips, gift cards, another currency. One does not pay, one cancels, one wants
 * less. */
final class ConsumerStory {
    private static final int ORDERS = 24;
    private static final String TAX = "CA State Tax";
    private static final String RATE = "0.0725";
    private static final int IN_DOLLARS_OF_CANADA = 7;

    private final ShopFloor floor;
    private final Random random;

    ConsumerStory(ShopFloor floor, long seed) {
        this.floor = floor;
        this.random = new Random(seed);
    }

    void run() {
        Orders orders = floor.shop().shopify().orders();
        List<ShopOrder> bought = new ArrayList<>();
        for (int n = 0; n < ORDERS; n++) {
            ShopOrder order = orders.place(basket(n));
            if (n % 8 == 4) {
                orders.pay(order, "gift_card", "5.00");
            }
            orders.pay(order);
            bought.add(order);
        }
        orders.place(basket(0));
        ShopOrder regretted = orders.placePaid(basket(1));
        ShopOrder reduced = orders.placePaid(
                NewOrder.of(NewLine.of("CAP-NAVY", 3, "24.99").tax(TAX, RATE)).shipping("Parcel", "4.90", TAX, RATE));
        floor.tell(bought.size() + 3 + " consumers order, with discounts, tips, gift cards and CAD; one does not pay");
        floor.rounds(1);
        orders.cancel(regretted, true);
        orders.refund(
                reduced,
                RefundDraft.empty()
                        .cancelled(reduced.lines().get(0), 1, floor.shop().oakland())
                        .paidBack());
        floor.tell("one cancels, one wants a unit less before it leaves");
        floor.rounds(2);
        bought.add(reduced);
        bought.forEach(floor::ships);
        floor.tell("all of it leaves");
        floor.rounds(1);
    }

    private NewOrder basket(int n) {
        List<TradingWeek.Article> articles = new ArrayList<>(SimulatedWorld.articles());
        Collections.shuffle(articles, random);
        List<NewLine> lines = new ArrayList<>();
        for (TradingWeek.Article article : articles.subList(0, 1 + random.nextInt(3))) {
            lines.add(NewLine.of(
                            article.sku(),
                            1 + random.nextInt(3),
                            article.price().toPlainString())
                    .tax(TAX, RATE));
        }
        if (n % 7 == 3) {
            lines.add(NewLine.of("GIFT-CARD", 1, "50.00").giftCard());
        }
        NewOrder order = NewOrder.of(lines.toArray(NewLine[]::new)).shipping("Parcel", "4.90", TAX, RATE);
        if (n % 4 == 0) {
            order.discount(Discount.code("TEN", "10"));
        }
        if (n % 5 == 1) {
            order.discount(Discount.automatic("Autumn", "3.00"));
        }
        if (n % 6 == 2) {
            order.tip("2.00");
        }
        return n == IN_DOLLARS_OF_CANADA ? order.paidIn("CAD", "1.37") : order;
    }
}
