package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.ComparisonReport.Verdict;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Slice;
import dev.drayage.sync.PromiseSyncs;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Stock, of which only the newest number counts. */
class ComparedLevelsTest {
    private static final String STOCK = "storefront-stock";

    private final Shop shop = new Shop();
    private final SyncEngine engine =
            shop.bare().sync(PromiseSyncs.toStorefront(shop.erp, shop.shop)).build();

    private void count(String sku, int available) {
        shop.erpWorld.put(InventoryLevel.builder()
                .ref(RecordRef.of(shop.erpWorld.account(), RecordType.INVENTORY_LEVEL, sku + "-6"))
                .sku(sku)
                .location("6")
                .countedAt(shop.time.instant())
                .available(BigDecimal.valueOf(available))
                .build());
        shop.time.advance(Duration.ofMinutes(1));
    }

    private void run() {
        shop.time.advance(Duration.ofMinutes(3));
        engine.run(STOCK, RunBudget.minutes(5));
    }

    private ComparisonReport compare() {
        shop.time.advance(Duration.ofMinutes(3));
        return engine.compare(STOCK, Comparison.of(new Slice.Window(Shop.START, shop.time.instant())));
    }

    @Test
    void a_number_that_is_about_to_be_told_has_not_drifted() {
        count("MUG", 9);
        run();
        count("MUG", 7);
        assertThat(compare().count(Verdict.AHEAD)).isEqualTo(1);
        run();
        assertThat(compare().agrees()).isTrue();
    }

    @Test
    void a_number_that_the_storefront_changed_has_drifted() {
        count("MUG", 9);
        count("CUP", 4);
        run();
        assertThat(compare().agrees()).isTrue();
        InventoryLevel shown = (InventoryLevel) shop.shopWorld.all(RecordType.INVENTORY_LEVEL).stream()
                .filter(held -> ((InventoryLevel) held.record()).sku().equals("MUG"))
                .findFirst()
                .orElseThrow()
                .record();
        shop.shopWorld.put(InventoryLevel.builder()
                .from(shown)
                .available(BigDecimal.valueOf(90))
                .build());
        ComparisonReport report = compare();
        assertThat(report.count(Verdict.DRIFTED)).isEqualTo(1);
        assertThat(report.count(Verdict.SAME)).isEqualTo(1);
        assertThat(report.differences().get(0).ref().id()).isEqualTo("MUG-6");
    }
}
