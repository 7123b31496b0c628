package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunReport;
import dev.drayage.model.RecordType;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** File systems count the bytes of a name and not its letters. */
class LongNamesTest extends WarehouseWorld {
    @Test
    void a_file_whose_name_is_long_in_bytes_is_put_away_and_keeps_no_other_from_it() throws IOException {
        drop("\u51fa".repeat(80) + ".csv", HEADER + "S1,SO1001,L1,MUG,1,2026-11-20,C1,UPS,T1,0.8\n");
        drop("next.csv", HEADER + "S2,SO1002,L1,MUG,1,2026-11-20,C1,UPS,T2,0.8\n");
        run();
        RunReport report = run();
        assertThat(erp.all(RecordType.ITEM_FULFILLMENT)).hasSize(2);
        assertThat(report.ending()).as(report.message()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(in("inbound")).isEmpty();
        assertThat(in("processed")).hasSize(2);
    }

    @Test
    void a_refused_file_whose_name_is_long_in_bytes_is_put_away_with_its_reasons() throws IOException {
        drop("\u51fa".repeat(80) + ".csv", "no,headings\n");
        run();
        run();
        assertThat(in("inbound")).isEmpty();
        assertThat(in("failed")).hasSize(2);
    }
}
