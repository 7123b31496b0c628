package dev.drayage.netsuite.internal.options;

import dev.drayage.error.ErrorCode;
import dev.drayage.mapping.ValueMap;
import dev.drayage.model.AccountId;
import dev.drayage.model.PaymentTerms;
import dev.drayage.model.PostingCategory;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Violation;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How money is booked. Immutable. */
public final class MoneyOptions {
    private final Settings settings;
    private final ValueMap terms;
    private final Map<String, String> methods;
    private final ValueMap paymentOptions;
    private final ValueMap postings;

    private MoneyOptions(Settings settings) {
        this.settings = settings;
        terms = map(MoneySettings.TERMS);
        methods = settings.get(MoneySettings.PAYMENT_OPTIONS);
        paymentOptions = map(MoneySettings.PAYMENT_OPTIONS);
        postings = map(MoneySettings.PAYOUT_ACCOUNTS);
    }

    /** The options that the settings give. */
    public static MoneyOptions of(Settings settings) {
        return new MoneyOptions(settings);
    }

    /**
     * Something that the settings name, or why it cannot be told.
     *
     * @param id internal id; empty if nothing is to be sent, or if there is a violation
     * @param violation why it cannot be told
     */
    public record Named(Optional<String> id, Optional<Violation> violation) {
        static Named of(String id) {
            return new Named(Optional.of(id), Optional.empty());
        }

        static Named missing(Setting<?> setting, String field, String message) {
            return new Named(
                    Optional.empty(),
                    Optional.of(new Violation(
                            ErrorCode.VALUE_UNMAPPED, field, "setting " + setting.name() + " " + message)));
        }
    }

    /** The zone in which days of documents are cut. */
    public ZoneId zone() {
        return settings.get(NetSuiteSchema.ZONE);
    }

    /** The subsidiary, if the account has several. */
    public Optional<String> subsidiary() {
        return settings.get(NetSuiteSchema.SUBSIDIARY);
    }

    /** The custom form of invoices. */
    public Optional<String> invoiceForm() {
        return settings.get(MoneySettings.INVOICE_FORM);
    }

    /** The body field of the channel's payment id. */
    public String paymentIdField() {
        return settings.get(MoneySettings.PAYMENT_ID_FIELD);
    }

    /** The item of refunded goods that do not come back. */
    public Optional<String> refundItem() {
        return settings.get(MoneySettings.REFUND_ITEM);
    }

    /** The terms. */
    public Named terms(PaymentTerms of) {
        return terms.get(of.key())
                .or(() -> terms.get(of.name()))
                .map(Named::of)
                .orElseGet(() -> Named.missing(
                        MoneySettings.TERMS, "terms", "has no entry for " + of.key() + " (" + of.name() + ")"));
    }

    /** The payment option of a means of payment; nothing if the settings name none at all. */
    public Named paymentOption(String method) {
        if (methods.isEmpty()) {
            return new Named(Optional.empty(), Optional.empty());
        }
        return paymentOptions
                .get(method)
                .map(Named::of)
                .orElseGet(() ->
                        Named.missing(MoneySettings.PAYMENT_OPTIONS, "paymentOption", "has no entry for " + method));
    }

    /** The account that payments by a means of payment go to; empty for undeposited funds. */
    public Optional<String> paymentAccount(AccountId channel, String method) {
        return byMeans(MoneySettings.PAYMENT_ACCOUNTS, channel, method);
    }

    /** The account that refunds by a means of payment are paid from. */
    public Named refundAccount(AccountId channel, String method) {
        return byMeans(MoneySettings.REFUND_ACCOUNTS, channel, method)
                .map(Named::of)
                .orElseGet(() -> Named.missing(
                        MoneySettings.REFUND_ACCOUNTS, "account", "has no entry for " + method + " or " + channel));
    }

    private Optional<String> byMeans(Setting<Map<String, String>> setting, AccountId channel, String method) {
        Map<String, String> entries = settings.get(setting);
        return Optional.ofNullable(entries.get(channel + "/" + method))
                .or(() -> Optional.ofNullable(entries.get(method)))
                .or(() -> of(setting, channel));
    }

    /** The bank account of a channel's payouts. */
    public Named payoutBank(AccountId channel) {
        return needed(MoneySettings.PAYOUT_BANKS, channel);
    }

    /** The account on which a channel's payouts that take money wait. */
    public Named payoutClearing(AccountId channel) {
        return needed(MoneySettings.PAYOUT_CLEARING, channel);
    }

    /** The account of a sum in a payout, by the channel's word for it or by what it is for. */
    public Named posting(PostingCategory category, String type) {
        String name = category.name().toLowerCase(Locale.ROOT);
        return postings.get(type)
                .or(() -> postings.get(name))
                .map(Named::of)
                .orElseGet(() -> Named.missing(
                        MoneySettings.PAYOUT_ACCOUNTS, "account", "has no entry for " + type + " or " + name));
    }

    private Named needed(Setting<Map<String, String>> setting, AccountId channel) {
        return of(setting, channel)
                .map(Named::of)
                .orElseGet(() -> Named.missing(setting, "account", "has no entry for " + channel));
    }

    private Optional<String> of(Setting<Map<String, String>> setting, AccountId channel) {
        return Optional.ofNullable(settings.get(setting).get(channel.toString()));
    }

    private ValueMap map(Setting<Map<String, String>> setting) {
        return ValueMap.of(setting.name(), settings.get(setting));
    }
}
