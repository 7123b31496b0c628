package dev.drayage.netsuite.internal.options;

import dev.drayage.settings.Settings;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * How tax is told where it is no line. Immutable.
 *
 * @param codes tax codes by the channel's name
 * @param types tax types by the channel's name
 * @param taxItem the tax item of the body
 * @param roundingItem the item of the rounding line
 * @param tolerance the largest correction by a rounding line
 */
public record TaxOptions(
        Map<String, String> codes,
        Map<String, String> types,
        Optional<String> taxItem,
        Optional<String> roundingItem,
        BigDecimal tolerance) {
    private static final String EVERY_OTHER = "*";

    public TaxOptions {
        codes = Map.copyOf(codes);
        types = Map.copyOf(types);
    }

    /** The options that the settings give. */
    public static TaxOptions of(Settings settings) {
        return new TaxOptions(
                settings.get(TaxSettings.CODES),
                settings.get(TaxSettings.TYPES),
                settings.get(TaxSettings.BODY_TAX_ITEM),
                settings.get(TaxSettings.ROUNDING_ITEM),
                settings.get(TaxSettings.TOLERANCE));
    }

    /** The tax code of a tax. */
    public Optional<String> code(String name) {
        return named(codes, name);
    }

    /** The tax type of a tax. */
    public Optional<String> type(String name) {
        return named(types, name);
    }

    private static Optional<String> named(Map<String, String> entries, String name) {
        return Optional.ofNullable(entries.get(name)).or(() -> Optional.ofNullable(entries.get(EVERY_OTHER)));
    }
}
