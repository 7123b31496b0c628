package dev.drayage.threepl.internal.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.threepl.internal.x12.read.Document;
import dev.drayage.threepl.internal.x12.read.DocumentCursor;
import dev.drayage.threepl.internal.x12.read.Inspection;
import dev.drayage.threepl.internal.x12.read.InterchangeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken as a file from the warehouse, and what is not. */
class InterchangeReaderTest {
    private static final PartnerProfile PROFILE = Samples.brand().build();
    private static final String SET =
            "W06*F*SO100234*20260902*SHP1~W27*U*UPSN~LX*1~W12*CC*4*4*0*EA**SK*MUG-11OZ~N9*LI*2~W03*4";
    private static final String FILE = Envelopes.of("SW", "945", SET);

    @TempDir
    Path folder = Path.of("");

    @Test
    void several_interchanges_with_other_delimiters_and_line_ends_may_share_a_file() throws IOException {
        String second = Envelopes.of(2, "SW", "945", SET).replace('*', '|').replace("~\n", "\r\n");
        assertThat(Samples.documents(PROFILE, file("\u00EF\u00BB\u00BF\r\n\n" + FILE + "\n\n" + second + "\r\n \n")))
                .hasSize(2)
                .allSatisfy(document -> assertThat(document).isInstanceOf(Document.Told.class));
    }

    @Test
    void a_name_that_begins_like_an_envelope_is_a_name() throws IOException {
        assertThat(Samples.documents(
                        PROFILE, file(Envelopes.of("SW", "945", SET.replace("~W27", "~N1*ST*ISA IEA SE~W27")))))
                .singleElement()
                .isInstanceOf(Document.Told.class);
    }

    @Test
    void files_for_others_or_of_the_other_mark_are_refused() throws IOException {
        refused(
                FILE.replace("*NORTHWH3PL     *", "*SOUTHWH3PL     *"),
                "ISA, element 6",
                "x12.them says ZZ:NORTHWH3PL, the file is from ZZ:SOUTHWH3PL");
        refused(
                FILE.replace("*ACMEBRAND      *", "*OTHERBRAND     *"),
                "ISA, element 8",
                "x12.us says ZZ:ACMEBRAND, the file is for ZZ:OTHERBRAND");
        refused(FILE.replace("*0*T*>", "*0*P*>"), "ISA, element 15", "x12.test says true");
        refused(FILE.replace("004010~", "005010~"), "GS, element 8", "004010");
        refused(FILE + FILE, "ISA", "stands in the file twice");
        refused("SHIPMENTS OF TODAY", "", "must begin with ISA");
    }

    @Test
    void a_set_that_is_not_taken_is_a_fault_of_its_own() throws IOException {
        assertThat(Samples.documents(PROFILE, file(Envelopes.of("RE", "944", "W17*F*20260905*RCV1"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Document.Faulty.class,
                        faulty -> assertThat(faulty.faults().get(0).error()).isEqualTo(X12Error.SET_NOT_SUPPORTED));
    }

    @Test
    void sloppy_ways_are_borne_one_by_one_and_never_silently() throws IOException {
        borne(Leniency.UNPADDED_HEADER, FILE.replaceAll(" +\\*", "*"));
        borne(Leniency.FINAL_TERMINATOR, FILE.substring(0, FILE.length() - 2));
        borne(Leniency.WRAPPED_TEXT, FILE.replace("\n", "").replaceAll("(.{80})", "$1\n"));
        borne(
                Leniency.FOREIGN_CHARACTERS,
                FILE.replace("~\nW27", "~\nN1*ST*JOS\u00C9~\nW27").replace("SE*8", "SE*9"));
        borne(Leniency.ENVELOPE_COUNTS, FILE.replace("GE*1*", "GE*2*"));
        borne(Leniency.CONTROL_NUMBERS, FILE.replace("IEA*1*000000001", "IEA*1*000000002"));
        borne(Leniency.INTERCHANGE_VERSION, FILE.replace("*00401*", "*00400*"));
    }

    @Test
    void a_text_without_its_last_terminator_is_incomplete_as_long_as_its_number_is() throws IOException {
        PartnerProfile bearing =
                Samples.brand().addLeniencies(Leniency.FINAL_TERMINATOR).build();
        assertThat(Samples.reader(bearing).inspect(file(FILE.substring(0, FILE.length() - 3))))
                .isInstanceOf(Inspection.Incomplete.class);
        assertThat(Samples.reader(PROFILE).inspect(file(""))).isInstanceOf(Inspection.Incomplete.class);
    }

    @Test
    void what_is_larger_than_the_limits_is_refused() throws IOException {
        limited(new ReadLimits(200, 10, 100, 100, 30, 10), FILE, "200 bytes");
        limited(new ReadLimits(9999, 1, 100, 100, 30, 10), Envelopes.of("SW", "945", SET, SET), "more documents");
        limited(new ReadLimits(9999, 9, 5, 100, 30, 10), FILE, "more segments");
        limited(new ReadLimits(9999, 9, 50, 30, 30, 10), FILE.replace("UPSN", "U".repeat(31)), "longer than the limit");
        limited(new ReadLimits(9999, 9, 50, 50, 16, 10), FILE.replace("UPSN", "*".repeat(17)), "longer than the limit");
    }

    @Test
    void a_file_that_changes_between_judgement_and_reading_is_refused() throws IOException {
        Path file = file(FILE);
        InterchangeReader reader = Samples.reader(PROFILE);
        Inspection.Judged judged = (Inspection.Judged) reader.inspect(file);
        Files.writeString(file, FILE.replace("W03*4", "W03*5"));
        try (DocumentCursor cursor = reader.documents(file, judged)) {
            assertThatThrownBy(cursor::next)
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_REFUSED))
                    .hasMessageContaining("changed");
        }
    }

    private void borne(Leniency leniency, String text) throws IOException {
        Inspection strict = Samples.reader(PROFILE).inspect(file(text));
        boolean taken = strict instanceof Inspection.Judged all
                && all.groups().get(0).sets().get(0).faults().isEmpty();
        assertThat(taken).as("%s is borne without being asked for", leniency).isFalse();
        Inspection inspection =
                Samples.reader(Samples.brand().addLeniencies(leniency).build()).inspect(file(text));
        assertThat(inspection).as("%s", leniency).isInstanceOf(Inspection.Judged.class);
        Inspection.Judged judged = (Inspection.Judged) inspection;
        assertThat(judged.findings()).extracting(Finding::borne).containsExactly(leniency);
        assertThat(judged.groups().get(0).sets().get(0).faults()).isEmpty();
        assertThat(Samples.documents(Samples.brand().addLeniencies(leniency).build(), file(text)))
                .singleElement()
                .isInstanceOf(Document.Told.class);
    }

    private void refused(String text, String place, String message) throws IOException {
        assertThat(Samples.reader(PROFILE).inspect(file(text)))
                .isInstanceOfSatisfying(
                        Inspection.Refused.class,
                        refused -> assertThat(refused.faults().get(0).describe())
                                .contains(place)
                                .contains(message));
    }

    private void limited(ReadLimits limits, String text, String message) throws IOException {
        assertThat(Samples.reader(Samples.brand().limits(limits).build()).inspect(file(text)))
                .isInstanceOfSatisfying(
                        Inspection.Refused.class,
                        refused -> assertThat(refused.faults().get(0).message()).contains(message));
    }

    private Path file(String text) throws IOException {
        return Samples.file(folder, text);
    }
}
