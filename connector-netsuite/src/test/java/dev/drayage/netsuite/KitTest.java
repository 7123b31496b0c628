package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A kit is one line of its order and leaves as a whole; NetSuite adds what is in it. */
class KitTest extends FulfillmentBooks {
    private static final SalesOrder PAIRS = SampleOrders.order(TestBooks.SHOP, "222-2", TestBooks.START)
            .lines(List.of(
                    SampleOrders.line("L1", "MUG-PAIR", 2, "50.00"), SampleOrders.line("L2", "TEE-BLACK", 1, "10.00")))
            .charges(List.of())
            .total(SampleOrders.line("x", "x", 1, "60.00").amount())
            .build();

    private StoredRecord pairs() {
        return books.netSuite
                .recordByExternalId("salesOrder", "AMAZON-A1EX-na-SO-222-2")
                .orElseThrow();
    }

    @Test
    void a_kit_is_booked_at_the_channels_price_and_all_that_is_in_it_leaves() {
        reopen(TestBooks.open(
                account -> account.seed(Seed.kit(120, "MUG-PAIR", new BigDecimal("80.00"), List.of(98L, 99L)))));
        assertThat(books.write(RecordType.SALES_ORDER, PAIRS)).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(pairs().total())
                .hasValueSatisfying(total -> assertThat(total).isEqualByComparingTo("60.00"));

        EffectOutcome other =
                write(Shipments.of("S1", "222-2", Shipments.units("L2", 1)).build());
        assertThat(stored(ref(other)).path("item").path("items")).hasSize(1);

        EffectOutcome left =
                write(Shipments.of("S2", "222-2", Shipments.units("L1", 2)).build());
        JsonNode lines = stored(ref(left)).path("item").path("items");
        assertThat(lines.findValuesAsText("kitMemberOf")).hasSize(2);
        assertThat(lines.findValuesAsText("quantity")).containsExactly("2", "2", "2");
        assertThat(pairs().status()).isEqualTo("F");
    }
}
