package dev.drayage.netsuite.internal.options;

import dev.drayage.settings.Setting;
import java.util.List;
import java.util.Map;

/** The settings that say which stock, items and prices are read. Stateless. */
public final class SourceSettings {
    private SourceSettings() {}

    public static final Setting<List<String>> STOCK_LOCATIONS = NetSuiteTexts.idList(
            "stock.locations",
            "Internal ids of the locations whose stock is read; without any, that of all locations.");
    public static final Setting<Boolean> STOCK_TOTALS = Setting.flag(
            "stock.totals",
            false,
            "Tells beside the stock of each location one sum per item, without a location, over the locations of"
                    + " stock.locations, for storefronts that take one number. A location whose number NetSuite leaves out adds"
                    + " nothing.");
    public static final Setting<Map<String, String>> ITEM_WHERE = NetSuiteTexts.conditions(
            "item.where",
            "Items are read only if these fields hold these values, such as itemtype=InvtPart|Kit; one that ceases to fit is"
                    + " not noticed, so choose fields that stay. Alternatives are joined by |.");
    public static final Setting<List<String>> PRICE_LEVELS = Setting.words(
            "item.priceLevels",
            "Price levels whose prices are read with an item, by name or internal id; without any, all. Prices are read when"
                    + " the item's date of last change moves. NetSuite does not document that a changed price moves it: try it in"
                    + " the account, and if it does not, read all items again from time to time.");

    public static final Setting<Boolean> ALLOW_CORRECTIONS = Setting.flag(
            "orders.allowCorrections",
            false,
            "Lets quantities and items that people change in orders of channels be told to the channel. It needs field.lines,"
                    + " and costs one read for each order of a channel that was changed.");

    /** All of them, in the order of the reference page. */
    static final List<Setting<?>> ALL =
            List.of(STOCK_LOCATIONS, STOCK_TOTALS, ITEM_WHERE, PRICE_LEVELS, ALLOW_CORRECTIONS);
}
