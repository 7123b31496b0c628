package dev.drayage.threepl.internal.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineRemainder;
import dev.drayage.model.LineRemainder.Fate;
import dev.drayage.model.ShippedPackage;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.Verdict;
import dev.drayage.threepl.internal.x12.read.Document;
import dev.drayage.threepl.internal.x12.read.GroupResult;
import dev.drayage.threepl.internal.x12.read.Inspection;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a shipping advice is understood, rule by rule. */
class AdviceRulesTest {
    private static final String HEAD = "W06*F*SO100234*20260902*SHP1~W27*U*UPSN*UPS GROUND~";
    private static final PartnerProfile PROFILE = Samples.brand().build();

    @TempDir
    Path folder = Path.of("");

    @Test
    void one_line_in_two_cartons_adds_up_and_its_ordered_quantity_does_not() throws IOException {
        ItemFulfillment shipment = shipment(HEAD
                + "LX*1~MAN*GM*C1**CP*T1~W12*CP*10*6*4*EA**SK*TEE-BLK-M~N9*LI*1~"
                + "LX*2~MAN*GM*C2**CP*T2~W12*CP*10*3*7*EA**SK*TEE-BLK-M~N9*LI*1~W03*9");
        assertThat(shipment.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualByComparingTo("9"));
        assertThat(shipment.remainders())
                .extracting(LineRemainder::quantity, LineRemainder::fate)
                .containsExactly(tuple(BigDecimal.ONE, Fate.CANCELLED));
    }

    @Test
    void an_unknown_status_leaves_the_rest_open_and_says_so() throws IOException {
        ItemFulfillment shipment = shipment(HEAD + "LX*1~W12*ZQ*10*6*4*EA**SK*TEE-BLK-M~N9*LI*1~W03*6");
        assertThat(shipment.remainders()).singleElement().satisfies(rest -> {
            assertThat(rest.fate()).isEqualTo(Fate.UNKNOWN);
            assertThat(rest.word()).isEqualTo("ZQ");
        });
    }

    @Test
    void an_advice_of_which_nothing_left_has_neither_lines_nor_parcels() throws IOException {
        ItemFulfillment shipment = shipment(HEAD + "LX*1~W12*BO*10*0*10*EA**SK*TEE-BLK-M~N9*LI*1~W03*0");
        assertThat(shipment.lines()).isEmpty();
        assertThat(shipment.packages()).isEmpty();
        assertThat(shipment.remainders())
                .singleElement()
                .extracting(LineRemainder::fate)
                .isEqualTo(Fate.BACK_ORDERED);
    }

    @Test
    void several_cartons_below_one_counter_are_parcels_of_unknown_contents() throws IOException {
        ItemFulfillment shipment =
                shipment("W06*F*SO100234*20260902*SHP1~N9*CN*PRO1~W27*M*FXFE~LX*1~MAN*GM*C1~MAN*GM*C2**CP*T2~"
                        + "W12*CC*10*10*0*EA**SK*TEE-BLK-M~N9*LI*1~W03*10");
        assertThat(shipment.packages())
                .extracting(ShippedPackage::reference, ShippedPackage::trackingNumbers)
                .containsExactly(tuple("C1", List.of()), tuple("C2", List.of("T2")));
        assertThat(shipment.packages())
                .allSatisfy(parcel -> assertThat(parcel.contents()).isEmpty());
    }

    @Test
    void a_carton_without_its_own_tracking_travels_under_the_shipments() throws IOException {
        ItemFulfillment shipment = shipment("W06*F*SO100234*20260902*SHP1~N9*2I*MASTER~W27*U*UPSN~LX*1~MAN*GM*C1~"
                + "W12*CC*10*10*0*EA**SK*TEE-BLK-M~N9*LI*1~W03*10");
        assertThat(shipment.packages()).singleElement().satisfies(parcel -> {
            assertThat(parcel.reference()).isEqualTo("C1");
            assertThat(parcel.trackingNumbers()).containsExactly("MASTER");
        });
    }

    @Test
    void what_contradicts_itself_is_a_fault_with_its_place() throws IOException {
        String line = "LX*1~W12*CC*10*10*0*EA**SK*TEE-BLK-M~N9*LI*1~";
        fault(HEAD + line + "W03*11", "W03 at position 7, element 1 (data element 382)", "the total says 11");
        fault(HEAD + line.replace("*10*0*", "*9*2*") + "W03*9", "W12 at position 5, element 4", "do not differ by 2");
        fault(HEAD + line.replace("*10*0*", "*1E1*0*") + "W03*10", "W12 at position 5, element 3", "1E1");
        fault(HEAD + line.replace("*10*10*0", "*10*-10*20") + "W03*10", "W12 at position 5, element 3", "-10");
        fault(HEAD + line.replace("*EA*", "*CA*") + "W03*10", "element 5 (data element 355)", "CA");
        fault(HEAD + line.replace("*LI*1", "*LI*4") + "W03*10", "W12 at position 5", "without a line 4");
        fault(HEAD + line.replace("*LI*1", "*LI*2") + "W03*10", "W12 at position 5", "sent with SKU MUG-11OZ");
        fault(HEAD + line.replace("N9*LI*1~", "") + "W03*10", "W12 at position 5", "0 line ids");
        fault(
                HEAD + line.replace("TEE-BLK-M~", "TEE-BLK-M********012345678905*SK*TEE-RED-M~") + "W03*10",
                "W12 at position 5, element 16",
                "TEE-BLK-M in place of TEE-RED-M");
        fault(HEAD + line + "W03*10*3*ST", "W03 at position 7, element 3", "neither LB nor KG");
        fault(
                HEAD + line.replace("N9*LI*1", "N9*LI*1~N9*LT*L1~N9*LT*L2") + "W03*10",
                "W12 at position 5",
                "more than one lot");
        fault(
                HEAD + line.replace("N9*LI*1", "N9*LI*1~N9*SE*S1~N9*SE*S1") + "W03*10",
                "W12 at position 5",
                "serial number S1 left twice");
        fault(
                HEAD + line + "W12*CC*11*1*10*EA**SK*TEE-BLK-M~N9*LI*1~W03*11",
                "W12 at position 7, element 2",
                "ordered in two quantities");
        fault(HEAD.replace("*F*", "*X*") + line + "W03*10", "W06 at position 2, element 1", "reporting code X");
        fault(HEAD.replace("20260902", "20260931") + line + "W03*10", "W06 at position 2, element 3", "no date");
        fault(
                HEAD + line.replace("N9*LI*1", "N9*LI*1~XX*1") + "W03*10",
                "XX at position 7",
                "does not belong to this set");
    }

