package dev.drayage.threepl.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.threepl.CsvSettings;
import dev.drayage.threepl.internal.documents.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files with one thing wrong: each is refused, or spoils the records that it touches and says so, or tells exactly what the whole
 * file told. Only whole rows that are missing go unnoticed, and only where there is no trailer.
 */
class CsvMutantsTest {
    private static final int MUTANTS = Integer.getInteger("drayage.mutants", 2_500);
    private static final List<CsvMutation> KINDS = List.of(CsvMutation.values());

    @TempDir
    Path temp;

    private CsvFolder plain;
    private CsvFolder trailed;

    @BeforeEach
    void open() throws IOException {
        plain = new CsvFolder(Files.createDirectories(temp.resolve("plain")));
        trailed = new CsvFolder(Files.createDirectories(temp.resolve("trailed"))).with(CsvSettings.TRAILER, "TRAILER");
    }

    private CsvSpecimen specimen(SplittableRandom chance, boolean stock, boolean trailer) {
        return stock ? CsvSpecimen.stock(chance, trailer) : CsvSpecimen.shipments(chance, trailer);
    }

    @Test
    void mutants() {
        long seed = Long.getLong("drayage.seed", 20261121L);
        Map<CsvMutation, int[]> noticed = new TreeMap<>();
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(30), () -> {
            for (int i = 0; i < MUTANTS; i++) {
                SplittableRandom chance = new SplittableRandom(seed + i);
                boolean stock = chance.nextInt(3) == 0;
                boolean trailer = chance.nextBoolean();
                CsvSpecimen file = specimen(chance, stock, trailer);
                CsvMutation mutation = KINDS.get(i % KINDS.size());
                String mutant = mutation.of(file, chance);
                boolean reported = check(file, mutant, trailer, mutation + " of seed " + (seed + i));
                noticed.computeIfAbsent(mutation, m -> new int[2])[reported ? 1 : 0]++;
            }
        });
        assertThat(noticed).hasSize(KINDS.size());
        noticed.forEach((mutation, counts) -> assertThat(counts[1])
                .as("mutants of %s that were noticed", mutation)
                .isPositive());
    }

    @Test
    void every_cut() {
        for (boolean stock : new boolean[] {false, true}) {
            for (boolean trailer : new boolean[] {false, true}) {
                CsvSpecimen file = specimen(new SplittableRandom(7), stock, trailer);
                String text = file.text();
                for (int cut = 0; cut < text.length(); cut++) {
                    String mutant = text.substring(0, cut);
                    boolean reported = check(file, mutant, trailer, "cut at " + cut);
                    boolean afterRow = mutant.endsWith("\n") || mutant.endsWith("\r");
                    boolean whole =
                            trailer && cut >= text.length() - file.lineEnd().length();
                    assertThat(reported).as("cut at %s", cut).isEqualTo(trailer ? !whole : !afterRow);
                }
            }
        }
    }

    @Test
    void a_row_that_comes_twice_is_noticed_everywhere_and_one_that_is_missing_by_the_trailer() {
        for (boolean stock : new boolean[] {false, true}) {
            for (boolean trailer : new boolean[] {false, true}) {
                CsvSpecimen file = specimen(new SplittableRandom(11), stock, trailer);
                for (int row = 0; row < file.lines().size(); row++) {
                    for (int at = 0; at <= file.lines().size(); at++) {
                        List<String> lines = new ArrayList<>(file.lines());
                        lines.add(at, lines.get(row));
                        assertThat(check(file, file.text(lines), trailer, "row " + row + " again at " + at))
                                .isTrue();
                    }
                    List<String> lines = new ArrayList<>(file.lines());
                    lines.remove(row);
                    boolean reported = check(file, file.text(lines), trailer, "row " + row + " missing");
                    assertThat(reported || !trailer)
                            .as("row %s is missing", row)
                            .isTrue();
                }
            }
        }
    }

    /** Whether something was said of the mutant; fails if something should have been. */
    private boolean check(CsvSpecimen file, String mutant, boolean trailer, String what) {
        CsvFolder folder = trailer ? trailed : plain;
        boolean stock = file.lines().get(0).startsWith("warehouse");
        return stock
                ? check(file, mutant, folder, RecordType.INVENTORY_LEVEL, trailer, what)
                : check(file, mutant, folder, RecordType.ITEM_FULFILLMENT, trailer, what);
    }

    private static <T extends CommerceRecord> boolean check(
            CsvSpecimen file, String mutant, CsvFolder folder, RecordType<T> type, boolean trailer, String what) {
        Map<String, String> truth = file.truth(text -> told(folder.open(text), type));
        assertThat(truth).as("the whole file").isNotEmpty().doesNotContainValue("reported");
        Documents documents = folder.open(mutant);
        if (documents.refusal().isPresent()) {
            assertThat(documents.refusal().get())
                    .as(what)
                    .startsWith("file a.csv")
                    .matches("(?s).*(row [0-9]+|heading|trailer).*");
            return true;
        }
        Map<String, String> told = told(documents, type);
        boolean rowsMayBeMissing = !trailer && isWithoutRows(file, mutant);
        told.forEach((id, content) -> {
            if (!content.equals("reported") && !rowsMayBeMissing) {
                assertThat(content).as("%s: %s in%n%s", what, id, mutant).isEqualTo(truth.get(id));
            }
        });
        if (!rowsMayBeMissing) {
            assertThat(told.keySet()).as("%s: records of%n%s", what, mutant).containsAll(truth.keySet());
        }
        return told.containsValue("reported");
    }

    /** Whether the mutant is the file with rows left out and nothing else changed. */
    private static boolean isWithoutRows(CsvSpecimen file, String mutant) {
        List<String> rest = new ArrayList<>(file.lines());
        return mutant.lines().allMatch(line -> {
                    boolean known = rest.contains(line);
                    rest.remove(line);
                    return known;
                })
                && mutant.matches("(?s).*[\r\n]");
    }

    private static <T extends CommerceRecord> Map<String, String> told(Documents documents, RecordType<T> type) {
        Map<String, String> told = new LinkedHashMap<>();
        for (Change<T> change : CsvFolder.all(documents, type)) {
            String before = told.put(change.ref().id(), content(change));
            assertThat(before).as("records of one name").isNull();
        }
        return told;
    }

    private static String content(Change<?> change) {
        if (change instanceof Change.Present<?> present) {
            CommerceRecord record = present.record();
            return record instanceof ItemFulfillment shipment
                    ? shipment.orderReferences() + " " + lines(shipment) + " " + shipment.remainders()
                    : ((InventoryLevel) record).onHand() + " " + ((InventoryLevel) record).available();
        }
        String message = ((Change.Unreadable<?>) change).message();
        assertThat(message).startsWith("file a.csv, ").containsPattern("row [0-9]+|its rows");
        return "reported";
    }

    /** A mutant inside of a quoted text makes another text of it, which no format can tell. */
    private static List<String> lines(ItemFulfillment shipment) {
        return shipment.lines().stream()
                .map(line -> line.line().value() + "=" + line.quantity())
                .toList();
    }
}
