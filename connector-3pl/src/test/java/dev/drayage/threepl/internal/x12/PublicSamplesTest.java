package dev.drayage.threepl.internal.x12;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.Verdict;
import dev.drayage.threepl.internal.x12.read.Document;
import dev.drayage.threepl.internal.x12.read.GroupResult;
import dev.drayage.threepl.internal.x12.read.Inspection;
import dev.drayage.threepl.internal.x12.write.AcknowledgementWriter;
import dev.drayage.threepl.internal.x12.write.ControlNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that others have published, as sloppy as they are. */
class PublicSamplesTest {
    private static final PartnerProfile MILLS = profile("08", "925119TEST", "6125404455", "ZZ", "TESTTPLEDI");

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_good_order_of_another_firm_is_well_formed() throws IOException {
        PartnerProfile bigetp = profile("01", "BIGETP", "053980000", "01", "035230000", "035230000");
        assertThat(Samples.documents(bigetp, Samples.foreign("940-babelway-new.edi")))
                .singleElement()
                .isInstanceOf(Document.Untranslated.class);
    }

    @Test
    void a_line_break_within_a_segment_spoils_its_set_unless_it_is_borne() throws IOException {
        Path file = Samples.foreign("940-generalmills-new.edi");

        assertThat(Samples.documents(MILLS, file))
                .singleElement()
                .isInstanceOfSatisfying(
                        Document.Faulty.class,
                        faulty -> assertThat(faulty.faults()).first().satisfies(fault -> {
                            assertThat(fault.spot().segment()).isEqualTo("W01");
                            assertThat(fault.spot().position()).isEqualTo(16);
                            assertThat(fault.message()).contains("line break");
                        }));

        PartnerProfile bearing =
                profile("08", "925119TEST", "6125404455", "ZZ", "TESTTPLEDI", "TESTTPLEDI", Leniency.WRAPPED_TEXT);
        Inspection inspection = Samples.reader(bearing).inspect(file);
        assertThat(inspection)
                .isInstanceOfSatisfying(
                        Inspection.Judged.class,
                        judged -> assertThat(judged.findings())
                                .extracting(Finding::borne)
                                .containsExactly(Leniency.WRAPPED_TEXT));
    }

