package dev.drayage.shopify.internal.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.LoopbackShop;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.testkit.wire.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The key under which Shopify knows a call again, and what it says of one. */
class StockIdempotencyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final LoopbackShop shop = new LoopbackShop();

    StockIdempotencyTest() {
        shop.settings.location(7, "Main Warehouse");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private EffectOutcome apply(StockTruths level) {
        RecordSink<InventoryLevel> sink =
                shop.open().sink(RecordType.INVENTORY_LEVEL).orElseThrow();
        Prepared<InventoryLevel> prepared = sink.prepare(level.effect(), Optional.empty(), Map.of());
        return sink.apply(List.of(prepared), shop.call()).values().iterator().next();
    }

    private StockIdempotencyTest holds(int available) {
        return holds(available, true);
    }

    private StockIdempotencyTest holds(int available, boolean tracked) {
        shop.data(("{'inventoryItems':{'pageInfo':{'hasNextPage':false},'nodes':[{"
                        + "'id':'gid://shopify/InventoryItem/5','sku':'SHIRT-1','tracked':" + tracked
                        + ",'duplicateSkuCount':0,'inventoryLevels':{'pageInfo':{'hasNextPage':false},'nodes':[{"
                        + "'id':'gid://shopify/InventoryLevel/9?inventory_item_id=5','isActive':true,"
                        + "'location':{'id':'gid://shopify/Location/7'},"
                        + "'quantities':[{'name':'available','quantity':" + available + "}]}]}}]}}")
                .replace('\'', '"'));
        return this;
    }

    private StockIdempotencyTest refuses(String code, String field) {
        shop.data("{\"inventorySetQuantities\":{\"inventoryAdjustmentGroup\":null,\"userErrors\":[{\"field\":" + field
                + ",\"message\":\"Refused.\",\"code\":\"" + code + "\"}]}}");
        return this;
    }

    private StockIdempotencyTest takes() {
        shop.data("{\"inventorySetQuantities\":{\"inventoryAdjustmentGroup\":{\"id\":\"x\",\"changes\":[]},"
                + "\"userErrors\":[]}}");
        return this;
    }

    private List<String> keys() {
        return shop.documents().stream()
                .filter(request -> request.text().contains("mutation InventorySet"))
                .map(request -> variables(request).path("key").asText())
                .toList();
    }

    private static JsonNode variables(WireRequest request) {
        try {
            return JSON.readTree(request.text()).path("variables");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_same_wish_has_the_same_key_in_every_process_and_another_one_has_another() {
        StockTruths wish = StockTruths.available("SHIRT-1", "7");
        holds(10).takes();
        apply(wish);
        holds(10).takes();
        apply(wish);
        holds(11).takes();
        apply(wish);
        holds(10).takes();
        apply(StockTruths.available("SHIRT-1", "7").counted(LoopbackShop.NOW.plusSeconds(1)));

        assertThat(keys().get(1)).isEqualTo(keys().get(0));
        assertThat(keys().stream().distinct()).hasSize(3);
        assertThat(keys()).allSatisfy(key -> assertThat(UUID.fromString(key)).isNotNull());
    }

    @Test
    void a_call_that_shopify_still_works_on_is_left_for_later() {
        holds(10).refuses("IDEMPOTENCY_CONCURRENT_REQUEST", "null");
        assertThat(apply(StockTruths.available("SHIRT-1", "7"))).isInstanceOf(EffectOutcome.RetryLater.class);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void a_key_whose_first_attempt_failed_is_not_used_again() {
        holds(10).refuses("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED", "null");
        holds(10).takes();
        assertThat(apply(StockTruths.available("SHIRT-1", "7"))).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(keys()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void a_quantity_that_moved_and_moved_back_is_sent_under_another_key() {
        holds(10).refuses("CHANGE_FROM_QUANTITY_STALE", "[\"input\",\"quantities\",\"0\",\"changeFromQuantity\"]");
        holds(10).takes();
        assertThat(apply(StockTruths.available("SHIRT-1", "7"))).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(keys()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void what_shopify_says_of_a_row_is_told_with_the_sku_and_of_all_rows_with_its_words() {
        holds(10).refuses("INVALID_LOCATION", "[\"input\",\"quantities\",\"0\",\"locationId\"]");
        EffectOutcome row = apply(StockTruths.available("SHIRT-1", "7"));
        assertThat(((EffectOutcome.Rejected) row).violations().code()).isEqualTo(ErrorCode.VALUE_UNMAPPED);

        holds(10).refuses("INVALID_REASON", "[\"input\",\"reason\"]");
        EffectOutcome all = apply(StockTruths.available("SHIRT-1", "7"));
        assertThat(((EffectOutcome.Rejected) all).violations().message()).contains("SHIRT-1", "INVALID_REASON");
    }

    @Test
    void what_the_shop_does_not_count_is_told_and_not_set() {
        holds(10, false);
        EffectOutcome outcome = apply(StockTruths.available("SHIRT-1", "7"));
        assertThat(((EffectOutcome.Rejected) outcome).violations().message()).contains("Track quantity");
        assertThat(keys()).isEmpty();
    }
}
