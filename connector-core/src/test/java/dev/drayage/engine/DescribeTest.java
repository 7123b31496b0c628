package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import org.junit.jupiter.api.Test;

/** What an engine is wired to do, drawn. */
class DescribeTest {
    @Test
    void accounts_stand_in_their_lease_domains_and_syncs_say_what_they_carry() {
        Shop shop = new Shop();
        FakeConnector farShop = new FakeConnector(new FakeWorld(new AccountId("shop", "S2"), shop.time));
        FakeConnector farErp = new FakeConnector(new FakeWorld(new AccountId("erp", "E2"), shop.time));
        String chart = shop.bare()
                .sync(OrderSyncs.orders("orders", shop.shop, shop.erp, shop.options))
                .sync(FulfillmentSyncs.toStorefront(
                        shop.erp,
                        shop.shop,
                        FulfillmentSyncs.ConfirmationOptions.standard().tellingProgress(false)))
                .sync(OrderSyncs.orders("far-orders", farShop, farErp, shop.options))
                .sync(OrderSyncs.orders("orders-back", farErp, farShop, shop.options))
                .build()
                .describe();
        assertThat(chart).isEqualTo("""
                        flowchart LR
                          subgraph d1["lease domain 1"]
                            a1["erp:E1"]
                            a2["shop:S1"]
                          end
                          subgraph d2["lease domain 2"]
                            a3["erp:E2"]
                            a4["shop:S2"]
                          end
                          a2 -->|"orders<br/>salesOrder to cashSale, salesOrder<br/>ORDERS"| a1
                          a1 -->|"storefront-shipments<br/>itemFulfillment to itemFulfillment<br/>FULFILLMENTS"| a2
                          a4 ==>|"far-orders<br/>salesOrder to cashSale, salesOrder<br/>ORDERS, two-way"| a3
                          a3 ==>|"orders-back<br/>salesOrder to cashSale, salesOrder<br/>ORDERS, two-way"| a4
                        """);
    }
}