    @Test
    void control_numbers_that_differ_refuse_the_file_and_reject_its_group() throws IOException {
        PartnerProfile bread = profile(
                "ZZ",
                "ABCDEFGHIJKLMNO",
                "7705551212",
                "ZZ",
                "123456789012345",
                "3111350000",
                Leniency.INTERCHANGE_VERSION);
        Inspection inspection = Samples.reader(bread).inspect(Samples.foreign("940-1edisource-new.edi"));

        Inspection.Refused refused = refused(inspection);
        assertThat(refused.faults())
                .extracting(fault -> fault.spot().segment() + " " + fault.spot().element() + " " + fault.error())
                .containsExactly("GE 2 GROUP_CONTROL_NUMBER", "IEA 2 INTERCHANGE");
        GroupResult group = refused.groups().get(0);
        FunctionalAcknowledgement answer = group.acknowledgement();
        assertThat(answer.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(answer.errors()).containsExactly("4");
        assertThat(written(bread, answer)).contains("AK1*OW*3317~").contains("AK9*R*1*1*0*4~");
    }

    @Test
    void control_numbers_that_differ_are_findings_where_the_profile_bears_them() throws IOException {
        PartnerProfile bread = profile(
                "ZZ",
                "ABCDEFGHIJKLMNO",
                "7705551212",
                "ZZ",
                "123456789012345",
                "3111350000",
                Leniency.INTERCHANGE_VERSION,
                Leniency.CONTROL_NUMBERS);
        Inspection inspection = Samples.reader(bread).inspect(Samples.foreign("940-1edisource-new.edi"));
        assertThat(inspection)
                .isInstanceOfSatisfying(
                        Inspection.Judged.class,
                        judged -> assertThat(judged.findings())
                                .extracting(Finding::borne)
                                .containsExactly(
                                        Leniency.INTERCHANGE_VERSION,
                                        Leniency.CONTROL_NUMBERS,
                                        Leniency.CONTROL_NUMBERS));
    }

    @Test
    void a_header_without_its_last_element_is_no_header() throws IOException {
        for (String name : List.of("940-generalmills-change.edi", "940-generalmills-delete.edi")) {
            Inspection.Refused refused = refused(Samples.reader(MILLS).inspect(Samples.foreign(name)));
            assertThat(refused.faults().get(0).spot().segment()).isEqualTo("ISA");
            assertThat(refused.faults().get(0).message()).contains("106 characters");
            assertThat(refused.groups()).isEmpty();
        }
    }

    @Test
    void sets_without_an_envelope_are_refused_at_their_first_segment() throws IOException {
        for (String name :
                List.of("945-simplot-st-se-only.edi", "997-st-se-accepted.edi", "997-st-se-two-transactions.edi")) {
            Inspection.Refused refused =
                    refused(Samples.reader(Samples.brand().build()).inspect(Samples.foreign(name)));
            assertThat(refused.faults().get(0).spot().segment()).isEqualTo("ST");
            assertThat(refused.faults().get(0).spot().line()).isEqualTo(1);
            assertThat(refused.faults().get(0).message()).contains("must begin with ISA");
        }
    }

    @Test
    void wrapped_text_is_told_as_such() throws IOException {
        Inspection.Refused refused =
                refused(Samples.reader(MILLS).inspect(Samples.foreign("staedi-210-80-column-wrapped.edi")));
        assertThat(refused.faults().get(0).message()).contains("wrapped");
    }

    @Test
    void another_version_is_refused_and_its_group_rejected() throws IOException {
        PartnerProfile sender = profile("ZZ", "ReceiverID", "ReceiverDept", "ZZ", "Sender", "SenderDept");
        for (String name : List.of("staedi-simple997.edi", "staedi-invalid997.edi", "staedi-empty997.edi")) {
            Inspection.Refused refused = refused(Samples.reader(sender).inspect(Samples.foreign(name)));
            assertThat(refused.faults())
                    .extracting(fault -> fault.spot().segment() + fault.spot().element())
                    .contains("GS8");
            assertThat(refused.groups().get(0).wantsAcknowledgement()).isFalse();
        }
    }

    @Test
    void documents_for_other_partners_or_of_other_kinds_are_not_read() throws IOException {
        for (String name : List.of("850-004010.edi", "856-004060.edi")) {
            assertThat(Samples.reader(Samples.brand().build()).inspect(Samples.foreign(name)))
                    .isNotInstanceOf(Inspection.Judged.class);
        }
    }

    @Test
    void a_bare_shipping_advice_in_a_proper_envelope_is_rejected_segment_by_segment() throws IOException {
        String set = Files.readString(Samples.foreign("945-simplot-st-se-only.edi"));
        String envelope = Files.readString(Samples.own("945-partial-two-cartons.edi"));
        Path file = Samples.file(
                folder,
                envelope.substring(0, envelope.indexOf("ST*")) + set + envelope.substring(envelope.indexOf("GE*")));

        PartnerProfile brand = Samples.brand().build();
        Inspection.Judged judged = (Inspection.Judged) Samples.reader(brand).inspect(file);

        assertThat(judged.groups().get(0).sets().get(0).faults())
                .anySatisfy(fault -> assertThat(fault.describe())
                        .contains("945 0001")
                        .contains("W12 at position 12")
                        .contains("element 7 (data element 235)"));
        assertThat(written(brand, judged.groups().get(0).acknowledgement()))
                .contains("AK2*945*0001~\nAK3*W06*2**8~")
                .contains("AK3*W12*12**8~\nAK4*7*235*5~")
                .contains("AK5*R*4*5~")
                .contains("AK9*R*1*1*0~");
    }

    private String written(PartnerProfile profile, FunctionalAcknowledgement answer) throws IOException {
        String text = new AcknowledgementWriter(profile)
                .write(answer, new ControlNumbers(7, 8, 9), Instant.parse("2026-09-02T18:00:00Z"));
        PartnerProfile other = PartnerProfile.builder()
                .us(profile.warehouse())
                .warehouse(profile.us())
                .test(profile.test())
                .zone(profile.zone())
                .build();
        assertThat(Samples.documents(other, Samples.file(folder, text)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Document.Acknowledged.class,
                        read -> assertThat(read.acknowledgement()).isEqualTo(answer));
        return text;
    }

    private static Inspection.Refused refused(Inspection inspection) {
        assertThat(inspection).isInstanceOf(Inspection.Refused.class);
        return (Inspection.Refused) inspection;
    }

    private static PartnerProfile profile(
            String theirQualifier, String them, String theirGroup, String ourQualifier, String us) {
        return profile(theirQualifier, them, theirGroup, ourQualifier, us, us);
    }

    private static PartnerProfile profile(
            String theirQualifier,
            String them,
            String theirGroup,
            String ourQualifier,
            String us,
            String ourGroup,
            Leniency... leniencies) {
        return PartnerProfile.builder()
                .us(new TradingParty(ourQualifier, us, ourGroup))
                .warehouse(new TradingParty(theirQualifier, them, theirGroup))
                .zone(Samples.CHICAGO)
                .addLeniencies(leniencies)
                .build();
    }
}
