package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.Item;
import dev.drayage.model.ItemPrice;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.netsuite.FieldKind;
import dev.drayage.testkit.netsuite.PageFault;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What NetSuite sells and for how much, as channels are told. */
class ItemSourceTest {
    private TestBooks books = open(settings -> settings);

    private static TestBooks open(UnaryOperator<NetSuiteSettings.Builder> settings) {
        return TestBooks.open(
                account -> account.customField("custitem_web", FieldKind.TEXT)
                        .seed(Seed.currency(1, "USD", BigDecimal.ONE, 2))
                        .seed(Seed.currency(2, "EUR", new BigDecimal("1.10"), 2))
                        .seed(Seed.currency(3, "House money", BigDecimal.ONE, 2))
                        .seed(Seed.of("priceLevel", "{\"id\":1,\"name\":\"Base Price\"}"))
                        .seed(Seed.of("priceLevel", "{\"id\":5,\"name\":\"Online\"}"))
                        .seed(Seed.kit(95, "MUG-AND-TEE", new BigDecimal("80.00"), List.of(98L, 99L))),
                settings);
    }

    private void reopen(UnaryOperator<NetSuiteSettings.Builder> settings) {
        books.close();
        books = open(settings);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void an_item_tells_sku_name_bar_code_and_its_prices_by_level_currency_and_quantity() {
        books.time.advance(Duration.ofHours(1));
        books.netSuite
                .clerk()
                .edit("inventoryItem", "98", "{\"displayName\":\"Blue mug\",\"upcCode\":\"4006381333931\"}");
        books.netSuite.clerk().changePrice("98", "5", "1", BigDecimal.ZERO, new BigDecimal("44.90"));
        books.netSuite.clerk().changePrice("98", "5", "1", BigDecimal.TEN, new BigDecimal("39.905"));
        books.netSuite.clerk().changePrice("98", "5", "2", BigDecimal.ZERO, new BigDecimal("41"));
        Item item = present(only(since(Duration.ofMinutes(1))));
        assertThat(item.ref()).isEqualTo(ref("98"));
        assertThat(item.sku()).isEqualTo("MUG-BLUE");
        assertThat(item.title()).contains("Blue mug");
        assertThat(item.barcode()).contains("4006381333931");
        assertThat(item.active()).isTrue();
        assertThat(item.prices())
                .containsExactly(
                        price("Base Price", "1", "45.00", "USD"),
                        price("Online", "1", "41.00", "EUR"),
                        price("Online", "1", "44.90", "USD"),
                        price("Online", "10", "39.905", "USD"));
    }

    @Test
    void no_item_is_too_old_to_be_told() {
        assertThat(since(Duration.ofHours(1)))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(((Change.Present<Item>) change).createdAt())
                        .as("an instant before the go-live would shut it out")
                        .isEmpty());
    }

    @Test
    void a_changed_price_is_read_with_its_item() {
        assertThat(since(Duration.ofHours(1))).hasSizeGreaterThan(1);
        books.time.advance(Duration.ofHours(1));
        books.netSuite.clerk().changePrice("99", new BigDecimal("12.30"));
        Item item = present(only(since(Duration.ofMinutes(1))));
        assertThat(item.sku()).isEqualTo("TEE-BLACK");
        assertThat(item.prices()).containsExactly(price("Base Price", "1", "12.30", "USD"));
    }

    @Test
    void price_levels_are_limited_by_name_or_internal_id() {
        for (String level : List.of("Online", "5")) {
            reopen(settings -> settings.set("item.priceLevels", level));
            books.netSuite.clerk().changePrice("98", "5", "1", BigDecimal.ZERO, new BigDecimal("44.90"));
            assertThat(present(fetch("98")).prices()).containsExactly(price("Online", "1", "44.90", "USD"));
            assertThat(present(fetch("99")).prices()).isEmpty();
        }
    }

    @Test
    void a_break_at_one_replaces_the_break_at_zero_from_the_first_unit_on() {
        books.netSuite.clerk().changePrice("98", "5", "1", BigDecimal.ZERO, new BigDecimal("50"));
        books.netSuite.clerk().changePrice("98", "5", "1", BigDecimal.ONE, new BigDecimal("44.90"));
        assertThat(present(fetch("98")).prices())
                .contains(price("Online", "1", "44.90", "USD"))
                .hasSize(2);
    }

    @Test
    void a_level_without_a_name_goes_by_its_id() {
        books.close();
        books = TestBooks.open();
        assertThat(present(fetch("98")).prices()).containsExactly(price("1", "1", "45.00", "USD"));
    }

    @Test
    void a_price_in_a_currency_that_nobody_knows_is_told_and_the_setting_names_it() {
        books.netSuite.clerk().changePrice("98", "5", "3", BigDecimal.ZERO, new BigDecimal("50"));
        assertThat(fetch("98")).isInstanceOfSatisfying(Change.Unreadable.class, unreadable -> {
            assertThat(unreadable.code()).isEqualTo(ErrorCode.RECORD_UNREADABLE);
            assertThat(unreadable.message()).contains("item 98", "currency 3", "setting currencies");
        });
        assertThat(fetch("99")).isInstanceOf(Change.Present.class);
        try (var named = books.open(books.standard().currency("CHF", "3").build())) {
            Change<Item> told = named.source(RecordType.ITEM).orElseThrow().fetch(ref("98"), books.call());
            assertThat(present(told).prices()).contains(price("Online", "1", "50.00", "CHF"));
        }
    }

