package dev.drayage.testkit.warehouse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the warehouse does not take, and how it says so. */
class RefusalTest {
    @TempDir
    Path root;

    private WarehouseSimulator warehouse;
    private Depositor depositor;

    @BeforeEach
    void open() {
        warehouse = WarehouseSimulator.builder(() -> Instant.parse("2026-09-01T15:00:00Z"), root)
                .stock("TEE", 100)
                .stock("MUG", 100)
                .open();
        depositor = new Depositor(warehouse);
    }

    private void dropEdited(UnaryOperator<String> edit) {
        String text = new String(depositor.order("N", "SO1", "TEE=10", "MUG=4"), ISO_8859_1);
        String edited = edit.apply(text);
        assertThat(edited).isNotEqualTo(text);
        depositor.drop("940.edi", edited.getBytes(ISO_8859_1));
        warehouse.work();
    }

    private void dropBody(List<X12Segment> body) {
        depositor.drop("940.edi", depositor.interchange("OW", "940", body));
        warehouse.work();
    }

    private List<String> answer() {
        assertThat(depositor.documents("997")).hasSize(1);
        return Depositor.lines(depositor.documents("997").get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'*ZZ*NORTHWH3PL     *2' | *ZZ*NORTHWH3PL*2 | is not 106 characters wide",
                "'ISA*00*          *' | 'ISA*00*    *     *' | holds a delimiter",
                "GS*OW*ACMEBRAND*NORTHWH3PL*20260901*1015*1* | GS*OW*ACMEBRAND*NORTHWH3PL*20260901*1015*A* | GS06",
                "ST*940*0001 | ST*940*1 | ST02",
                "IEA*1*000000001 | IEA*1*000000002 | IEA02",
                "IEA*1* | IEA*2* | IEA01",
                "*ACMEBRAND      *ZZ*N | *SOMEBODY       *ZZ*N | not the depositor",
                "*NORTHWH3PL     * | *SOUTHWH3PL     * | not this warehouse",
                "*0*T*> | *0*P*> | ISA15",
                "*U*00401* | *U*00501* | ISA12",
                "GS*OW*ACMEBRAND | GS*OW*SOMEBODY | GS02",
                "IEA*1*000000001~ | IEA*1*000000001 | no terminator",
                "LX*1~ | LX*1~~ | no segment id",
            })
    void an_envelope_that_cannot_be_trusted_is_complained_of(String from, String to, String complaint) {
        dropEdited(text -> text.replace(from, to));

        assertThat(warehouse.complaints()).singleElement().satisfies(c -> {
            assertThat(c.kind()).isEqualTo(Complaint.Kind.BAD_INTERCHANGE);
            assertThat(c.file()).isEqualTo("940.edi");
        });
        assertThat(warehouse.complaints().get(0).text()).contains(complaint);
        assertThat(depositor.names()).isEmpty();
        assertThat(warehouse.orders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GE*1*1,GE*2*1,AK9*R*1*1*0*5",
        "GE*1*1,GE*1*9,AK9*R*1*1*0*4",
        "*X*004010,*X*005010,AK9*R*1*1*0*2",
        "GE*1*1~,'',AK9*R*1*1*0*3",
        "GS*OW,GS*AR,AK9*R*1*1*0*1",
    })
    void a_group_whose_envelope_is_wrong_is_rejected(String from, String to, String ak9) {
        dropEdited(text -> text.replace(from, to));

        assertThat(answer()).endsWith(ak9);
        assertThat(warehouse.orders()).isEmpty();
        assertThat(warehouse.complaints()).extracting(Complaint::kind).contains(Complaint.Kind.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "SE*15*0001,SE*14*0001,AK5*R*4",
        "SE*15*0001,SE*15*0002,AK5*R*3",
        "ST*940*,ST*943*,AK5*R*1",
    })
    void a_set_whose_envelope_is_wrong_is_rejected(String from, String to, String ak5) {
        dropEdited(text -> text.replace(from, to));

        assertThat(answer()).contains(ak5, "AK9*R*1*1*0");
        assertThat(warehouse.orders()).isEmpty();
        assertThat(warehouse.complaints()).extracting(Complaint::kind).containsOnly(Complaint.Kind.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "W01*10*EA,W01*10*EACH,AK3*W01*9**8,AK4*2*355*7*EACH",
        "W01*10*,W01*TEN*,AK3*W01*9**8,AK4*1*330*6*TEN",
        "W01*10*,W01*1.5*,AK3*W01*9**8,AK4*1*330*6*1.5",
        "W01*10*,W01**,AK3*W01*9**8,AK4*1*330*1",
        "W01*10*,W01*0*,AK3*W01*9**8,AK4*1*330*7*0",
        "*SK*TEE,*SK,AK3*W01*9**8,AK4*5*234*2",
        "W05*N,W05*Q,AK3*W05*2**8,AK4*1*473*7*Q",
        "W05*N*SO1,W05*N*,AK3*W05*2**8,AK4*2*285*1",
        "N4*AUSTIN*TX,N4*AUSTIN*TEX,AK3*N4*5**8,AK4*2*156*5*TEX",
        "N1*ST*JANE DOE~,N1*ST~,AK3*N1*3**8,AK4*2*93*2",
        "N9*LI*2,N9*LI*1,AK3*N9*13**8,AK4*2*127*7*1",
        "N9*LI*2,N9*LI*2*A*20260231,AK3*N9*13**8,AK4*4*373*8*20260231",
        "MAIN STREET,MAIN STRE\u00CBT,AK3*N3*4**8,AK4*1*166*6",
        "W76*14,W76*14*1*LB*1*CF*9,AK3*W76*14**8,AK4*6**3*9",
    })
    void an_element_that_is_wrong_is_named(String from, String to, String ak3, String ak4) {
        dropEdited(text -> text.replace(from, to));

        assertThat(answer()).containsSubsequence("AK2*940*0001", ak3, ak4, "AK5*R*5", "AK9*R*1*1*0");
        assertThat(warehouse.orders()).isEmpty();
        assertThat(warehouse.complaints()).extracting(Complaint::kind).containsOnly(Complaint.Kind.REJECTED);
    }