    @Test
    void a_buyers_data_is_not_in_messages() throws IOException {
        Document.Faulty faulty = faulty(
                PROFILE,
                "W06*F*SO100234*20260902*SHP1~N1*ST*" + "JANE DOE ".repeat(8) + "~N4*AUSTIN*TEXAS~W27*U*UPSN~W03*0");
        assertThat(faulty.faults())
                .hasSize(2)
                .allSatisfy(fault ->
                        assertThat(fault.toString()).doesNotContain("JANE").doesNotContain("TEXAS"));
        assertThat(faulty.subject()).isPresent();
    }

    @Test
    void exceptions_only_means_that_the_rest_left_as_it_was_sent_where_the_profile_says_so() throws IOException {
        PartnerProfile profile = Samples.brand()
                .addLeniencies(Leniency.UNLISTED_LINES_AS_ORDERED)
                .build();
        ItemFulfillment shipment =
                shipment(profile, HEAD.replace("*F*", "*X*") + "LX*1~W12*CU*10*7*3*EA**SK*TEE-BLK-M~N9*LI*1~W03*17");
        assertThat(shipment.lines())
                .extracting(line -> line.sku() + " " + line.quantity())
                .containsExactly("TEE-BLK-M 7", "MUG-11OZ 4", "VITC-500 6");
    }

    @Test
    void without_line_ids_a_line_is_known_by_its_sku_if_the_order_is_known() throws IOException {
        PartnerProfile profile = Samples.brand()
                .shipments(
                        AdviceHabits.builder().lineIdQualifier(Optional.empty()).build())
                .build();
        String lines = "LX*1~W12*CC*4*4*0*EA**SK*MUG-11OZ~W03*4";
        assertThat(shipment(profile, HEAD + lines).lines().get(0).line().value())
                .isEqualTo("2");
        assertThat(faulty(profile, HEAD.replace("SO100234", "SO9") + lines)
                        .faults()
                        .get(0)
                        .message())
                .contains("order SO9 was not sent from here");
    }

    @Test
    void a_wrong_total_is_a_finding_where_the_profile_bears_it_and_accepted_with_errors() throws IOException {
        PartnerProfile profile =
                Samples.brand().addLeniencies(Leniency.SHIPMENT_TOTAL).build();
        Path file = Samples.file(
                folder, Envelopes.of("SW", "945", HEAD + "LX*1~W12*CC*4*4*0*EA**SK*MUG-11OZ~N9*LI*2~W03*5"));
        Inspection.Judged judged = (Inspection.Judged) Samples.reader(profile).inspect(file);
        GroupResult group = judged.groups().get(0);
        assertThat(group.sets().get(0).findings()).extracting(Finding::borne).containsExactly(Leniency.SHIPMENT_TOTAL);
        assertThat(group.acknowledgement().verdict()).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
    }

    @Test
    void a_bad_advice_does_not_block_its_neighbours_and_the_group_is_accepted_in_part() throws IOException {
        String good = HEAD + "LX*1~W12*CC*4*4*0*EA**SK*MUG-11OZ~N9*LI*2~W03*4";
        Path file = Samples.file(folder, Envelopes.of("SW", "945", good, good.replace("W03*4", "W03*5"), good));
        assertThat(Samples.documents(PROFILE, file))
                .extracting(document -> document.getClass().getSimpleName() + " "
                        + document.set().control())
                .containsExactly("Told 0001", "Faulty 0002", "Told 0003");
        Inspection.Judged judged = (Inspection.Judged) Samples.reader(PROFILE).inspect(file);
        FunctionalAcknowledgement answer = judged.groups().get(0).acknowledgement();
        assertThat(answer.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(answer.counts()).isEqualTo(new FunctionalAcknowledgement.Counts(3, 3, 2));
    }

    private void fault(String set, String place, String message) throws IOException {
        assertThat(faulty(PROFILE, set).faults().get(0).describe())
                .contains("945 0001")
                .contains(place)
                .contains(message);
    }

    private Document.Faulty faulty(PartnerProfile profile, String set) throws IOException {
        List<Document> documents = Samples.documents(profile, Samples.file(folder, Envelopes.of("SW", "945", set)));
        assertThat(documents).singleElement().isInstanceOf(Document.Faulty.class);
        return (Document.Faulty) documents.get(0);
    }

    private ItemFulfillment shipment(String set) throws IOException {
        return shipment(PROFILE, set);
    }

    private ItemFulfillment shipment(PartnerProfile profile, String set) throws IOException {
        List<Document> documents = Samples.documents(profile, Samples.file(folder, Envelopes.of("SW", "945", set)));
        assertThat(documents).singleElement().isInstanceOf(Document.Told.class);
        return (ItemFulfillment) ((Document.Told) documents.get(0)).record();
    }
}
