package dev.drayage.netsuite.internal.options;

import dev.drayage.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings that say how money is booked. Stateless. */
public final class MoneySettings {
    private MoneySettings() {}

    public static final Setting<Optional<String>> INVOICE_FORM =
            NetSuiteTexts.optionalId("form.invoice", "Custom form of invoices.");
    public static final Setting<Map<String, String>> TERMS = NetSuiteTexts.ids(
            "terms",
            "Terms by the channel's own, such as net-30=2: net and the days where the channel tells days, else its words.");
    public static final Setting<Map<String, String>> PAYMENT_OPTIONS = NetSuiteTexts.ids(
            "payment.options",
            "Payment options by the channel's means of payment, such as shopify_payments=4. Without any, none is sent; with"
                    + " some, a payment by another means is parked.");
    public static final Setting<Map<String, String>> PAYMENT_ACCOUNTS = NetSuiteTexts.ids(
            "payment.accounts",
            "The bank, clearing or liability account that payments and deposits go to: by channel and means of payment, such as"
                    + " shopify:acme.myshopify.com/paypal=131, by means alone, such as gift_card=225, or by channel. Without an"
                    + " entry it is undeposited funds, where payouts pick them up.");
    public static final Setting<Map<String, String>> REFUND_ACCOUNTS = NetSuiteTexts.ids(
            "refund.accounts",
            "The account that refunds are paid from, by the same keys; payouts take them from there.");
    public static final Setting<Optional<String>> REFUND_ITEM = NetSuiteTexts.optionalId(
            "item.refund",
            "The non-inventory item of refunded goods that do not come back into stock; its line names the SKU.");
    public static final Setting<Optional<String>> GIFT_CARD_ITEM = NetSuiteTexts.optionalId(
            "item.giftCard",
            "The item of gift cards that are sold, with a liability account; without it their SKU decides.");
    public static final Setting<Map<String, String>> PAYOUT_BANKS = NetSuiteTexts.ids(
            "payout.banks", "The bank account that a channel's payouts reach, such as shopify:acme.myshopify.com=1.");
    public static final Setting<Map<String, String>> PAYOUT_CLEARING = NetSuiteTexts.ids(
            "payout.clearing", "The account on which a channel's payouts that take money wait; only for those.");
    public static final Setting<Map<String, String>> PAYOUT_ACCOUNTS = NetSuiteTexts.ids(
            "payout.accounts",
            "Accounts of everything in a payout that is no payment or refund: by the channel's word for it, such as"
                    + " DISPUTE_REVERSAL=621, else by fee, dispute, reserve, adjustment, retried_payout, advance or other."
                    + " What has no entry is parked.");
    public static final Setting<String> TAX_ID_FIELD = NetSuiteTexts.field(
            "customer.taxIdField",
            "vatregnumber",
            "The customer field of the tax registration; customers are matched by it.");
    public static final Setting<String> PAYMENT_ID_FIELD = NetSuiteTexts.field(
            "field.paymentId",
            "custbody_drayage_payment_id",
            "Body field of payments, deposits and refunds for the channel's id of the payment: payouts find them by it.");

    /** All of them, in the order of the reference page. */
    static final List<Setting<?>> ALL = List.of(
            INVOICE_FORM,
            TERMS,
            PAYMENT_OPTIONS,
            PAYMENT_ACCOUNTS,
            REFUND_ACCOUNTS,
            REFUND_ITEM,
            GIFT_CARD_ITEM,
            PAYOUT_BANKS,
            PAYOUT_CLEARING,
            PAYOUT_ACCOUNTS,
            TAX_ID_FIELD,
            PAYMENT_ID_FIELD);
}
