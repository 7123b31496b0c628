package dev.drayage.shopify.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.shopify.internal.LoopbackShop;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Long sweeps against a bucket of points that refills as Shopify's does and gives back what a page did not take. */
class PointsTest {
    private static final int PAGES = 100;

    private final LoopbackShop shop = new LoopbackShop();
    private double rate = 100;
    private double capacity = 2_000;
    private double level = 2_000;
    private double asked = 835;
    private double taken = 600;
    private long at;
    private int refused;

    @AfterEach
    void close() {
        shop.close();
    }

    private synchronized WireResponse answer(WireRequest request) {
        long now = shop.time.nanoTime();
        level = Math.min(capacity, level + (now - at) / 1e9 * rate);
        at = now;
        boolean enough = level >= asked;
        if (enough) {
            level -= taken;
        } else {
            refused++;
        }
        String cost = String.format(
                Locale.ROOT,
                "\"extensions\":{\"cost\":{\"requestedQueryCost\":%.0f,\"actualQueryCost\":%s,\"throttleStatus\":"
                        + "{\"maximumAvailable\":%.1f,\"currentlyAvailable\":%.0f,\"restoreRate\":%.1f}}}}",
                asked,
                enough ? String.format(Locale.ROOT, "%.0f", taken) : "null",
                capacity,
                Math.floor(level),
                rate);
        return WireResponse.json(
                200,
                (enough
                                ? "{\"data\":{\"orders\":{\"nodes\":[]}},"
                                : "{\"errors\":[{\"message\":\"Throttled\",\"extensions\":{\"code\":\"THROTTLED\"}}],")
                        + cost);
    }

    private double sweep() {
        shop.otherwise(this::answer);
        ShopifyApi api = shop.api();
        CallContext call = CallContext.within(Duration.ofHours(1), shop.time, new Cancellation(), Priority.ORDERS);
        for (int page = 0; page < PAGES; page++) {
            api.execute(Documents.ORDERS_UPDATED, Variables.none().with("query", "status:any"), call);
        }
        return shop.time.nanoTime() / 1e9;
    }

    /** What a sweep lasts at best: all pages' points but what lay in the bucket, at the rate of refill. */
    private double best() {
        return (PAGES * taken - capacity + (asked - taken)) / rate;
    }

    @Test
    void a_long_sweep_is_never_refused_and_leaves_hardly_a_point_unused() {
        double seconds = sweep();

        assertThat(refused).isZero();
        assertThat(seconds).isLessThan(best() * 1.05);
    }

    @Test
    void a_larger_plan_is_taken_up_from_the_first_answer_on() {
        rate = 1_000;
        capacity = 20_000;
        level = 20_000;
        double seconds = sweep();

        assertThat(refused).isZero();
        assertThat(seconds).isLessThan(best() * 1.05 + 1);
    }

    @Test
    void a_price_that_is_higher_than_estimated_costs_one_refusal_at_most() {
        asked = 1_000;
        taken = 1_000;
        sweep();

        assertThat(refused).isLessThanOrEqualTo(1);
    }
}
