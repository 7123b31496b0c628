package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.FieldKind;
import dev.drayage.testkit.netsuite.PageFault;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What NetSuite holds, as channels are told. */
class StockSourceTest {
    private TestBooks books = open("", "itemid");

    private static TestBooks open(String locations, String skuField) {
        return TestBooks.open(
                account -> account.with(AccountPreference.ORDERS_COMMIT_STOCK)
                        .customField("custitem_sku", FieldKind.TEXT)
                        .seed(Seed.location(7, "Newark"))
                        .seed(Seed.lotNumberedItem(96, "TEA", new BigDecimal("4.00")))
                        .seed(Seed.kit(95, "MUG-AND-TEE", new BigDecimal("80.00"), List.of(98L, 99L))),
                settings -> settings.set("stock.locations", locations).skuField(skuField));
    }

    private void reopen(String locations, String skuField) {
        books.close();
        books = open(locations, skuField);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void stock_tells_sku_location_and_both_quantities_since_the_last_change() {
        books.netSuite.clerk().receiveStock("98", "6", new BigDecimal("100"));
        books.time.advance(Duration.ofMinutes(7));
        order("98", 30);
        Instant ordered = books.time.instant();
        InventoryLevel level = present(only(everything()));
        assertThat(level.ref()).isEqualTo(ref("98-6"));
        assertThat(level.sku()).isEqualTo("MUG-BLUE");
        assertThat(level.location()).contains("6");
        assertThat(level.onHand().orElseThrow()).isEqualByComparingTo("100");
        assertThat(level.available().orElseThrow()).isEqualByComparingTo("70");
        assertThat(level.countedAt()).isEqualTo(ordered);
        assertThat(level.lot()).isEmpty();
    }

    @Test
    void only_what_changed_in_the_window_is_read() {
        books.netSuite.clerk().receiveStock("98", "6", BigDecimal.TEN);
        books.time.advance(Duration.ofHours(1));
        Instant later = books.time.instant();
        books.netSuite.clerk().receiveStock("99", "6", BigDecimal.TEN);
        books.time.advance(Duration.ofMinutes(5));
        assertThat(read(new Slice.Window(later, books.time.instant())))
                .extracting(Change::ref)
                .containsExactly(ref("99-6"));
        assertThat(everything()).extracting(Change::ref).containsExactly(ref("98-6"), ref("99-6"));
    }

    @Test
    void one_window_from_the_epoch_on_reads_everything_in_pages() {
        reopen("", "itemid");
        List<RecordRef> shelved = new ArrayList<>();
        for (String item : List.of("98", "99")) {
            for (String location : List.of("6", "7")) {
                books.netSuite.clerk().receiveStock(item, location, BigDecimal.TEN);
                shelved.add(ref(item + "-" + location));
            }
        }
        books.time.advance(Duration.ofMinutes(5));
        try (var paged = books.open(books.standard().set("query.pageSize", "3").build())) {
            RecordSource<InventoryLevel> source =
                    paged.source(RecordType.INVENTORY_LEVEL).orElseThrow();
            Slice all = new Slice.Window(Instant.EPOCH, books.time.instant());
            Page<InventoryLevel> first = source.read(all, Optional.empty(), books.call());
            assertThat(first.changes()).hasSize(3);
            Page<InventoryLevel> second = source.read(all, first.next(), books.call());
            assertThat(second.next()).isEmpty();
            List<RecordRef> read = new ArrayList<>();
            first.changes().forEach(change -> read.add(change.ref()));
            second.changes().forEach(change -> read.add(change.ref()));
            assertThat(read).containsExactlyElementsOf(shelved);
            assertThat(source.traits().maxSpan()).isGreaterThan(Duration.between(Instant.EPOCH, TestBooks.START));
        }
    }

    @Test
    void stock_of_other_locations_is_not_told() {
        reopen("7", "itemid");
        books.netSuite.clerk().receiveStock("98", "6", BigDecimal.TEN);
        books.netSuite.clerk().receiveStock("98", "7", BigDecimal.ONE);
        assertThat(everything()).extracting(Change::ref).containsExactly(ref("98-7"));
        assertThat(reason(fetch("98-6"))).contains("stock.locations", "6");
    }

    @Test
    void stock_below_zero_is_told_as_it_is() {
        books.netSuite.clerk().countStock("98", "6", new BigDecimal("-3"), BigDecimal.ZERO);
        InventoryLevel level = present(only(everything()));
        assertThat(level.onHand().orElseThrow()).isEqualByComparingTo("-3");
        assertThat(level.available().orElseThrow()).isEqualByComparingTo("-3");
    }

    @Test
    void lots_are_told_as_one_sum() {
        books.netSuite.clerk().receiveStock("96", "6", new BigDecimal("5"), "L1");
        books.netSuite.clerk().receiveStock("96", "6", new BigDecimal("7"), "L2");
        InventoryLevel level = present(only(everything()));
        assertThat(level.sku()).isEqualTo("TEA");
        assertThat(level.lot()).isEmpty();
        assertThat(level.available().orElseThrow()).isEqualByComparingTo("12");
    }

    @Test
    void two_active_items_with_one_sku_are_named_and_neither_is_told() {
        reopen("", "upccode");
        String other =
                books.netSuite.clerk().enter("inventoryItem", "{\"itemId\":\"MUG-OLD\",\"upcCode\":\"4006381\"}");
        books.netSuite.clerk().edit("inventoryItem", "98", "{\"upcCode\":\"4006381\"}");
        books.netSuite.clerk().receiveStock("98", "6", BigDecimal.TEN);
        Change<InventoryLevel> told = only(everything());
        assertThat(told).isInstanceOfSatisfying(Change.Unreadable.class, unreadable -> {
            assertThat(unreadable.ref()).isEqualTo(ref("98-6"));
            assertThat(unreadable.code()).isEqualTo(ErrorCode.SKU_AMBIGUOUS);
            assertThat(unreadable.message()).contains("98", other, "4006381");
        });
        assertThat(fetch("98-6")).isEqualTo(told);
        books.netSuite.clerk().inactivateItem("inventoryItem", other);
        assertThat(present(fetch("98-6")).sku()).isEqualTo("4006381");
    }

    @Test
    void an_item_that_gets_the_sku_of_another_one_is_noticed_at_once() {
        reopen("", "upccode");
        books.netSuite.clerk().edit("inventoryItem", "98", "{\"upcCode\":\"4006381\"}");
        books.netSuite.clerk().receiveStock("98", "6", BigDecimal.TEN);
        assertThat(present(only(everything())).sku()).isEqualTo("4006381");
        books.netSuite.clerk().edit("inventoryItem", "99", "{\"upcCode\":\"4006381\"}");
        assertThat(only(everything())).isInstanceOf(Change.Unreadable.class);
    }

    @Test
    void inactive_items_and_items_without_a_sku_are_not_told() {
        reopen("", "custitem_sku");
        books.netSuite.clerk().edit("inventoryItem", "98", "{\"custitem_sku\":\"M-1\"}");
        books.netSuite.clerk().receiveStock("98", "6", BigDecimal.TEN);
        books.netSuite.clerk().receiveStock("99", "6", BigDecimal.TEN);
        assertThat(everything()).extracting(Change::ref).containsExactly(ref("98-6"));
        assertThat(reason(fetch("99-6"))).contains("custitem_sku");
        books.netSuite.clerk().inactivateItem("inventoryItem", "98");
        assertThat(everything()).isEmpty();
        assertThat(reason(fetch("98-6"))).contains("inactive");
    }

    @Test
    void rows_that_are_missing_repeated_or_reordered_are_asked_for_again() {
        List<RecordRef> shelved = new ArrayList<>();
        for (String item : List.of("98", "99")) {
            for (String location : List.of("6", "7")) {
                books.netSuite.clerk().receiveStock(item, location, BigDecimal.TEN);
                shelved.add(ref(item + "-" + location));
            }
        }
        for (PageFault fault : PageFault.values()) {
            for (int pages = 1; pages <= 2; pages++) {
                books.netSuite.nextPages(pages, fault);
                assertThat(everything())
                        .extracting(Change::ref)
                        .as("%s x %s", fault, pages)
                        .containsExactlyElementsOf(shelved);
            }
        }
    }

    @Test
    void an_account_whose_items_are_hidden_is_not_taken_for_an_empty_one() {
        for (String kind : List.of(
                "inventoryItem",
                "lotNumberedInventoryItem",
                "kitItem",
                "otherChargeSaleItem",
                "discountItem",
                "shipItem")) {
            books.netSuite.revokePermission(kind);
        }
        assertThatThrownBy(this::everything)
                .isInstanceOf(AuthorisationException.class)
                .hasMessageContaining("LIST_ITEM");
    }

    @Test
    void what_is_no_place_is_no_exception() {
        assertThat(reason(fetch("ninety-eight"))).contains("internal id of item");
        assertThat(reason(fetch("98-6"))).contains("no stock");
    }

    private void order(String item, int units) {
        books.netSuite.clerk().enter("salesOrder", """
                {"entity":{"id":"110"},"orderStatus":{"id":"B"},
                 "item":{"items":[{"item":{"id":"%s"},"quantity":%d,"rate":9,"location":{"id":"6"}}]}}
                """.formatted(item, units));
    }

    private RecordSource<InventoryLevel> source() {
        return books.connector.source(RecordType.INVENTORY_LEVEL).orElseThrow();
    }

    private RecordRef ref(String id) {
        return RecordRef.of(books.connector.account(), RecordType.INVENTORY_LEVEL, id);
    }

    private List<Change<InventoryLevel>> everything() {
        books.time.advance(Duration.ofMinutes(5));
        return read(new Slice.Window(TestBooks.START.minusSeconds(60), books.time.instant()));
    }

    private List<Change<InventoryLevel>> read(Slice slice) {
        return source().read(slice, Optional.empty(), books.call()).changes();
    }

    private Change<InventoryLevel> fetch(String id) {
        return source().fetch(ref(id), books.call());
    }

    private static Change<InventoryLevel> only(List<Change<InventoryLevel>> changes) {
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static InventoryLevel present(Change<InventoryLevel> change) {
        assertThat(change).isInstanceOf(Change.Present.class);
        return ((Change.Present<InventoryLevel>) change).record();
    }

    private static String reason(Change<InventoryLevel> change) {
        assertThat(change).isInstanceOf(Change.NotVisible.class);
        return ((Change.NotVisible<InventoryLevel>) change).reason();
    }
}
