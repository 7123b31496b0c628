package dev.drayage.netsuite.internal.options;

import dev.drayage.mapping.ValueMap;
import dev.drayage.netsuite.MarketplaceTax;
import dev.drayage.netsuite.SellerTax;
import dev.drayage.netsuite.ShippingBooking;
import dev.drayage.netsuite.UnmappedShipMethod;
import dev.drayage.settings.Settings;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How sales are booked. Immutable.
 *
 * @param zone zone in which the accounting day is cut
 * @param subsidiary internal id, if the account has several
 * @param channels what each channel is booked against
 * @param fields custom fields
 * @param items special items
 * @param shipMethods ship methods by the channel's carriage
 * @param unmapped what becomes of carriage without a ship method
 * @param shipping where carriage stands
 * @param sellerTax tax that the seller remits; empty refuses to guess
 * @param marketplaceTax tax that the marketplace remits
 * @param taxes how tax is told where it is no line
 * @param adoptBy how a sale that stands there is recognised beside its external id
 */
public record SaleOptions(
        ZoneId zone,
        Optional<String> subsidiary,
        ChannelBook channels,
        FieldNames fields,
        SpecialItems items,
        ValueMap shipMethods,
        UnmappedShipMethod unmapped,
        ShippingBooking shipping,
        Optional<SellerTax> sellerTax,
        MarketplaceTax marketplaceTax,
        TaxOptions taxes,
        List<String> adoptBy) {

    /** The options that the settings give. */
    public static SaleOptions of(Settings settings) {
        SpecialItems items = SpecialItems.of(settings);
        return new SaleOptions(
                settings.get(NetSuiteSchema.ZONE),
                settings.get(NetSuiteSchema.SUBSIDIARY),
                ChannelBook.of(settings),
                FieldNames.of(settings),
                items,
                ValueMap.of("shipMethods", settings.get(NetSuiteSchema.SHIP_METHODS)),
                settings.get(NetSuiteSchema.UNMAPPED_SHIP_METHOD),
                settings.get(NetSuiteSchema.SHIPPING),
                settings.find(NetSuiteSchema.SELLER_TAX).or(() -> items.tax().map(item -> SellerTax.LINE)),
                settings.get(NetSuiteSchema.MARKETPLACE_TAX),
                TaxOptions.of(settings),
                settings.get(NetSuiteSchema.ADOPT_BY));
    }
}
