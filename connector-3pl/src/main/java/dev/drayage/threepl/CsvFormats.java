package dev.drayage.threepl;

import dev.drayage.call.TimeSource;
import dev.drayage.model.AccountId;
import dev.drayage.settings.Settings;
import dev.drayage.threepl.internal.csv.CsvFileFormat;
import dev.drayage.threepl.internal.csv.CsvLayout;
import dev.drayage.threepl.internal.csv.CsvOrderFormat;
import dev.drayage.threepl.internal.csv.Notation;
import dev.drayage.threepl.internal.csv.OrderColumns;
import dev.drayage.threepl.internal.csv.OrderRules;
import dev.drayage.threepl.internal.csv.ShipMethods;
import dev.drayage.threepl.internal.csv.ShipmentRules;
import dev.drayage.threepl.internal.csv.StockRules;
import dev.drayage.threepl.internal.terms.LineStatuses;
import java.util.Set;

/** The CSV formats that checked settings give. Stateless. */
final class CsvFormats {
    private CsvFormats() {}

    /** How an account's files are read. */
    static CsvFileFormat files(AccountId account, Settings settings, TimeSource time) {
        return new CsvFileFormat(
                layout(settings),
                Set.copyOf(settings.get(CsvDocumentSettings.DOCUMENTS)),
                shipments(account, settings),
                stock(account, settings),
                time);
    }

    /** How an account is told of orders. */
    static CsvOrderFormat orders(Settings settings) {
        return new CsvOrderFormat(
                layout(settings),
                new OrderRules(
                        OrderColumns.parse(settings.get(CsvDocumentSettings.ORDER_COLUMNS)),
                        settings.get(FileWarehouseSettings.ORDER_REFERENCE),
                        settings.get(FileWarehouseSettings.LINE_REFERENCE),
                        new ShipMethods(
                                settings.get(FileWarehouseSettings.WAREHOUSE),
                                settings.get(FileWarehouseSettings.SHIP_METHODS),
                                settings.find(FileWarehouseSettings.SHIP_METHOD_MISSING)),
                        settings.get(FileWarehouseSettings.UNIT),
                        settings.get(CsvDocumentSettings.ORDER_TRAILER),
                        FileWarehouseSettings.purposes(settings)));
    }

    private static CsvLayout layout(Settings settings) {
        return new CsvLayout(
                settings.get(CsvSettings.CHARSET).charset(),
                settings.get(CsvSettings.DELIMITER),
                settings.get(CsvSettings.QUOTE),
                settings.get(CsvSettings.LINE_END).text(),
                settings.get(CsvSettings.HEADINGS),
                settings.find(CsvSettings.TRAILER),
                settings.get(CsvSettings.LAST_LINE_ENDS),
                new Notation(
                        settings.get(CsvSettings.DECIMAL),
                        settings.find(CsvSettings.DAY_PATTERN),
                        settings.find(CsvSettings.TIME_PATTERN),
                        settings.get(FileWarehouseSettings.ZONE)),
                settings.get(CsvSettings.ESCAPE_FORMULAS),
                settings.get(CsvSettings.MAX_FIELDS),
                settings.get(CsvSettings.MAX_FIELD_LENGTH),
                settings.get(CsvSettings.MAX_ROWS));
    }

    private static ShipmentRules shipments(AccountId account, Settings settings) {
        return new ShipmentRules(
                account,
                settings.get(CsvDocumentSettings.SHIPMENT_COLUMNS),
                settings.get(CsvDocumentSettings.SHIPMENT_FILES),
                settings.get(FileWarehouseSettings.ORDER_REFERENCE),
                settings.get(FileWarehouseSettings.LINE_REFERENCE),
                settings.get(CsvDocumentSettings.WEIGHT_UNIT).kilograms(),
                settings.get(CsvDocumentSettings.WEIGHT_OF),
                settings.get(CsvDocumentSettings.FREIGHT_OF),
                settings.find(CsvDocumentSettings.FREIGHT_CURRENCY),
                LineStatuses.of(settings.get(FileWarehouseSettings.LINE_STATUSES)));
    }

    private static StockRules stock(AccountId account, Settings settings) {
        return new StockRules(
                account,
                settings.get(CsvDocumentSettings.STOCK_COLUMNS),
                settings.get(CsvDocumentSettings.STOCK_FILES),
                settings.get(FileWarehouseSettings.LOTS));
    }
}
