package dev.drayage.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.Item;
import dev.drayage.model.ItemPrice;
import dev.drayage.model.ListPrice;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Items of the ERP, told to a storefront. */
class ProductsTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final ItemPrice BASE = price("Base", "1", "20.00", "USD");
    private static final ItemPrice TRADE_US = price("Trade", "1", "15.00", "USD");
    private static final ItemPrice TRADE_EU = price("Trade", "1", "14.00", "EUR");

    private final SettableTime time = new SettableTime(START);
    private final FakeWorld erp = new FakeWorld(new AccountId("erp", "E1"), time);
    private final FakeWorld shop = new FakeWorld(new AccountId("shop", "S1"), time);
    private final InMemorySyncStore store = new InMemorySyncStore(time);
    private ProductSyncs.Options options = ProductSyncs.Options.standard()
            .basePrice("Base")
            .priceList("Trade", "USD", "Dealers US")
            .priceList("Trade", "EUR", "Dealers EU");

    private static ItemPrice price(String level, String from, String amount, String currency) {
        return new ItemPrice(level, new BigDecimal(from), Money.of(amount, currency));
    }

    private Item.Builder item(ItemPrice... prices) {
        Item.Builder item = Item.builder();
        item.ref(RecordRef.of(erp.account(), RecordType.ITEM, "I1"))
                .sku("MUG")
                .title("Mug")
                .barcode("4006381333931")
                .active(true)
                .addPrices(prices);
        return item;
    }

    /** The item changes to this, and the sync runs. */
    private RunReport tell(Item.Builder item) {
        time.advance(Duration.ofMinutes(5));
        erp.put(item.build());
        time.advance(Duration.ofMinutes(5));
        try (SyncEngine engine = SyncEngine.builder()
                .store(store)
                .time(time)
                .startAt(START)
                .sync(ProductSyncs.toStorefront("products", new FakeConnector(erp), new FakeConnector(shop), options))
                .build()) {
            return engine.run("products", RunBudget.minutes(60));
        }
    }

    private FakeWorld.Held held(RecordType<?> type, String key) {
        return shop.byKey(type, key).orElseThrow(() -> new AssertionError("no " + key + " in " + shop.writes()));
    }

    private FakeWorld.Held listed(String list) {
        return held(RecordType.LIST_PRICE, "price:" + list + "-I1");
    }

    private Optional<Money> price(String list) {
        FakeWorld.Held held = listed(list);
        return shop.isVoided(held.ref()) ? Optional.empty() : ((ListPrice) held.record()).price();
    }

    private RecordEntry entry() {
        return store.ledger("default")
                .records(RecordQuery.builder().sync("products").build())
                .get(0);
    }

    @Test
    void G2_each_list_is_told_its_own_price_and_the_variant_the_base_price_alone() {
        tell(item(BASE, TRADE_US, TRADE_EU, price("Staff", "1", "1.00", "USD")));
        Item told = (Item) held(RecordType.ITEM, "item-I1").record();
        assertThat(told.prices()).containsExactly(BASE);
        assertThat(told.barcode()).contains("4006381333931");
        assertThat(told.title()).isEmpty();
        assertThat(price("Dealers+US")).contains(Money.of("15.00", "USD"));
        assertThat(price("Dealers+EU")).contains(Money.of("14.00", "EUR"));
        assertThat(shop.writes()).hasSize(3);
    }

    @Test
    void only_what_is_told_causes_a_write() {
        tell(item(BASE, TRADE_US, TRADE_EU));
        tell(item(BASE, TRADE_US, TRADE_EU, price("Staff", "1", "1.00", "USD")).title("Large mug"));
        assertThat(shop.writes()).hasSize(3);
        tell(item(BASE, TRADE_US, price("Trade", "1", "13.50", "EUR")));
        assertThat(shop.writes()).hasSize(4);
        assertThat(price("Dealers+EU")).contains(Money.of("13.50", "EUR"));
    }

    @Test
    void G4_a_price_that_ended_in_the_erp_is_taken_back_and_one_that_comes_again_is_told() {
        tell(item(BASE, TRADE_US, TRADE_EU));
        tell(item(BASE, TRADE_US));
        assertThat(shop.isVoided(listed("Dealers+EU").ref())).isTrue();
        assertThat(shop.isVoided(listed("Dealers+US").ref())).isFalse();
        tell(item(BASE, TRADE_US, TRADE_EU));
        assertThat(price("Dealers+EU")).contains(Money.of("14.00", "EUR"));
        assertThat(entry().state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void a_price_that_never_was_is_not_taken_back() {
        tell(item(BASE));
        assertThat(shop.writes()).containsExactly("create item item-I1");
    }

    @Test
    void an_inactive_item_is_left_alone() {
        tell(item(BASE, TRADE_US, TRADE_EU));
        tell(item().active(false).barcode("1"));
        assertThat(shop.writes()).hasSize(3);
        assertThat(price("Dealers+EU")).isPresent();
    }

    @Test
    void an_item_without_a_base_price_waits_for_a_person_and_its_other_prices_are_told() {
        tell(item(TRADE_US, price("Base", "10", "18.00", "USD")));
        assertThat(entry().state()).isEqualTo(RecordState.PARKED);
        assertThat(entry().code()).contains(ErrorCode.RECORD_UNREADABLE);
        assertThat(price("Dealers+US")).contains(Money.of("15.00", "USD"));
    }

    @Test
    void the_price_of_one_unit_is_told_with_the_quantities_that_have_another() {
        tell(item(BASE, TRADE_US, price("Trade", "12", "12.00", "USD"), price("Trade", "6", "13.00", "USD")));
        ListPrice told = (ListPrice) listed("Dealers+US").record();
        assertThat(told.price()).contains(Money.of("15.00", "USD"));
        assertThat(told.breaks()).isEqualTo(List.of(new BigDecimal("6"), new BigDecimal("12")));
    }

    @Test
    void without_a_base_level_the_storefronts_price_is_not_told() {
        options = ProductSyncs.Options.standard();
        tell(item(BASE, TRADE_US));
        assertThat(((Item) held(RecordType.ITEM, "item-I1").record()).prices()).isEmpty();
        assertThat(entry().state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void a_list_is_fed_once_and_in_a_currency_that_there_is() {
        assertThatThrownBy(() -> options.priceList("Staff", "USD", "Dealers US"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Dealers US");
        assertThatThrownBy(() -> options.priceList("Staff", "DOLLARS", "Staff"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.basePrice(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
