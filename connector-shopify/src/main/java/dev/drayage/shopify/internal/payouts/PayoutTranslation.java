package dev.drayage.shopify.internal.payouts;

import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.Money;
import dev.drayage.model.Payout;
import dev.drayage.model.PayoutEntry;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.spi.Change;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shopify's payout in canonical form, in the currency in which it is paid out. A payout has no instant of change: its revision holds
 * its status, its sum and a digest of all else. Immutable.
 */
final class PayoutTranslation {
    /** The gateway whose payments go through payouts. */
    private static final String SHOPIFY_PAYMENTS = "shopify_payments";

    private final AccountId account;

    PayoutTranslation(AccountId account) {
        this.account = account;
    }

    /** A payout with all its rows. */
    Change<Payout> change(JsonValue payout, List<JsonValue> rows) {
        RecordRef ref = RecordRef.of(account, RecordType.PAYOUT, number(payout));
        try {
            Payout record = payout(ref, payout, rows);
            String revision =
                    record.status() + " " + record.net().amount().toPlainString() + " " + ContentDigest.of(record);
            return new Change.Present<>(
                    record, revision, Optional.of(record.issuedAt()), record.issuedAt(), Optional.empty());
        } catch (ConnectorException e) {
            return unreadable(ref, payout, e.getMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            return unreadable(ref, payout, "a value at " + payout + " is not what Shopify documents");
        }
    }

    private static Change<Payout> unreadable(RecordRef ref, JsonValue payout, @Nullable String why) {
        return new Change.Unreadable<>(
                ref,
                ContentDigest.of(payout.node().toString()),
                ErrorCode.RECORD_UNREADABLE,
                "payout " + ref.id() + ": " + why);
    }

    private Payout payout(RecordRef ref, JsonValue payout, List<JsonValue> rows) {
        return Payout.builder()
                .ref(ref)
                .issuedAt(Instant.parse(payout.requiredText("issuedAt")))
                .status(status(payout.requiredText("status")))
                .net(net(payout))
                .entries(rows.stream()
                        .filter(PayoutTranslation::isPart)
                        .map(PayoutTranslation::entry)
                        .toList())
                .trace(payout.text("externalTraceId").filter(trace -> !trace.isBlank()))
                .paymentMethod(SHOPIFY_PAYMENTS)
                .channel(new SalesChannel(account, "", Set.of()))
                .build();
    }

    /** Test rows move no money, and the transfer is the payout itself. */
    private static boolean isPart(JsonValue row) {
        return !row.at("test").flag().orElse(false) && !row.requiredText("type").equals(RowKinds.TRANSFER);
    }

    /** What Shopify takes is negative, whichever sign it writes at a withdrawal. */
    private static Money net(JsonValue payout) {
        Money net = money(payout.required("net"));
        return payout.text("transactionType").filter("WITHDRAWAL"::equals).isPresent()
                ? net.abs().negate()
                : net;
    }

    private static Payout.Status status(String word) {
        return switch (word) {
            case "SCHEDULED", "IN_TRANSIT" -> Payout.Status.SCHEDULED;
            case "PAID" -> Payout.Status.PAID;
            case "FAILED" -> Payout.Status.FAILED;
            case "CANCELED" -> Payout.Status.CANCELLED;
            default -> Payout.Status.UNKNOWN;
        };
    }

    private static PayoutEntry entry(JsonValue row) {
        String type = row.requiredText("type");
        return PayoutEntry.builder()
                .id(number(row))
                .kind(RowKinds.kind(type))
                .category(RowKinds.category(type))
                .type(type)
                .amount(money(row.required("amount")))
                .fee(money(row.required("fee")))
                .net(money(row.required("net")))
                .transactionId(row.text("sourceOrderTransactionId"))
                .orderId(
                        row.at("associatedOrder").text("id").flatMap(Gid::parse).map(Gid::key))
                .build();
    }

    private static Money money(JsonValue money) {
        return new Money(money.requiredDecimal("amount"), Currency.getInstance(money.requiredText("currencyCode")));
    }

    static String number(JsonValue record) {
        String gid = record.requiredText("id");
        return Gid.parse(gid).map(Gid::key).orElse(gid);
    }
}
