package dev.drayage.threepl.internal.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.mapping.ValueMap;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.threepl.internal.terms.Purpose;
import dev.drayage.threepl.internal.x12.read.Document;
import dev.drayage.threepl.internal.x12.write.CarrierInformation;
import dev.drayage.threepl.internal.x12.write.ControlNumbers;
import dev.drayage.threepl.internal.x12.write.ShippingOrderWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippingOrderWriterTest {
    private static final Instant AT = Instant.parse("2026-09-01T15:15:00Z");
    private static final ControlNumbers NUMBERS = new ControlNumbers(101, 101, 1);
    private static final ValueMap METHODS = ValueMap.of("ship methods", Map.of("UPS® Ground", "PP:U:UPSN:UPS Ground"));

    @TempDir
    Path folder = Path.of("");

    @Test
    void an_order_says_what_the_reference_document_says() throws IOException {
        List<String> reference = Files.readAllLines(Samples.own("940-order.edi"));

        List<String> written = write(order().build()).lines().toList();

        // Not ours to say: dates after which to cancel, bar codes and weights, of which a warehouse order knows
        // nothing.
        List<String> expected = reference.stream()
                .filter(segment -> !segment.startsWith("G62*01"))
                .map(segment -> segment.startsWith("W01") ? segment.replaceFirst("\\*UP\\*[0-9]+", "") : segment)
                .map(segment -> segment.startsWith("W76") ? "W76*20~" : segment)
                .map(segment -> segment.startsWith("SE*") ? "SE*25*0001~" : segment)
                .toList();
        assertThat(written).isEqualTo(expected);
        assertThat(written.get(0)).hasSize(106);
    }

    @Test
    void what_is_written_can_be_read() throws IOException {
        Path file = Samples.file(folder, write(order().build()));
        assertThat(Samples.documents(Samples.warehouse().build(), file))
                .singleElement()
                .isInstanceOf(Document.Untranslated.class);
    }

    @Test
    void only_open_units_are_ordered() {
        String text = write(order().lines(List.of(
                        line("1", "TEE-BLK-M", "10")
                                .shipped(new BigDecimal("7"))
                                .build(),
                        line("2", "MUG-11OZ", "4").closed(true).build()))
                .build());
        assertThat(text)
                .contains("W01*3*EA**SK*TEE-BLK-M~")
                .doesNotContain("MUG")
                .contains("W76*3~");
    }

    @Test
    void a_ship_method_without_an_entry_is_refused() {
        assertThatThrownBy(() -> write(order().shipMethod("Carrier pigeon").build()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALUE_UNMAPPED))
                .hasMessageContaining("Carrier pigeon");
    }

    @Test
    void a_delimiter_in_a_sku_is_refused_and_in_a_note_becomes_a_blank() {
        assertThatThrownBy(() ->
                        write(order().lines(List.of(line("1", "TEE*BLK", "1").build()))
                                .build()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("TEE*BLK");
        assertThat(write(order().instructions("fragile*top~side").build())).contains("NTE*WHI*FRAGILE TOP SIDE~");
    }

    @Test
    void accents_are_written_without_and_other_scripts_are_refused_without_naming_the_buyer() {
        assertThat(write(order().shipTo(address().name("José Müller-Ångström ß").build())
                        .build()))
                .contains("N1*ST*JOSE MULLER-ANGSTROM SS~");
        assertThatThrownBy(() ->
                        write(order().shipTo(address().name("王小明").build()).build()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("ship-to name")
                .hasMessageNotContaining("王");
    }

    @Test
    void lower_case_skus_need_the_partners_consent() {
        WarehouseOrder order =
                order().lines(List.of(line("1", "tee-blk-m", "1").build())).build();
        assertThatThrownBy(() -> write(order)).isInstanceOf(RefusedException.class);
        PartnerProfile profile = Samples.brand()
                .output(new OutputStyle('|', '^', '\'', OutputStyle.LineEnd.NONE, true, true))
                .build();
        assertThat(new ShippingOrderWriter(profile, CarrierInformation.by(METHODS, Optional.empty()))
                        .write(order, Purpose.ORIGINAL, NUMBERS, AT))
                .contains("W01|1|EA||SK|tee-blk-m'")
                .startsWith("ISA|")
                .doesNotContain("\n");
    }

    @Test
    void a_cancellation_names_the_order_and_none_of_its_lines() {
        assertThat(writer(Samples.brand().build()).write(order().build(), Purpose.CANCELLATION, NUMBERS, AT))
                .contains("W05*F*SO100234*PO-77812~")
                .doesNotContain("W01")
                .contains("W76*0~");
    }

    @Test
    void a_long_name_and_a_spelt_out_region_find_their_places() {
        String text = write(order().shipTo(address()
                        .name("A".repeat(40) + " " + "B".repeat(40))
                        .region("New South Wales")
                        .build())
                .build());
        assertThat(text)
                .contains("N1*ST*" + "A".repeat(40) + "~")
                .contains("N2*" + "B".repeat(40) + "~")
                .contains("N4*AUSTIN**78701*US*SP*NEW SOUTH WALES~");
    }

    static WarehouseOrder.Builder order() {
        WarehouseOrder.Builder builder = WarehouseOrder.builder();
        builder.ref(RecordRef.of(new AccountId("netsuite", "1234567"), RecordType.WAREHOUSE_ORDER, "77"))
                .addOrderReferences(
                        new OrderReference(OrderReference.Kind.ERP_NUMBER, "SO100234"),
                        new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, "WEB-55821"))
                .number("SO100234")
                .released(true)
                .placedAt(AT)
                .shipOn(LocalDate.of(2026, 9, 2))
                .shipTo(address().build())
                .email("jane@example.com")
                .purchaseOrder("PO-77812")
                .shipMethod("UPS® Ground")
                .instructions("Leave at front door")
                .addLines(
                        line("1", "TEE-BLK-M", "10").title("Black tee medium").build(),
                        line("2", "MUG-11OZ", "4").title("Ceramic mug 11oz").build(),
                        line("3", "VITC-500", "6").title("Vitamin C 500mg").build());
        return builder;
    }

    static Address.Builder address() {
        Address.Builder builder = Address.builder();
        builder.name("Jane Doe")
                .lines(Arrays.asList("123 Main Street", "Apt 4B"))
                .city("Austin")
                .region("TX")
                .postalCode("78701")
                .countryCode("US")
                .phone("5125551234");
        return builder;
    }

    static WarehouseOrderLine.Builder line(String id, String sku, String quantity) {
        WarehouseOrderLine.Builder builder = WarehouseOrderLine.builder();
        builder.line(LineReference.erp(id)).sku(sku).quantity(new BigDecimal(quantity));
        return builder;
    }

    private static String write(WarehouseOrder order) {
        return writer(Samples.brand().build()).write(order, Purpose.ORIGINAL, NUMBERS, AT);
    }

    private static ShippingOrderWriter writer(PartnerProfile profile) {
        return new ShippingOrderWriter(profile, CarrierInformation.by(METHODS, Optional.empty()));
    }
}
