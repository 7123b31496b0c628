package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.engine.Sync;
import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Connector;
import dev.drayage.sync.OrderEditSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.OrderLine;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.ShopifySimulator;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people change of an order in NetSuite, at the shop that sold it, and what the shop makes of it, in NetSuite again. */
class OrderEditsTest {
    private static List<Sync<?>> syncs(Connector shop, Connector erp) {
        return List.of(
                OrderSyncs.orders(
                        "shopify-orders",
                        shop,
                        erp,
                        OrderSyncs.Options.standard().followingChanges(true)),
                OrderEditSyncs.toStorefront(erp, shop));
    }

    private static ShopAndBooks open() {
        ShopAndBooks world = ShopAndBooks.open();
        world.netSuiteSettings.put("orders.allowCorrections", "true");
        world.shopSettings.put("orders.postModifications", "true");
        world.shop.stock().location("East");
        world.shop.stock().product("MUG", "Mug", "20.00");
        world.shop.stock().product("TEE", "Tee", "12.00");
        return world;
    }

    private static ShopOrder ordered(ShopAndBooks world, NewLine... lines) {
        ShopOrder order = world.shop
                .orders()
                .place(NewOrder.of(lines)
                        .shipping("Standard", "5.00", "VAT", "0")
                        .terms(PaymentTermsTemplate.NET_30));
        runs(world, 1);
        return order;
    }

    private static void runs(ShopAndBooks world, int times) {
        for (int i = 0; i < times; i++) {
            world.run(OrderEditsTest::syncs);
        }
    }

    private static String booked(ShopAndBooks world, ShopOrder order) {
        return world.booked("salesOrder", order).get(0).id();
    }

    private static BigDecimal booksTotal(ShopAndBooks world, ShopOrder order) {
        return world.booked("salesOrder", order).get(0).total();
    }

    private static void bothAgree(ShopAndBooks world, ShopOrder order) {
        assertThat(world.parked()).isEmpty();
        assertThat(booksTotal(world, order))
                .isEqualByComparingTo(order.totals().currentTotal().shop());
    }

    private static int units(ShopOrder order, String sku) {
        return order.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(OrderLine::currentQuantity)
                .sum();
    }

    @Test
    void a_quantity_is_raised_and_lowered_and_the_total_is_the_shops() {
        try (ShopAndBooks world = open()) {
            ShopOrder order =
                    ordered(world, NewLine.of("MUG", 2, "20.00").tax("VAT", "0.10"), NewLine.of("TEE", 1, "12.00"));
            world.netSuite.clerk().changeQuantity(booked(world, order), 1, new BigDecimal("5"));
            runs(world, 3);
            assertThat(units(order, "MUG")).isEqualTo(5);
            bothAgree(world, order);
            world.netSuite.clerk().changeQuantity(booked(world, order), 1, new BigDecimal("1"));
            runs(world, 3);
            assertThat(units(order, "MUG")).isEqualTo(1);
            assertThat(world.shop.journal().count("orderEditCommit")).isEqualTo(2);
            bothAgree(world, order);
        }
    }

