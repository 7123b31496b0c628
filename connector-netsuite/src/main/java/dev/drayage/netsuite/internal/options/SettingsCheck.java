package dev.drayage.netsuite.internal.options;

import dev.drayage.netsuite.AuthMethod;
import dev.drayage.netsuite.MarketplaceTax;
import dev.drayage.netsuite.ReleaseUnit;
import dev.drayage.netsuite.SellerTax;
import dev.drayage.netsuite.ShippingBooking;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The rule of NetSuite's settings: what must fit together. Stateless. */
public final class SettingsCheck {
    private static final int LARGEST_PAGE = 1000;

    private SettingsCheck() {}

    /** Every fault, naming its setting. */
    public static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        if (settings.get(NetSuiteSchema.AUTH) == AuthMethod.OAUTH2) {
            need(settings, NetSuiteSchema.CLIENT_ID, "auth.method is oauth2", problems);
            need(settings, NetSuiteSchema.CERTIFICATE_ID, "auth.method is oauth2", problems);
            need(settings, NetSuiteSchema.PRIVATE_KEY, "auth.method is oauth2", problems);
        } else {
            need(settings, NetSuiteSchema.CONSUMER_KEY, "auth.method is tba", problems);
            need(settings, NetSuiteSchema.CONSUMER_SECRET, "auth.method is tba", problems);
            need(settings, NetSuiteSchema.TOKEN_ID, "auth.method is tba", problems);
            need(settings, NetSuiteSchema.TOKEN_SECRET, "auth.method is tba", problems);
        }
        if (settings.find(NetSuiteSchema.SELLER_TAX)
                .filter(tax -> tax == SellerTax.LINE)
                .isPresent()) {
            needItem(settings, NetSuiteSchema.TAX_ITEM, "tax.seller is line", problems);
        }
        if (settings.find(NetSuiteSchema.SELLER_TAX)
                .filter(tax -> tax == SellerTax.RATE)
                .isPresent()) {
            needItem(settings, TaxSettings.BODY_TAX_ITEM, "tax.seller is rate", problems);
            needItem(settings, TaxSettings.ROUNDING_ITEM, "tax.seller is rate", problems);
        }
        MarketplaceTax marketplace = settings.get(NetSuiteSchema.MARKETPLACE_TAX);
        if (marketplace != MarketplaceTax.OMIT) {
            needItem(settings, NetSuiteSchema.TAX_ITEM, "tax.marketplace books it", problems);
        }
        if (marketplace == MarketplaceTax.LINE_AND_CLEARING) {
            needItem(settings, NetSuiteSchema.CLEARING_ITEM, "tax.marketplace is line_and_clearing", problems);
        }
        if (settings.get(NetSuiteSchema.SHIPPING) == ShippingBooking.LINE) {
            needItem(settings, NetSuiteSchema.SHIPPING_ITEM, "shipping.booking is line", problems);
        }
        if (settings.get(SourceSettings.ALLOW_CORRECTIONS)
                && settings.get(NetSuiteSchema.LINES_FIELD).isEmpty()) {
            problems.add(NetSuiteSchema.LINES_FIELD.name() + " is missing because "
                    + SourceSettings.ALLOW_CORRECTIONS.name() + " is true: " + NetSuiteSchema.LINES_FIELD.help());
        }
        if (settings.get(NetSuiteSchema.RELEASE_UNIT) == ReleaseUnit.PACKED_FULFILLMENT
                && !settings.get(NetSuiteSchema.SHIP_STATUS)) {
            problems.add(
                    NetSuiteSchema.SHIP_STATUS.name() + " must be true because " + NetSuiteSchema.RELEASE_UNIT.name()
                            + " is packed_fulfillment: without Pick, Pack and Ship nothing is ever packed");
        }
        if (settings.get(NetSuiteSchema.PAGE_SIZE) > LARGEST_PAGE) {
            problems.add(NetSuiteSchema.PAGE_SIZE.name() + " must be at most " + LARGEST_PAGE);
        }
        Duration lag = settings.get(NetSuiteSchema.QUERY_LAG);
        if (lag.isNegative()) {
            problems.add(NetSuiteSchema.QUERY_LAG.name() + " must not be negative");
        }
        settings.get(NetSuiteSchema.CURRENCIES).keySet().forEach(iso -> currency(iso, problems));
        return problems;
    }

    private static void need(Settings settings, Setting<?> setting, String why, List<String> problems) {
        if (settings.find(setting).isEmpty()) {
            problems.add(setting.name() + " is missing because " + why + ": " + setting.help());
        }
    }

    private static void needItem(
            Settings settings, Setting<Optional<String>> setting, String why, List<String> problems) {
        if (settings.get(setting).isEmpty()) {
            problems.add(setting.name() + " is missing because " + why + ": " + setting.help());
        }
    }

    private static void currency(String iso, List<String> problems) {
        try {
            Currency.getInstance(iso);
        } catch (IllegalArgumentException e) {
            problems.add(NetSuiteSchema.CURRENCIES.name() + " must hold ISO codes such as USD");
        }
    }
}
