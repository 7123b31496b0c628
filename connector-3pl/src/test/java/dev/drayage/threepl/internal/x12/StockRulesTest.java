package dev.drayage.threepl.internal.x12;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.InventoryLevel;
import dev.drayage.threepl.StockLots;
import dev.drayage.threepl.internal.x12.StockHabits.Counts;
import dev.drayage.threepl.internal.x12.read.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a stock advice is understood, rule by rule. */
class StockRulesTest {
    private static final PartnerProfile PROFILE = Samples.brand().build();
    private static final String HEAD = "BIA*00*DD*INV1*20260902*0600~N1*WH**91*NORTH01~";
    private static final String LOTS =
            "LIN*1*SK*A*LT*L1~QTY*17*5*EA~QTY*33*4*EA~LIN*2*SK*A*LT*L2~QTY*17*6*EA~QTY*33*6*EA~";

    @TempDir
    Path folder = Path.of("");

    @Test
    void lots_are_apart_or_summed() throws IOException {
        assertThat(said(PROFILE, HEAD + LOTS + "CTT*2")).containsExactly("NORTH01/A/L1 5 4", "NORTH01/A/L2 6 6");
        PartnerProfile summing = Samples.brand()
                .stock(StockHabits.builder().lots(StockLots.SUMMED).build())
                .build();
        assertThat(said(summing, HEAD + LOTS + "CTT*2")).containsExactly("NORTH01/A 11 10");
    }

    @Test
    void a_quantity_may_be_ignored_but_not_unknown() throws IOException {
        String set = HEAD + "LIN*1*SK*A~QTY*17*5*EA~QTY*OQ*9*EA~CTT*1";
        fault(set, "QTY at position 6, element 1 (data element 673)", "quantity OQ of SKU A");
        PartnerProfile ignoring = Samples.brand()
                .stock(StockHabits.builder()
                        .quantities(Map.of("17", Counts.ON_HAND, "OQ", Counts.IGNORED))
                        .build())
                .build();
        assertThat(said(ignoring, set)).containsExactly("NORTH01/A 5 -");
    }

    @Test
    void what_no_total_covers_shows_by_its_place() throws IOException {
        String items = "LIN*1*SK*A~QTY*17*5*EA~QTY*33*4*EA~LIN*2*SK*B~QTY*17*6*EA~QTY*33*6*EA~";
        fault(HEAD + items + "CTT*3", "CTT at position 10, element 1", "3 items and there are 2");
        fault(
                HEAD + items.replace("LIN*2*SK*B", "LIN*2*SK*A") + "CTT*2",
                "LIN at position 7",
                "SKU A stands as item 1");
        fault(HEAD + items.replace("LIN*2", "LIN*3") + "CTT*2", "LIN at position 7, element 1", "lost or exchanged");
        fault(HEAD + items.replace("17*6*EA~QTY*33", "33*6*EA~QTY*17") + "CTT*2", "QTY at position 8", "begins with");
        fault(HEAD + items.replace("33*6", "17*6") + "CTT*2", "QTY at position 9", "twice");
        fault(HEAD + items.replace("33*4", "33*9") + "CTT*2", "LIN at position 4", "9 can be promised and 5 are there");
        fault(HEAD + items.replace("17*5*EA", "17*5*CA") + "CTT*2", "QTY at position 5, element 3", "CA");
        fault(HEAD + items.replace("17*5", "17*-5") + "CTT*2", "QTY at position 5, element 2", "-5");
        fault(HEAD + items.replace("SK*B", "ZZ*B") + "CTT*2", "LIN at position 7, element 2", "kind ZZ");
        fault(HEAD.replace("*0600", "") + items + "CTT*2", "BIA at position 2, element 5", "without a time");
        fault(HEAD.replace("BIA*00", "BIA*04") + items + "CTT*2", "BIA at position 2, element 1", "original");
        fault(HEAD.replace("N1*WH**91*NORTH01~", "") + items + "CTT*2", "LIN at position 3", "no warehouse");
        fault(HEAD + items.substring(0, items.length() - 1), "SE at position 10", "CTT");
    }

    private void fault(String set, String place, String message) throws IOException {
        List<Document> documents = Samples.documents(PROFILE, Samples.file(folder, Envelopes.of("IB", "846", set)));
        assertThat(documents)
                .singleElement()
                .isInstanceOfSatisfying(
                        Document.Faulty.class,
                        faulty -> assertThat(faulty.faults().get(0).describe())
                                .contains("846 0001")
                                .contains(place)
                                .contains(message));
    }

    private List<String> said(PartnerProfile profile, String set) throws IOException {
        return Samples.documents(profile, Samples.file(folder, Envelopes.of("IB", "846", set))).stream()
                .map(document -> (InventoryLevel) ((Document.Told) document).record())
                .map(level -> level.ref().id() + " "
                        + level.onHand().map(Object::toString).orElse("-") + " "
                        + level.available().map(Object::toString).orElse("-"))
                .toList();
    }
}