    @Test
    void the_same_edit_made_again_is_another_edit() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 2, "20.00"));
            for (String units : List.of("3", "2", "3", "2")) {
                world.netSuite.clerk().changeQuantity(booked(world, order), 1, new BigDecimal(units));
                runs(world, 2);
                assertThat(units(order, "MUG")).isEqualTo(Integer.parseInt(units));
            }
            runs(world, 2);
            bothAgree(world, order);
        }
    }

    @Test
    void a_line_is_added_and_taken_out_and_stays_one_line_in_both() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 2, "20.00"), NewLine.of("TEE", 1, "12.00"));
            world.netSuite.clerk().addLine(booked(world, order), "98", BigDecimal.ONE, new BigDecimal("20.00"));
            runs(world, 4);
            assertThat(units(order, "MUG")).isEqualTo(3);
            assertThat(world.netSuite
                            .record("salesOrder", booked(world, order))
                            .orElseThrow()
                            .body()
                            .path("item")
                            .path("items"))
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(
                                    line.path("custcol_drayage_line_id").asText())
                            .isNotEmpty());
            bothAgree(world, order);
            world.netSuite.clerk().closeLine(booked(world, order), 2);
            runs(world, 4);
            assertThat(units(order, "TEE")).isZero();
            assertThat(world.parked()).isEmpty();
            assertThat(order.totals().currentTotal().shop()).isEqualByComparingTo("65.00");
            assertThat(booksTotal(world, order))
                    .as("what was closed still counts there")
                    .isEqualByComparingTo("77.00");
        }
    }

    @Test
    void a_line_free_of_charge_is_added_with_a_discount_of_all_of_it() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 2, "20.00"));
            world.netSuite.clerk().addLine(booked(world, order), "99", BigDecimal.ONE, BigDecimal.ZERO);
            runs(world, 4);
            assertThat(units(order, "TEE")).isEqualTo(1);
            assertThat(order.totals().currentTotal().shop()).isEqualByComparingTo("45.00");
            bothAgree(world, order);
        }
    }

    @Test
    void a_price_that_people_change_is_held_and_written_nowhere() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 2, "20.00"));
            world.netSuite.clerk().changeRate(booked(world, order), 1, new BigDecimal("18.00"));
            runs(world, 3);
            assertThat(world.parked()).singleElement().satisfies(parked -> {
                assertThat(parked.code()).contains(ErrorCode.CONFLICT);
                assertThat(parked.message()).contains("something else than quantities and items");
            });
            assertThat(order.totals().currentTotal().shop()).isEqualByComparingTo("45.00");
            assertThat(booksTotal(world, order)).isEqualByComparingTo("41.00");
            world.netSuite.clerk().changeRate(booked(world, order), 1, new BigDecimal("20.00"));
            runs(world, 3);
            bothAgree(world, order);
        }
    }

    @Test
    void a_price_that_is_changed_along_with_a_quantity_is_not_taken_back() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 2, "20.00"), NewLine.of("TEE", 1, "12.00"));
            world.netSuite.clerk().changeRate(booked(world, order), 1, new BigDecimal("18.00"));
            world.netSuite.clerk().changeQuantity(booked(world, order), 2, new BigDecimal("3"));
            runs(world, 3);
            assertThat(units(order, "TEE")).isEqualTo(1);
            assertThat(booksTotal(world, order)).isEqualByComparingTo("77.00");
            assertThat(world.parked()).singleElement().satisfies(parked -> {
                assertThat(parked.code()).contains(ErrorCode.CONFLICT);
                assertThat(parked.message()).contains("the price of line", "is 18 now");
            });
            world.netSuite.clerk().changeRate(booked(world, order), 1, new BigDecimal("20.00"));
            runs(world, 3);
            assertThat(units(order, "TEE")).isEqualTo(3);
            bothAgree(world, order);
        }
    }

    @Test
    void a_line_more_is_edited_again_before_the_books_know_it_by_its_number() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 2, "20.00"));
            world.netSuite.clerk().addLine(booked(world, order), "99", BigDecimal.ONE, new BigDecimal("12.00"));
            runs(world, 1);
            world.netSuite.clerk().changeQuantity(booked(world, order), 1, new BigDecimal("5"));
            runs(world, 4);
            assertThat(units(order, "MUG")).isEqualTo(5);
            assertThat(units(order, "TEE")).isEqualTo(1);
            assertThat(world.shop.journal().count("orderEditCommit")).isEqualTo(2);
            bothAgree(world, order);
        }
    }

    @Test
    void an_order_that_was_closed_here_and_cancelled_there_is_agreed_on() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 2, "20.00"));
            world.netSuite.clerk().closeOrder(booked(world, order));
            runs(world, 2);
            assertThat(world.parked())
                    .singleElement()
                    .satisfies(parked -> assertThat(parked.message()).contains("cancel it at the storefront"));
            world.shop.orders().cancel(order, true);
            runs(world, 3);
            assertThat(world.parked()).isEmpty();
        }
    }

    @Test
    void an_order_that_only_the_books_changed_is_no_change_of_the_shops_with_an_emptied_store() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 2, "20.00"));
            world.netSuite.clerk().changeRate(booked(world, order), 1, new BigDecimal("18.00"));
            world.emptyStore();
            runs(world, 2);
            assertThat(booksTotal(world, order)).isEqualByComparingTo("41.00");
            assertThat(world.parked())
                    .anySatisfy(parked -> assertThat(parked.code()).contains(ErrorCode.TOTAL_MISMATCH))
                    .noneMatch(parked -> parked.message().contains("in NetSuite and at the channel"));
        }
    }

    @Test
    void an_order_that_both_sides_edit_is_held_with_both_versions() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 4, "20.00"));
            world.netSuite.clerk().changeQuantity(booked(world, order), 1, new BigDecimal("6"));
            world.shop.orders().edit(order, order.lines().get(0), 3);
            runs(world, 4);
            assertThat(units(order, "MUG")).isEqualTo(3);
            assertThat(booksTotal(world, order)).isEqualByComparingTo("125.00");
            assertThat(world.parked()).hasSize(2).allSatisfy(parked -> {
                assertThat(parked.code()).contains(ErrorCode.CONFLICT);
                assertThat(parked.message()).contains("3").contains("6");
            });
        }
    }

    @Test
    void what_left_is_not_taken_out() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 4, "20.00"));
            world.shop
                    .orders()
                    .ship(order.openFulfillmentOrders().get(0), order.lines().get(0), 3, "UPS", "1Z999");
            runs(world, 1);
            world.netSuite.clerk().changeQuantity(booked(world, order), 1, new BigDecimal("2"));
            runs(world, 2);
            assertThat(units(order, "MUG")).isEqualTo(4);
            assertThat(world.parked())
                    .singleElement()
                    .satisfies(parked -> assertThat(parked.code()).contains(ErrorCode.QUANTITY_EXCEEDED));
        }
    }

    @Test
    void G2_an_edit_whose_answer_was_lost_is_committed_once() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 2, "20.00"));
            world.netSuite.clerk().changeQuantity(booked(world, order), 1, new BigDecimal("3"));
            world.netSuite.clerk().addLine(booked(world, order), "99", BigDecimal.ONE, new BigDecimal("12.00"));
            world.shop
                    .faults()
                    .next(
                            1,
                            Fault.LOST_ANSWER,
                            request -> ShopifySimulator.isMutation(request)
                                    && request.text().contains("OrderEditCommit"));
            runs(world, 5);
            assertThat(units(order, "MUG")).isEqualTo(3);
            assertThat(units(order, "TEE")).isEqualTo(1);
            assertThat(world.shop.journal().count("orderEditCommit")).isEqualTo(1);
            bothAgree(world, order);
        }
    }

    @Test
    void neither_side_edits_unless_both_allow_it() {
        try (ShopAndBooks world = open()) {
            world.netSuiteSettings.remove("orders.allowCorrections");
            world.shopSettings.remove("orders.postModifications");
            assertThatThrownBy(() -> runs(world, 1))
                    .hasMessageContaining("must allow corrections")
                    .hasMessageContaining("must allow them");
        }
    }

    @Test
    void an_emptied_store_doubles_no_edit() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 2, "20.00"));
            world.netSuite.clerk().addLine(booked(world, order), "99", BigDecimal.ONE, new BigDecimal("12.00"));
            runs(world, 1);
            world.emptyStore();
            runs(world, 4);
            assertThat(units(order, "TEE")).isEqualTo(1);
            assertThat(world.shop.journal().count("orderEditCommit")).isEqualTo(1);
            bothAgree(world, order);
        }
    }

    @Test
    void a_line_that_was_copied_with_the_shops_line_id_is_told_to_nobody() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 3, "20.00"));
            String id = booked(world, order);
            String line = order.lines().get(0).gid().replaceAll(".*/", "");
            world.netSuite.clerk().changeQuantity(id, 1, new BigDecimal("2"));
            world.netSuite
                    .clerk()
                    .edit(
                            "salesOrder",
                            id,
                            "{\"item\":{\"items\":[{\"item\":{\"id\":\"98\"},\"quantity\":2,\"rate\":20,"
                                    + "\"custcol_drayage_line_id\":\"" + line + "\"}]}}");
            runs(world, 5);
            assertThat(units(order, "MUG")).isEqualTo(3);
            assertThat(world.shop.journal().count("orderEditCommit")).isZero();
            assertThat(world.parked())
                    .anySatisfy(parked -> assertThat(parked.code()).contains(ErrorCode.MATCH_AMBIGUOUS));
        }
    }

    @Test
    void what_the_shops_people_change_just_before_the_session_begins_is_not_overwritten() {
        try (ShopAndBooks world = open()) {
            ShopOrder order = ordered(world, NewLine.of("MUG", 2, "20.00"));
            world.netSuite.clerk().changeQuantity(booked(world, order), 1, new BigDecimal("3"));
            boolean[] done = new boolean[1];
            world.shop.faults().next(1, Fault.RESET, request -> {
                if (!done[0] && request.text().contains("OrderEditBegin")) {
                    done[0] = true;
                    world.shop.orders().edit(order, order.lines().get(0), 5);
                }
                return false;
            });
            runs(world, 4);
            assertThat(done[0]).isTrue();
            assertThat(units(order, "MUG")).isEqualTo(5);
            assertThat(world.shop.journal().count("orderEditCommit")).isZero();
            assertThat(world.parked()).isNotEmpty();
        }
    }
}
