package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import org.junit.jupiter.api.Test;

/** A push with an override that was refused because the sync is paused. */
class RefusedPushTest {
    @Test
    void G12_a_push_that_was_refused_books_nothing_later_without_its_override() {
        Shop shop = new Shop();
        shop.sink().refuse("A", ErrorCode.VALUE_UNMAPPED);
        shop.place("A");
        shop.run();
        shop.sink().accept("A");
        SyncEngine engine = shop.engine();
        engine.operations("orders", "robin").pause("stocktaking");
        RunReport pushed = engine.operations("orders", "robin")
                .push(
                        shop.ref("A"),
                        record -> SalesOrder.builder()
                                .from((SalesOrder) record)
                                .number("CORRECTED")
                                .build(),
                        "its number is taken");
        assertThat(pushed.ending()).isEqualTo(RunReport.Ending.PAUSED);
        engine.operations("orders", "robin").resume();
        shop.run();
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER))
                .noneMatch(held -> ((SalesOrder) held.record()).number().equals("A"));
    }
}
