package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.model.AccountId;
import dev.drayage.model.LineReference;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.Effect;
import dev.drayage.threepl.internal.csv.CsvOrderFormat;
import dev.drayage.threepl.internal.terms.Purpose;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders as a partner's layout wants them. */
class CsvOrdersTest {
    private WarehouseFilesSettings.Builder settings;

    @BeforeEach
    void settings() {
        settings = WarehouseFilesSettings.builder()
                .warehouse("W1")
                .folder(Path.of("exchange"))
                .zone(ZoneId.of("America/Chicago"))
                .lineReference(LineReference.Kind.ERP_LINE)
                .with(FileWarehouseSettings.SHIP_METHODS, ToldOrders.METHOD + "=GND|UPSN|Ground");
    }

    private static WarehouseOrder order(String method) {
        return ToldOrders.effect(new AccountId("warehouse", "W1"), "SO1", 6, method, Effect.Mode.CREATE_OR_UPDATE)
                .record();
    }

    private String written(Purpose purpose) {
        return new String(
                CsvFormats.orders(settings.build()).write(purpose, order(ToldOrders.METHOD), 1, Instant.EPOCH),
                StandardCharsets.UTF_8);
    }

    @Test
    void columns_stand_in_the_partners_order_under_its_headings() {
        settings.with(
                        CsvDocumentSettings.ORDER_COLUMNS,
                        "order_no=Order,=Reserved,order_date,line_no=Line,sku,qty,uom,addr1,addr2,action")
                .with(FileWarehouseSettings.UNIT, "EA")
                .with(CsvSettings.DELIMITER, ";")
                .with(CsvSettings.DAY_PATTERN, "MM/dd/yyyy")
                .with(CsvDocumentSettings.ORDER_TRAILER, "true");
        assertThat(written(Purpose.ORIGINAL).split("\r\n", -1))
                .containsExactly(
                        "Order;Reserved;order_date;Line;sku;qty;uom;addr1;addr2;action",
                        "SO1;;11/20/2026;1;VIT;6;EA;1 Main St;Apt 4, Rear;N",
                        "SO1;;11/20/2026;2;DRILL;2;EA;1 Main St;Apt 4, Rear;N",
                        "SO1;;11/20/2026;3;TEE;5;EA;1 Main St;Apt 4, Rear;N",
                        "TRAILER;3",
                        "");
        assertThat(written(Purpose.CANCELLATION).split("\r\n", -1)).hasSize(4).contains("TRAILER;1");
    }

    @Test
    void formulas_are_escaped_only_where_that_is_asked_for_and_lines_never_break() {
        assertThat(written(Purpose.ORIGINAL)).contains(",\"=Doe, \"\"Jane\"\"\",", ",Leave it at the door,");
        settings.with(CsvSettings.ESCAPE_FORMULAS, "true");
        assertThat(written(Purpose.ORIGINAL)).contains(",\"'=Doe, \"\"Jane\"\"\",", ",'+1 512 555 0100,");
    }

    @Test
    void a_ship_method_without_a_word_of_the_warehouse_is_refused() {
        CsvOrderFormat format = CsvFormats.orders(settings.build());
        assertThatThrownBy(() -> format.write(Purpose.ORIGINAL, order("Moon Express"), 1, Instant.EPOCH))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALUE_UNMAPPED));
    }

    @Test
    void lines_must_come_back_under_the_name_under_which_they_go() {
        settings.lineReference(LineReference.Kind.CHANNEL_LINE_ID);
        assertThatThrownBy(() -> written(Purpose.ORIGINAL)).hasMessageContaining("set lineReference");
    }

    @Test
    void changes_and_cancellations_are_told_only_to_those_who_take_them() {
        CsvOrderFormat shy = CsvFormats.orders(settings.build());
        assertThat(shy.purposes()).containsExactly(Purpose.ORIGINAL);
        assertThat(shy.acknowledgedWithin()).isEmpty();
        settings.with(FileWarehouseSettings.TAKES_CANCELLATIONS, "true");
        assertThat(CsvFormats.orders(settings.build()).purposes())
                .containsExactlyInAnyOrder(Purpose.ORIGINAL, Purpose.CANCELLATION);
    }
}