    @Test
    void a_missing_segment_is_named_where_it_should_stand() {
        List<X12Segment> body = new ArrayList<>(Depositor.body("N", "SO1", "TEE=1"));
        body.removeIf(segment -> segment.is("W05"));
        dropBody(body);
        assertThat(answer()).contains("AK3*W05*2**3", "AK5*R*5");
    }

    @Test
    void a_segment_out_of_order_is_named() {
        List<X12Segment> body = new ArrayList<>(Depositor.body("N", "SO1", "TEE=1"));
        body.add(1, X12Segment.of("NTE", "WHI", "TOO EARLY"));
        body.add(2, X12Segment.of("N9", "CO", "1"));
        dropBody(body);
        assertThat(answer()).contains("AK3*N1*5**7", "AK3*N3*6**7", "AK3*N4*7**7", "AK3*N9*8**7", "AK5*R*5");
    }

    @Test
    void segments_that_do_not_belong_or_repeat_are_named() {
        List<X12Segment> body = new ArrayList<>(Depositor.body("N", "SO1", "TEE=1"));
        body.add(1, X12Segment.of("ZZZ", "1"));
        body.add(2, X12Segment.of("W12", "CC"));
        body.add(3, X12Segment.of("W05", "N", "SO2"));
        dropBody(body);
        assertThat(answer()).contains("AK3*ZZZ*3**1", "AK3*W12*4**6", "AK3*W05*5**5");
    }

    @Test
    void an_order_without_lines_or_consignee_is_rejected() {
        List<X12Segment> body = new ArrayList<>(Depositor.body("N", "SO1"));
        body.removeIf(segment -> segment.id().matches("N[134]"));
        dropBody(body);
        assertThat(answer()).contains("AK3*N1*3**3", "AK3*LX*6**3");
    }

    @Test
    void one_bad_set_does_not_take_the_others_with_it() {
        InterchangeWriter writer = new InterchangeWriter(
                new Delimiters('|', '^', '\n', Delimiters.LineEnd.NONE),
                new Partners("ZZ", "ACMEBRAND", "ACMEBRAND", "ZZ", "NORTHWH3PL", "NORTHWH3PL", "T"));
        List<List<X12Segment>> bodies =
                List.of(Depositor.body("N", "SO1", "TEE=X"), Depositor.body("N", "SO2", "TEE=1"));
        depositor.drop(
                "two.edi",
                writer.write(
                                List.of(new InterchangeWriter.GroupToSend("OW", "940", bodies)),
                                LocalDateTime.of(2026, 9, 1, 0, 0))
                        .bytes());
        warehouse.work();

        assertThat(answer()).containsSubsequence("AK2*940*0001", "AK5*R*5", "AK2*940*0002", "AK5*A", "AK9*P*2*2*1");
        assertThat(warehouse.orders()).extracting(ReceivedOrder::orderNumber).containsExactly("SO2");
    }

    @Test
    void untidy_documents_are_taken_and_complained_of() {
        dropEdited(text -> text.replace("N1*ST*JANE DOE~", "N1*ST*JANE DOE**~").replace("W76*14", "W76*15"));

        assertThat(answer()).contains("AK9*A*1*1*1");
        assertThat(warehouse.orders()).hasSize(1);
        assertThat(warehouse.complaints())
                .extracting(Complaint::kind)
                .containsExactly(Complaint.Kind.UNTIDY, Complaint.Kind.WRONG_TOTAL);
    }

    @Test
    void a_warehouse_may_answer_nothing() {
        warehouse = WarehouseSimulator.builder(Instant::now, root)
                .dialect(X12Dialect.builder().acknowledges(false).build())
                .deletesReadFiles()
                .stockOfOtherArticles(5)
                .open();
        depositor.drop("N", "SO1", "TEE=1");
        warehouse.work();
        assertThat(depositor.names()).isEmpty();
        assertThat(warehouse.orders()).hasSize(1);
        assertThat(root.resolve("taken").resolve("940_SO1_1.edi")).doesNotExist();
        assertThat(warehouse.toWarehouse()).isEmptyDirectory();
    }
}
