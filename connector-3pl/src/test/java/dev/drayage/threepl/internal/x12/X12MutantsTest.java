package dev.drayage.threepl.internal.x12;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ConnectorException;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.ShippedLine;
import dev.drayage.threepl.internal.x12.read.Document;
import dev.drayage.threepl.internal.x12.read.DocumentCursor;
import dev.drayage.threepl.internal.x12.read.Inspection;
import dev.drayage.threepl.internal.x12.read.InterchangeReader;
import dev.drayage.threepl.internal.x12.read.SetHeader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * No damaged file loses a line or changes a quantity unreported: it is incomplete, refused, its set is at fault, or it still
 * says exactly what it said. 2,500 mutants run with each build; more with
 * {@code mvn test -pl connector-core,connector-testkit,connector-3pl -Dtest=X12MutantsTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Ddrayage.mutants=100000}, and the same ones again with {@code -Ddrayage.seed=N}.
 */
class X12MutantsTest {
    private static final int MUTANTS = Integer.getInteger("drayage.mutants", 2500);
    private static final long SEED = Long.getLong("drayage.seed", 20261120L);
    private static final int PER_DOCUMENT = 25;

    /** The documents that a damaged file could have at most: one more per segment that was there. */
    private static final int STEPS = 500;

    @TempDir
    Path folder = Path.of("");

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void no_mutant_loses_a_line_or_changes_a_quantity_unreported() throws IOException {
        System.out.println("X12 mutants: " + MUTANTS + ", seed " + SEED);
        Map<Mutation, Integer> reported = new EnumMap<>(Mutation.class);
        Mutation[] mutations = Mutation.values();
        int made = 0;
        for (long seed = SEED; made < MUTANTS; seed++) {
            Random random = new Random(seed);
            GeneratedDocuments documents = new GeneratedDocuments(random);
            String text = documents.next();
            InterchangeReader reader =
                    new InterchangeReader(Samples.ACCOUNT, Samples.brand().build(), documents);
            Map<String, List<String>> original =
                    said(reader, text, "original of seed " + seed).orElseThrow();
            assertThat(original.values()).doesNotContain(List.of("fault")).isNotEmpty();
            for (int i = 0; i < PER_DOCUMENT && made < MUTANTS; i++) {
                Mutation mutation = mutations[random.nextInt(mutations.length)];
                Optional<String> mutant = mutation.apply(text, random);
                if (mutant.isPresent()) {
                    made++;
                    boolean noticed = check(reader, original, mutant.get(), mutation + " " + i + " of seed " + seed);
                    reported.merge(mutation, noticed ? 1 : 0, Integer::sum);
                }
            }
        }
        assertThat(reported.keySet()).as("each kind of damage was done").contains(mutations);
        assertThat(reported.get(Mutation.SEGMENT_DROPPED)).isPositive();
    }

    @Test
    void a_reference_document_cut_at_any_byte_is_incomplete() throws IOException {
        for (String name : List.of("945-partial-two-cartons.edi", "846-stock-snapshot.edi")) {
            String text = Files.readString(Samples.own(name));
            InterchangeReader reader = Samples.reader(Samples.brand().build());
            int end = text.stripTrailing().length();
            for (int at = 0; at < end; at++) {
                assertThat(reader.inspect(file(text.substring(0, at))))
                        .as("%s cut at %s", name, at)
                        .isInstanceOf(Inspection.Incomplete.class);
            }
            assertThat(reader.inspect(file(text.substring(0, end)))).isInstanceOf(Inspection.Judged.class);
        }
    }

    /** Whether the damage was noticed; fails if it was not and matters. */
    private boolean check(InterchangeReader reader, Map<String, List<String>> original, String mutant, String name)
            throws IOException {
        Optional<Map<String, List<String>>> said;
        try {
            said = said(reader, mutant, name);
        } catch (ConnectorException e) {
            assertThat(e.getMessage()).contains("mutant.edi").contains("line");
            return true;
        }
        if (said.isEmpty()) {
            return true;
        }
        List<List<String>> now = new ArrayList<>(said.get().values());
        List<List<String>> before = new ArrayList<>(original.values());
        assertThat(now).as("%s:%n%s", name, mutant).hasSameSizeAs(before);
        boolean noticed = false;
        for (int i = 0; i < now.size(); i++) {
            boolean fault = now.get(i).equals(List.of("fault"));
            noticed |= fault;
            if (!fault) {
                assertThat(now.get(i)).as("%s:%n%s", name, mutant).isEqualTo(before.get(i));
            }
        }
        return noticed;
    }

    /** What each set of a file says, in the order of the file; empty if the file as a whole is not taken. */
    private Optional<Map<String, List<String>>> said(InterchangeReader reader, String text, String name)
            throws IOException {
        Path file = file(text);
        Inspection inspection = reader.inspect(file);
        if (inspection instanceof Inspection.Incomplete incomplete) {
            assertThat(incomplete.place()).as(name).isNotBlank();
            return Optional.empty();
        }
        if (inspection instanceof Inspection.Refused refused) {
            assertThat(refused.faults())
                    .as(name)
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.describe()).contains("line"));
            return Optional.empty();
        }
        Inspection.Judged judged = (Inspection.Judged) inspection;
        assertThat(judged.findings()).as(name).isEmpty();
        Map<String, List<String>> said = new TreeMap<>();
        List<SetHeader> order = new ArrayList<>();
        judged.groups().forEach(group -> group.sets().forEach(set -> order.add(set.set())));
        for (int i = 0; i < order.size(); i++) {
            said.put(key(i), new ArrayList<>());
        }
        try (DocumentCursor cursor = reader.documents(file, judged)) {
            int steps = 0;
            for (Optional<Document> next = cursor.next(); next.isPresent(); next = cursor.next()) {
                assertThat(++steps).as(name).isLessThan(STEPS);
                say(next.get(), said.getOrDefault(key(order.indexOf(next.get().set())), new ArrayList<>()));
            }
        }
        return Optional.of(said);
    }

    private static String key(int set) {
        return String.format("%04d", set);
    }

    private static void say(Document document, List<String> said) {
        if (document instanceof Document.Told told && told.record() instanceof ItemFulfillment shipment) {
            say(shipment, said);
        } else if (document instanceof Document.Told told && told.record() instanceof InventoryLevel level) {
            said.add(level.sku() + " " + level.lot() + " " + level.onHand() + " " + level.available() + " "
                    + level.onHold());
        } else if (document instanceof Document.Acknowledged acknowledged) {
            said.add(acknowledged.acknowledgement().verdict() + " "
                    + acknowledged.acknowledgement().counts());
        } else if (document instanceof Document.Faulty faulty) {
            assertThat(faulty.faults()).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.spot().position()).isPositive();
                assertThat(fault.describe()).contains("line");
            });
            said.add("fault");
        }
    }

    private static void say(ItemFulfillment shipment, List<String> said) {
        List<String> lines = new ArrayList<>();
        shipment.lines().forEach(line -> lines.add(line.line().value() + "=" + line.quantity()));
        shipment.remainders().forEach(rest -> lines.add(rest.line().value() + " open " + rest.quantity()));
        lines.sort(null);
        said.addAll(lines);
        shipment.lines()
                .forEach(line -> assertThat(shipment.packages().stream()
                                .flatMap(parcel -> parcel.contents().stream())
                                .filter(packed -> packed.line().equals(line.line()))
                                .map(ShippedLine::quantity)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isLessThanOrEqualTo(line.quantity()));
    }

    private Path file(String text) throws IOException {
        return Files.write(folder.resolve("mutant.edi"), text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
