package dev.drayage.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.wire.WireResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TradingWeekTest {
    private static final long SEED = 20261116;
    private final List<SimulatedOrder> week = TradingWeek.orders(SEED, 1_000, SellerCentral.START, articles());

    static List<TradingWeek.Article> articles() {
        List<TradingWeek.Article> articles = new ArrayList<>();
        for (int n = 1; n <= 20; n++) {
            articles.add(new TradingWeek.Article(
                    "EX-" + (100 + n),
                    "B0EXAMPLE" + (10 + n),
                    "Example article " + n,
                    new BigDecimal(n * 3).add(new BigDecimal("0.95"))));
        }
        return articles;
    }

    private boolean some(Predicate<SimulatedOrder> kind) {
        return week.stream().anyMatch(kind);
    }

    @Test
    void the_same_seed_makes_the_same_week() {
        List<SimulatedOrder> again = TradingWeek.orders(SEED, 1_000, SellerCentral.START, articles());
        assertThat(again)
                .extracting(SimulatedOrder::orderId)
                .isEqualTo(week.stream().map(SimulatedOrder::orderId).toList());
        assertThat(again)
                .extracting(SimulatedOrder::grandTotal)
                .isEqualTo(week.stream().map(SimulatedOrder::grandTotal).toList());
    }

    @Test
    void a_week_holds_every_kind_of_order() {
        assertThat(some(order -> order.fulfilledBy() == FulfilledBy.AMAZON)).isTrue();
        assertThat(some(order -> order.fulfilledBy() == FulfilledBy.MERCHANT
                        && order.programs().contains("PRIME")))
                .isTrue();
        assertThat(some(order -> order.programs().contains("AMAZON_BUSINESS"))).isTrue();
        assertThat(some(order -> order.status() == FulfillmentStatus.PENDING)).isTrue();
        assertThat(some(order -> order.status() == FulfillmentStatus.CANCELLED)).isTrue();
        assertThat(some(order -> order.items().size() > 1)).isTrue();
        assertThat(some(order -> order.parcels() > 1)).isTrue();
        assertThat(some(order -> order.items().stream().anyMatch(item -> item.quantity() > 1)))
                .isTrue();
        assertThat(some(order -> order.items().stream()
                        .anyMatch(item -> !item.giftMessage().isEmpty())))
                .isTrue();
        assertThat(some(order -> order.items().stream()
                        .anyMatch(item -> item.orderItemId().startsWith("0"))))
                .isTrue();
        for (String type : List.of("ITEM", "SHIPPING", "GIFT_WRAP", "TAX", "DISCOUNT")) {
            assertThat(some(order -> order.items().stream()
                            .flatMap(item -> item.proceeds().stream())
                            .anyMatch(line -> line.type().equals(type))))
                    .as(type)
                    .isTrue();
        }
    }

    @Test
    void ids_are_unique_and_orders_lie_within_the_week() {
        Set<String> ids = new HashSet<>();
        for (SimulatedOrder order : week) {
            assertThat(ids.add(order.orderId())).isTrue();
            order.items().forEach(item -> {
                assertThat(item.orderItemId()).hasSize(14);
                assertThat(ids.add(item.orderItemId())).isTrue();
            });
            assertThat(order.createdTime())
                    .isBetween(SellerCentral.START, SellerCentral.START.plus(Duration.ofDays(7)));
        }
        assertThat(week).isSortedAccordingTo((a, b) -> a.createdTime().compareTo(b.createdTime()));
    }

    @Test
    void twenty_thousand_orders_with_packages_fit_in_sixty_megabytes() {
        SteppedClock clock = new SteppedClock(SellerCentral.START.plus(Duration.ofDays(14)));
        List<TradingWeek.Article> articles = articles();
        long before = used();
        try (AmazonSimulator amazon = AmazonSimulator.builder(clock).start()) {
            amazon.orders().addAll(TradingWeek.orders(SEED, 20_000, SellerCentral.START, articles));
            for (OrderView view : amazon.orders().views()) {
                shipWhole(amazon.orders(), view.order());
            }
            long megabytes = (used() - before) / (1024 * 1024);
            assertThat(amazon.journal().count()).isEqualTo(20_000);
            assertThat(megabytes).isLessThan(60);
        }
    }

    private static void shipWhole(OrderBook book, SimulatedOrder order) {
        List<PackedItem> items = order.items().stream()
                .map(item -> new PackedItem(item.orderItemId(), item.quantity(), List.of()))
                .toList();
        SimulatedPackage parcel =
                new SimulatedPackage("1", "UPS", "", "Ground", "1Z" + order.orderId(), book.now(), book.now(), items);
        book.answer(order.orderId(), stored -> {
            book.accept((StoredOrder) stored, parcel);
            return WireResponse.empty(204);
        });
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
