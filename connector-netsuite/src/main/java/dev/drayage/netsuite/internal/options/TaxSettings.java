package dev.drayage.netsuite.internal.options;

import dev.drayage.settings.Setting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings that say how tax is told where it is no line. Stateless. */
public final class TaxSettings {
    private TaxSettings() {}

    public static final Setting<Map<String, String>> CODES = NetSuiteTexts.ids(
            "tax.codes",
            "Tax codes by the channel's name of a tax, such as NV State Tax=7, for tax.seller=details; the key * stands for"
                    + " every other name.");
    public static final Setting<Map<String, String>> TYPES = NetSuiteTexts.ids(
            "tax.types", "Tax types by the channel's name of a tax, for tax.seller=details; * for every other name.");
    public static final Setting<Optional<String>> BODY_TAX_ITEM =
            NetSuiteTexts.optionalId("tax.bodyItem", "The tax item or tax group of the body, for tax.seller=rate.");
    public static final Setting<Optional<String>> ROUNDING_ITEM = NetSuiteTexts.optionalId(
            "item.rounding", "The item of the line that says by how much NetSuite's own total was corrected.");
    public static final Setting<BigDecimal> TOLERANCE = NetSuiteTexts.amount(
            "total.tolerance",
            "0.05",
            "The largest correction by a rounding line, in the sale's currency; a larger difference is parked.");

    /** All of them, in the order of the reference page. */
    static final List<Setting<?>> ALL = List.of(CODES, TYPES, BODY_TAX_ITEM, ROUNDING_ITEM, TOLERANCE);
}
