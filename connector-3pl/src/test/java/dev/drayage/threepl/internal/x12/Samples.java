package dev.drayage.threepl.internal.x12;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drayage.model.AccountId;
import dev.drayage.model.LineReference;
import dev.drayage.threepl.internal.x12.ToldLines.ToldLine;
import dev.drayage.threepl.internal.x12.read.Document;
import dev.drayage.threepl.internal.x12.read.DocumentCursor;
import dev.drayage.threepl.internal.x12.read.Inspection;
import dev.drayage.threepl.internal.x12.read.InterchangeReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The brand and the warehouse of the reference documents, and the documents. */
final class Samples {
    static final AccountId ACCOUNT = new AccountId("warehouse", "north");
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    static final TradingParty BRAND = TradingParty.of("ZZ", "ACMEBRAND");
    static final TradingParty NORTH = TradingParty.of("ZZ", "NORTHWH3PL");

    /** What the reference documents' orders were sent as. */
    static final ToldLines SENT = order -> Optional.ofNullable(Map.of(
                    "SO100234",
                    List.of(line("1", "TEE-BLK-M", "10"), line("2", "MUG-11OZ", "4"), line("3", "VITC-500", "6")),
                    "SO100235",
                    List.of(line("1", "DRILL-18V", "1"), line("2", "MUG-11OZ", "2")))
            .get(order));

    private Samples() {}

    /** We, as the brand, reading what the warehouse sends. */
    static PartnerProfile.Builder brand() {
        return PartnerProfile.builder()
                .us(BRAND)
                .warehouse(NORTH)
                .test(true)
                .zone(CHICAGO)
                .orders(OrderHabits.builder()
                        .shipFromName("ACME BRAND")
                        .shipFromCode("NORTH01")
                        .build());
    }

    /** The warehouse's view, to read what we write. */
    static PartnerProfile.Builder warehouse() {
        return brand().us(NORTH).warehouse(BRAND);
    }

    static Path own(String name) {
        return sample("own", name);
    }

    static Path foreign(String name) {
        return sample("public", name);
    }

    private static Path sample(String folder, String name) {
        Path file = Path.of(System.getProperty("drayage.specs", ""), "3pl", "x12", folder, name);
        assumeTrue(
                Boolean.getBoolean("drayage.specs.required") || Files.exists(file),
                "the reference documents are not here (-Ddrayage.specs)");
        return file;
    }

    static ToldLine line(String id, String sku, String quantity) {
        return new ToldLine(LineReference.erp(id), sku, new BigDecimal(quantity));
    }

    static InterchangeReader reader(PartnerProfile profile) {
        return new InterchangeReader(ACCOUNT, profile, SENT);
    }

    static List<Document> documents(PartnerProfile profile, Path file) throws IOException {
        return documents(reader(profile), file);
    }

    static List<Document> documents(InterchangeReader reader, Path file) throws IOException {
        Inspection inspection = reader.inspect(file);
        if (!(inspection instanceof Inspection.Judged judged)) {
            throw new AssertionError(inspection.toString());
        }
        List<Document> documents = new ArrayList<>();
        try (DocumentCursor cursor = reader.documents(file, judged)) {
            for (Optional<Document> next = cursor.next(); next.isPresent(); next = cursor.next()) {
                documents.add(next.get());
            }
        }
        return documents;
    }

    static Path file(Path folder, String text) throws IOException {
        Path file = Files.createTempFile(folder, "x12", ".edi");
        return Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
