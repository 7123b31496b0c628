package dev.drayage.threepl.internal.shipmentfile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.threepl.internal.shipmentfile.Columns.Column;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a file of shipments: UTF-8, comma separated, a heading row, one row per line of a shipment and carton. A row that
 * cannot be understood spoils its own shipment only; a file whose rows cannot be told apart is refused whole.
 */
final class ShipmentFileReader {
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final AccountId account;
    private final Columns columns;
    private final ZoneId zone;
    private final ShipmentAssembly assembly;

    ShipmentFileReader(
            AccountId account,
            Columns columns,
            OrderReference.Kind orderReference,
            LineReference.Kind lineReference,
            ZoneId zone) {
        this.account = account;
        this.columns = columns;
        this.zone = zone;
        this.assembly = new ShipmentAssembly(account, orderReference, lineReference);
    }

    /**
     * Reads a file.
     *
     * @param modifiedAt when the file came, in UTC
     */
    ShipmentFile read(String name, byte[] content, String digest, Instant modifiedAt) {
        Map<String, List<ShipmentRow>> rows = new LinkedHashMap<>();
        Map<String, String> spoiled = new LinkedHashMap<>();
        try (Reader reader = text(content);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .allowExtraFields(false)
                        .allowMissingFields(false)
                        .ofNamedCsvRecord(reader)) {
            boolean first = true;
            for (NamedCsvRecord row : csv) {
                Optional<String> problem = first ? columns.problem(row.getHeader()) : Optional.empty();
                if (problem.isPresent()) {
                    return refused(name, digest, problem.get());
                }
                first = false;
                if (row.getFieldCount() != row.getHeader().size()) {
                    return refused(
                            name,
                            digest,
                            "row " + row.getStartingLineNumber() + " has " + row.getFieldCount()
                                    + " columns instead of " + row.getHeader().size()
                                    + ": the file was cut or its rows are mixed up");
                }
                String shipment = field(row, Column.SHIPMENT);
                if (shipment.isEmpty()) {
                    return refused(
                            name,
                            digest,
                            "row " + row.getStartingLineNumber() + ", column " + columns.heading(Column.SHIPMENT)
                                    + ": is empty, so nobody can tell which shipment the row belongs to");
                }
                try {
                    rows.computeIfAbsent(shipment, s -> new ArrayList<>()).add(row(shipment, row));
                } catch (RowException e) {
                    spoiled.putIfAbsent(shipment, String.valueOf(e.getMessage()));
                }
            }
            if (first && !headed(content)) {
                return refused(name, digest, "it has neither a heading row nor a row of a shipment");
            }
        } catch (CsvParseException e) {
            return refused(name, digest, "it is not well-formed: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return refused(name, digest, "it is not UTF-8 text");
        }
        return new ShipmentFile(digest, changes(name, rows, spoiled, modifiedAt));
    }

    /** A file that cannot be used at all. */
    ShipmentFile refused(String name, String digest, String problem) {
        RecordRef ref = RecordRef.of(account, RecordType.ITEM_FULFILLMENT, "file:" + name);
        return new ShipmentFile(
                digest,
                List.of(new Change.Unreadable<>(ref, digest, ErrorCode.FILE_REFUSED, "file " + name + ": " + problem)));
    }

    private List<Change<ItemFulfillment>> changes(
            String name, Map<String, List<ShipmentRow>> rows, Map<String, String> spoiled, Instant modifiedAt) {
        List<Change<ItemFulfillment>> changes = new ArrayList<>();
        rows.keySet().forEach(id -> {
            if (!spoiled.containsKey(id)) {
                changes.add(assembly.change(name, id, rows.getOrDefault(id, List.of()), modifiedAt));
            }
        });
        spoiled.forEach((id, problem) -> changes.add(assembly.unreadable(id, "file " + name + ", " + problem)));
        return changes;
    }

    /** Whether a file without rows is a day on which nothing left. */
    private boolean headed(byte[] content) throws IOException {
        try (Reader reader = text(content);
                CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader)) {
            return csv.stream()
                    .findFirst()
                    .map(row -> columns.problem(row.getFields()).isEmpty())
                    .orElse(false);
        }
    }

    private static Reader text(byte[] content) {
        int skip = content.length >= 3 && content[0] == BOM[0] && content[1] == BOM[1] && content[2] == BOM[2] ? 3 : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(content, skip, content.length - skip),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private ShipmentRow row(String shipment, NamedCsvRecord row) throws RowException {
        return new ShipmentRow(
                shipment,
                required(row, Column.ORDER),
                required(row, Column.LINE),
                field(row, Column.SKU),
                number(row, Column.QUANTITY)
                        .filter(q -> q.signum() > 0)
                        .orElseThrow(() -> problem(row, Column.QUANTITY, "must be above zero")),
                date(row),
                field(row, Column.CARTON),
                field(row, Column.CARRIER),
                field(row, Column.SERVICE),
                field(row, Column.TRACKING),
                number(row, Column.WEIGHT_KG),
                field(row, Column.LOCATION));
    }

    private String required(NamedCsvRecord row, Column column) throws RowException {
        String value = field(row, column);
        if (value.isEmpty()) {
            throw problem(row, column, "is empty");
        }
        return value;
    }

    private Optional<BigDecimal> number(NamedCsvRecord row, Column column) throws RowException {
        String text = field(row, column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!QUANTITY.matcher(text).matches()) {
            throw problem(row, column, "is no number with a decimal point");
        }
        return Optional.of(new BigDecimal(text));
    }

    private Instant date(NamedCsvRecord row) throws RowException {
        String text = required(row, Column.SHIP_DATE);
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atTime(LocalTime.NOON).atZone(zone).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw problem(row, Column.SHIP_DATE, "is neither 2026-11-20 nor 2026-11-20T15:00:00Z");
        }
    }

    private String field(NamedCsvRecord row, Column column) {
        return row.findField(columns.heading(column)).map(String::strip).orElse("");
    }

    private RowException problem(NamedCsvRecord row, Column column, String problem) {
        return new RowException(row.getStartingLineNumber(), columns.heading(column), problem);
    }
}
