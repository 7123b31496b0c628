package dev.drayage.shopify.internal.prices;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.Money;
import dev.drayage.shopify.internal.api.Answer;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.UserError;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Finding;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends rows of one list in one call, which Shopify carries out altogether or not at all: rows that it names in a refusal are
 * taken out and the others sent again. Thread-safe.
 */
final class PriceWriter {
    private final ShopifyApi api;
    private final AccountId account;

    PriceWriter(ShopifyApi api, AccountId account) {
        this.api = api;
        this.account = account;
    }

    /**
     * How each row ended; a row whose call got no clear answer is missing. A call that fails after another one was made leaves
     * its rows out too, so that what was written keeps its outcome.
     */
    Map<EffectKey, EffectOutcome> write(List<PriceRow> rows, CallContext call) {
        Map<List<String>, List<PriceRow>> calls = new LinkedHashMap<>();
        rows.forEach(row -> calls.computeIfAbsent(
                        List.of(row.place().list(), row.price().isPresent() ? "add" : "remove"),
                        key -> new ArrayList<>())
                .add(row));
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        boolean sent = false;
        for (List<PriceRow> together : calls.values()) {
            try {
                send(together, outcomes, call);
            } catch (OutcomeUnknownException e) {
                sent = true;
                continue;
            } catch (ConnectorException e) {
                if (!sent && outcomes.isEmpty()) {
                    throw e;
                }
                break;
            }
            sent = true;
        }
        return outcomes;
    }

    private void send(List<PriceRow> rows, Map<EffectKey, EffectOutcome> outcomes, CallContext call) {
        Answer answer = rows.get(0).price().isPresent() ? add(rows, call) : remove(rows, call);
        if (!answer.isRefused()) {
            Map<PricePlace, Money> shown = shown(rows.get(0).place().listGid(), answer);
            rows.forEach(row -> outcomes.put(row.key(), applied(row, shown)));
            return;
        }
        Map<Integer, UserError> named = new HashMap<>();
        answer.userErrors().forEach(error -> row(error, rows.size()).ifPresent(row -> named.put(row, error)));
        if (named.isEmpty() && rows.size() > 1) {
            rows.forEach(row -> send(List.of(row), outcomes, call)); // it does not say which row it is about
            return;
        }
        List<PriceRow> others = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Optional<UserError> error = Optional.ofNullable(named.get(i))
                    .or(() -> named.isEmpty() ? answer.userErrors().stream().findFirst() : Optional.empty());
            if (error.isPresent() || named.isEmpty()) {
                outcomes.put(rows.get(i).key(), refused(rows.get(i), error, answer));
            } else {
                others.add(rows.get(i));
            }
        }
        if (!others.isEmpty()) {
            send(others, outcomes, call);
        }
    }

    private Answer add(List<PriceRow> rows, CallContext call) {
        ArrayNode prices = api.json().object().putArray("prices");
        for (PriceRow row : rows) {
            ObjectNode input = prices.addObject().put("variantId", row.place().variantGid());
            row.price().ifPresent(price -> input.set("price", money(price)));
            row.compareAt().ifPresent(struck -> input.set("compareAtPrice", money(struck)));
        }
        return api.execute(
                Documents.FIXED_PRICES_ADD,
                Variables.none()
                        .with("priceList", rows.get(0).place().listGid())
                        .with("prices", prices),
                call);
    }

    private ObjectNode money(Money money) {
        return api.json()
                .object()
                .put("amount", money.amount().toPlainString())
                .put("currencyCode", money.currency().getCurrencyCode());
    }

    private Answer remove(List<PriceRow> rows, CallContext call) {
        return api.execute(
                Documents.FIXED_PRICES_REMOVE,
                Variables.none()
                        .with("priceList", rows.get(0).place().listGid())
                        .with(
                                "variants",
                                rows.stream()
                                        .map(row -> row.place().variantGid())
                                        .toList()),
                call);
    }

    private static Map<PricePlace, Money> shown(String list, Answer answer) {
        Map<PricePlace, Money> shown = new HashMap<>();
        for (JsonValue row : answer.root().elements("prices")) {
            shown.put(
                    PricePlace.of(row.required("variant").requiredText("id"), list),
                    FixedPrice.money(row.required("price")));
        }
        return shown;
    }

    private EffectOutcome applied(PriceRow row, Map<PricePlace, Money> shown) {
        Optional<Money> now = Optional.ofNullable(shown.get(row.place()));
        List<Finding> findings = now.isPresent() && !now.equals(row.price())
                ? List.of(new Finding(
                        Finding.Severity.PROBLEM,
                        ErrorCode.TOTAL_MISMATCH,
                        "Shopify shows " + now.get() + " for SKU " + row.sku() + ", told was "
                                + row.price().map(Money::toString).orElse("none")))
                : List.of();
        return new EffectOutcome.Applied(row.place().ref(account), "", "", findings);
    }

    /** The row that {@code prices.N} or {@code variantIds.N} names. */
    private static Optional<Integer> row(UserError error, int rows) {
        return error.field().stream()
                .filter(step -> step.matches("[0-9]{1,4}"))
                .findFirst()
                .map(Integer::parseInt)
                .filter(row -> row < rows);
    }

    private EffectOutcome refused(PriceRow row, Optional<UserError> error, Answer answer) {
        String word = error.flatMap(UserError::code).orElse("");
        if (row.price().isEmpty() && word.equals("PRICE_NOT_FIXED")) {
            return new EffectOutcome.Unchanged(row.place().ref(account)); // somebody removed it meanwhile
        }
        ErrorCode code = switch (word) {
            case "VARIANT_NOT_FOUND" -> ErrorCode.SKU_UNKNOWN;
            case "PRICE_LIST_NOT_FOUND" -> ErrorCode.VALUE_UNMAPPED;
            case "PRICE_LIST_CURRENCY_MISMATCH" -> ErrorCode.CURRENCY_MISMATCH;
            default -> ErrorCode.REFUSED_BY_TARGET;
        };
        return new EffectOutcome.Rejected(new Violations(List.of(new Violation(
                code,
                error.map(UserError::place).orElse(""),
                "Shopify refused the price of SKU " + row.sku() + " in price list "
                        + row.place().list() + ": "
                        + error.map(UserError::text).orElseGet(() -> String.join("; ", answer.refusals()))))));
    }
}