    @Test
    void an_inactive_item_is_told_as_such() {
        books.time.advance(Duration.ofHours(1));
        books.netSuite.clerk().inactivateItem("inventoryItem", "99");
        Item item = present(only(since(Duration.ofMinutes(1))));
        assertThat(item.sku()).isEqualTo("TEE-BLACK");
        assertThat(item.active()).isFalse();
    }

    @Test
    void of_two_active_items_with_one_sku_neither_is_told_and_the_inactive_one_of_them_does_not_end_the_other() {
        reopen(settings -> settings.skuField("upccode"));
        books.time.advance(Duration.ofHours(1));
        books.netSuite.clerk().edit("inventoryItem", "98", "{\"upcCode\":\"4006381\"}");
        books.netSuite.clerk().edit("inventoryItem", "99", "{\"upcCode\":\"4006381\"}");
        assertThat(since(Duration.ofMinutes(1)))
                .hasSize(2)
                .allSatisfy(change -> assertThat(change).isInstanceOfSatisfying(Change.Unreadable.class, unreadable -> {
                    assertThat(unreadable.code()).isEqualTo(ErrorCode.SKU_AMBIGUOUS);
                    assertThat(unreadable.message()).contains("98 and 99", "4006381");
                }));
        books.netSuite.clerk().inactivateItem("inventoryItem", "99");
        assertThat(present(only(since(Duration.ofMinutes(6)))).ref()).isEqualTo(ref("98"));
        assertThat(fetch("99"))
                .isInstanceOfSatisfying(
                        Change.NotVisible.class,
                        hidden -> assertThat(hidden.reason()).contains("inactive"));
    }

    @Test
    void only_what_is_sold_and_has_a_sku_is_told() {
        assertThat(since(Duration.ofHours(1)))
                .extracting(change -> present(change).sku())
                .contains("MUG-BLUE", "MUG-AND-TEE", "GIFT-WRAP")
                .doesNotContain("DISCOUNT", "UPS Ground");
        assertThat(fetch("301")).isInstanceOf(Change.NotVisible.class);
        reopen(settings -> settings.skuField("upccode"));
        assertThat(since(Duration.ofHours(1))).isEmpty();
        assertThat(fetch("98")).isInstanceOf(Change.NotVisible.class);
    }

    @Test
    void fields_can_narrow_what_is_read() {
        reopen(settings -> settings.set("item.where", "custitem_web=T|yes,itemtype=InvtPart"));
        books.netSuite.clerk().edit("inventoryItem", "98", "{\"custitem_web\":\"yes\"}");
        books.netSuite.clerk().edit("kitItem", "95", "{\"custitem_web\":\"yes\"}");
        books.netSuite.clerk().edit("inventoryItem", "99", "{\"custitem_web\":\"no\"}");
        assertThat(present(only(since(Duration.ofHours(1)))).sku()).isEqualTo("MUG-BLUE");
    }

    @Test
    void a_deleted_item_is_gone_and_hidden_ones_are_not() {
        books.netSuite.clerk().delete("inventoryItem", "99");
        assertThat(fetch("99")).isInstanceOf(Change.Gone.class);
        for (String kind : List.of("inventoryItem", "kitItem", "otherChargeSaleItem", "discountItem", "shipItem")) {
            books.netSuite.revokePermission(kind);
        }
        assertThatThrownBy(() -> fetch("98")).isInstanceOf(AuthorisationException.class);
        assertThatThrownBy(() -> since(Duration.ofHours(1)))
                .isInstanceOf(AuthorisationException.class)
                .hasMessageContaining("LIST_ITEM");
    }

    @Test
    void rows_that_are_missing_repeated_or_reordered_are_asked_for_again() {
        List<Change<Item>> before = since(Duration.ofHours(1));
        assertThat(before).hasSizeGreaterThan(3);
        for (PageFault fault : PageFault.values()) {
            for (int pages = 1; pages <= 2; pages++) {
                books.netSuite.nextPages(pages, fault);
                assertThat(since(Duration.ofHours(2)))
                        .as("%s x %s", fault, pages)
                        .containsExactlyElementsOf(before);
            }
        }
    }

    private static ItemPrice price(String level, String minimum, String amount, String currency) {
        return new ItemPrice(level, new BigDecimal(minimum), Money.of(amount, currency));
    }

    private RecordSource<Item> source() {
        return books.connector.source(RecordType.ITEM).orElseThrow();
    }

    private RecordRef ref(String id) {
        return RecordRef.of(books.connector.account(), RecordType.ITEM, id);
    }

    /** What changed from so long before now on, read a little later. */
    private List<Change<Item>> since(Duration ago) {
        Instant from = books.time.instant().minus(ago);
        books.time.advance(Duration.ofMinutes(5));
        return source().read(new Slice.Window(from, books.time.instant()), Optional.empty(), books.call())
                .changes();
    }

    private Change<Item> fetch(String id) {
        return source().fetch(ref(id), books.call());
    }

    private static Change<Item> only(List<Change<Item>> changes) {
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static Item present(Change<Item> change) {
        assertThat(change).isInstanceOf(Change.Present.class);
        return ((Change.Present<Item>) change).record();
    }
}
