package dev.drayage.threepl.internal.csv;

import dev.drayage.model.AccountId;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.settings.Settings;
import dev.drayage.threepl.CsvSettings;
import dev.drayage.threepl.WarehouseFilesSettings;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * What the fields of a shipment mean; see {@link CsvSettings}. Immutable.
 *
 * @param account the warehouse
 * @param orderReference whose name of the order the file gives
 * @param lineReference whose name of the line the file gives
 * @param kilograms what one unit of the file's weights weighs
 * @param weightOf what a weight is the weight of
 * @param freightOf what a freight is the freight of
 * @param currency of freights; empty if they are not read
 * @param words the words about units that did not leave
 */
record ShipmentRules(
        AccountId account,
        OrderReference.Kind orderReference,
        LineReference.Kind lineReference,
        BigDecimal kilograms,
        Extent weightOf,
        Extent freightOf,
        Optional<Currency> currency,
        StatusWords words) {

    static ShipmentRules of(AccountId account, Settings settings) {
        return new ShipmentRules(
                account,
                settings.get(WarehouseFilesSettings.ORDER_REFERENCE),
                settings.get(WarehouseFilesSettings.LINE_REFERENCE),
                settings.get(CsvSettings.WEIGHT_UNIT).kilograms(),
                settings.get(CsvSettings.WEIGHT_OF),
                settings.get(CsvSettings.FREIGHT_OF),
                settings.find(CsvSettings.FREIGHT_CURRENCY),
                new StatusWords(settings.get(CsvSettings.STATUS)));
    }
}
