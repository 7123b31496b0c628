package dev.drayage.amazon.internal.diagnosis;

import dev.drayage.amazon.AmazonSettings;
import dev.drayage.amazon.internal.api.SellingPartnerApi;
import dev.drayage.call.CallContext;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ConnectorException;
import dev.drayage.http.ApiRequest;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.Diagnosis.Check;
import dev.drayage.spi.Diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A look at the live account: can a token be had, does the seller take part in the stores, may orders be read, do SKUs
 * clash, may
 * listings be opened, which the telling of stock needs. A check that cannot be made is told as such; nothing is thrown but a cancellation. Reads only. Thread-safe.
 */
public final class AccountDiagnosis {
    /** No order has this number: who may read orders is told "not found", who may not is refused. */
    private static final String NO_ORDER = "000-0000000-0000000";

    /** Nobody lists this SKU: who may open listings is told "not found", who may not is refused. */
    private static final String NO_SKU = "drayage-no-such-sku";

    private final SellingPartnerApi api;
    private final String sellerId;
    private final List<String> marketplaces;
    private final SkuClashes skus;

    /** Checks of one account. */
    public AccountDiagnosis(SellingPartnerApi api, Settings settings) {
        this.api = api;
        this.sellerId = settings.get(AmazonSettings.SELLER_ID);
        this.marketplaces = settings.get(AmazonSettings.MARKETPLACES);
        this.skus = new SkuClashes(api, sellerId);
    }

    /** Makes all checks; the login decides whether the others make sense. */
    public Diagnosis look(CallContext call) {
        List<Check> checks = new ArrayList<>();
        Check login = checked("Login with Amazon", Verdict.FAILED, () -> {
            api.login(call);
            return new Check("Login with Amazon", Verdict.PASSED, "a token was issued");
        });
        checks.add(login);
        if (login.verdict() == Verdict.PASSED) {
            checks.add(checked("stores", Verdict.WARNING, () -> stores(call)));
            checks.add(checked("reading of orders", Verdict.FAILED, () -> orders(call)));
            checks.add(checked("telling of stock", Verdict.WARNING, () -> listings(call)));
            marketplaces.forEach(id -> {
                String subject = "SKUs in store " + id;
                checks.add(checked(subject, Verdict.WARNING, () -> skus.check(subject, id, call)));
            });
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

    private Check stores(CallContext call) {
        Set<String> missing = new TreeSet<>(marketplaces);
        ApiRequest request = ApiRequest.get("getMarketplaceParticipations")
                .path("/sellers/v1/marketplaceParticipations")
                .build();
        for (JsonValue entry : api.read(request, call).elements("payload")) {
            if (entry.at("participation").at("isParticipating").flag().orElse(false)) {
                entry.at("marketplace").text("id").ifPresent(missing::remove);
            }
        }
        return missing.isEmpty()
                ? new Check("stores", Verdict.PASSED, "the seller takes part in all of " + marketplaces)
                : new Check(
                        "stores",
                        Verdict.FAILED,
                        "the seller does not take part in " + missing + "; correct "
                                + AmazonSettings.MARKETPLACES.name() + " or the region");
    }

    private Check orders(CallContext call) {
        ApiRequest request = ApiRequest.get("getOrder")
                .path("/orders/2026-01-01/orders/{}", NO_ORDER)
                .build();
        int status = api.send(request, call).status();
        return status == 404 || status == 400 || status == 200
                ? new Check("reading of orders", Verdict.PASSED, "orders may be read")
                : new Check("reading of orders", Verdict.WARNING, "Amazon answered with status " + status);
    }

    /** Without the role Product Listing the call is refused, which is a warning: stock is not told by every host. */
    private Check listings(CallContext call) {
        ApiRequest request = ApiRequest.get("getListingsItem")
                .path("/listings/2021-08-01/items/{}/{}", sellerId, NO_SKU)
                .query("marketplaceIds", marketplaces.get(0))
                .build();
        int status = api.send(request, call).status();
        return status == 404 || status == 200
                ? new Check("telling of stock", Verdict.PASSED, "listings may be opened")
                : new Check("telling of stock", Verdict.WARNING, "Amazon answered with status " + status);
    }
}
