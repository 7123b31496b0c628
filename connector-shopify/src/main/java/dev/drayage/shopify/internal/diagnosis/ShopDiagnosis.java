package dev.drayage.shopify.internal.diagnosis;

import dev.drayage.call.CallContext;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.shopify.internal.documents.Scopes;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.Diagnosis.Check;
import dev.drayage.spi.Diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A look at the live shop: can a token be had, is the version served, is it the shop that the settings name, were the scopes
 * granted, has it companies (B2B) and Shopify Payments, will anything end that is used. A check that cannot be made is told as such; nothing is
 * thrown but a cancellation. Reads only. Thread-safe.
 */
public final class ShopDiagnosis {
    private static final String APP = "the app and its scopes";
    private static final String SHOP = "shop";
    private static final String BUSINESS = "companies (B2B)";
    private static final String PAYMENTS = "payouts (Shopify Payments)";

    private final ShopifyApi api;
    private final String shop;
    private final String version;
    private final boolean ownDomain;

    /** Checks of one account. */
    public ShopDiagnosis(ShopifyApi api, Settings settings) {
        this.api = api;
        this.shop = settings.get(ShopifySettings.SHOP);
        this.version = settings.get(ShopifySettings.API_VERSION);
        this.ownDomain = settings.find(ShopifySettings.BASE_URL).isEmpty();
    }

    /** Makes all checks; whether the shop answers decides whether the others make sense. */
    public Diagnosis look(CallContext call) {
        List<Check> checks = new ArrayList<>();
        Check facts = checked(SHOP, Verdict.FAILED, () -> shop(call));
        checks.add(facts);
        if (facts.verdict() != Verdict.FAILED) {
            checks.addAll(scopes(call));
            checks.add(checked(BUSINESS, Verdict.WARNING, () -> business(call)));
            checks.add(checked(PAYMENTS, Verdict.WARNING, () -> payments(call)));
            checks.add(endings());
        }
        return new Diagnosis(checks);
    }

    private static Check checked(String subject, Verdict whenItCannotBeMade, Supplier<Check> check) {
        try {
            return check.get();
        } catch (CancelledException e) {
            throw e;
        } catch (ConnectorException e) {
            return new Check(subject, whenItCannotBeMade, e.describe());
        }
    }

    private Check shop(CallContext call) {
        JsonValue found =
                api.execute(Documents.SHOP_FACTS, Variables.none(), call).root().required();
        String domain = found.text("myshopifyDomain").orElse("");
        if (ownDomain && !domain.equalsIgnoreCase(shop)) {
            return new Check(
                    SHOP,
                    Verdict.FAILED,
                    "the credentials belong to " + domain + "; correct " + ShopifySettings.SHOP.name());
        }
        return new Check(
                SHOP,
                Verdict.PASSED,
                domain + " keeps its books in " + found.text("currencyCode").orElse("?") + " and its days in "
                        + found.text("ianaTimezone").orElse("?") + ", plan "
                        + found.at("plan").text("publicDisplayName").orElse("?") + ", api.version " + version);
    }

    private List<Check> scopes(CallContext call) {
        Set<String> granted = new TreeSet<>();
        Optional<Check> trouble = Optional.of(checked(APP, Verdict.FAILED, () -> {
                    api.execute(Documents.INSTALLATION, Variables.none(), call)
                            .root()
                            .elements("accessScopes")
                            .forEach(scope -> scope.text("handle").ifPresent(granted::add));
                    return new Check(APP, Verdict.PASSED, granted.size() + " scopes were granted");
                }))
                .filter(check -> check.verdict() == Verdict.FAILED);
        if (trouble.isPresent()) {
            return List.of(trouble.get());
        }
        List<Check> checks = new ArrayList<>();
        Scopes.areas().forEach(area -> checks.add(scopes(area, granted)));
        if (!granted.contains(Scopes.ALL_ORDERS)) {
            checks.add(new Check(
                    "orders older than sixty days",
                    Verdict.WARNING,
                    Scopes.ALL_ORDERS + " is not granted, so older orders look as if they were gone; ask Shopify for it"
                            + " if they are needed"));
        }
        return checks;
    }

    private static Check scopes(String area, Set<String> granted) {
        String subject = "scopes for " + area;
        List<String> missing = Scopes.missing(area, granted);
        return missing.isEmpty()
                ? new Check(subject, Verdict.PASSED, "all are granted")
                : new Check(
                        subject,
                        area.equals("orders") ? Verdict.FAILED : Verdict.WARNING,
                        "the app lacks " + missing + "; grant them if " + area + " are synced");
    }

    private Check business(CallContext call) {
        try {
            api.execute(Documents.BUSINESS_PROBE, Variables.none(), call);
            return new Check(BUSINESS, Verdict.PASSED, "the shop has them");
        } catch (ConnectorException e) {
            if (e.code() != ErrorCode.PERMISSION_MISSING) {
                throw e;
            }
            return new Check(
                    BUSINESS,
                    Verdict.WARNING,
                    "the shop's plan has none, or the app may not see them; company and price list syncs cannot work: "
                            + e.getMessage());
        }
    }

    private Check payments(CallContext call) {
        boolean there = api.execute(Documents.PAYMENTS_PROBE, Variables.none(), call)
                .root()
                .isPresent();
        return there
                ? new Check(PAYMENTS, Verdict.PASSED, "the shop has Shopify Payments")
                : new Check(
                        PAYMENTS,
                        Verdict.WARNING,
                        "the shop has no Shopify Payments, so it has no payouts; money of other gateways is not paid out by Shopify");
    }

    private Check endings() {
        List<String> endings = api.deprecations();
        return endings.isEmpty()
                ? new Check("api.version", Verdict.PASSED, version + " is served and nothing that was used will end")
                : new Check("api.version", Verdict.WARNING, "update the library: Shopify will end " + endings);
    }
}
