package dev.drayage.shopify.internal.payments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.Money;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.internal.api.Answer;
import dev.drayage.shopify.internal.api.BagMember;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Violations;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the shop of money that was booked in the ERP, as a manual payment ({@code orderCreateManualPayment}) under a method of its
 * own, by which the source of orders knows that it is no news to the ERP. All that is owed pays the order; a part of it is
 * entered exactly, which Shopify allows on its Plus plan only; more than is owed is never entered. Shopify takes no key with it,
 * so after an unclear answer, and where the ledger was lost, the order's payments under that method are read: two of one sum for
 * one order look alike then. Thread-safe.
 */
public final class PaymentSink implements RecordSink<CustomerPayment> {
    /** So long a call whose connection broke may still be carried out. */
    private static final Duration ABSENCE_GRACE = Duration.ofMinutes(1);

    /** So far the shop's clock may be from ours; a payment of that sum so shortly before counts as the one that was sent. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final ShopifyApi api;
    private final AccountId account;
    private final String basis;
    private final Optional<String> method;

    /** Payments of one shop. */
    public PaymentSink(ShopifyApi api, AccountId account, Settings settings) {
        this.api = api;
        this.account = account;
        this.method = settings.find(ShopifySettings.ERP_PAYMENT_METHOD);
        this.basis = BagMember.of(settings.get(ShopifySettings.MONEY_BASIS));
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(1, SinkTraits.Recovery.LOOKUP_ONLY, ABSENCE_GRACE, 0);
    }

    @Override
    public Prepared<CustomerPayment> prepare(
            Effect<CustomerPayment> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        CustomerPayment payment = effect.record();
        String order = order(payment).orElse("?");
        return new Prepared<>(
                effect, order + ":" + payment.ref().id(), order + " " + payment.amount(), "", existing, bound);
    }

    private static Optional<String> order(CustomerPayment payment) {
        return OrderReference.find(payment.orderReferences(), OrderReference.Kind.CHANNEL_ORDER_ID)
                .filter(value -> value.matches("[0-9]{1,20}"));
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<CustomerPayment>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        for (Prepared<CustomerPayment> prepared : batch) {
            outcomes.put(
                    prepared.key(),
                    prepared.existing().isPresent()
                            ? new EffectOutcome.Conflict("payment "
                                    + prepared.existing().get().id() + " stands at Shopify and cannot be changed")
                            : tell(prepared.effect().record(), call));
        }
        return outcomes;
    }

    private EffectOutcome tell(CustomerPayment payment, CallContext call) {
        if (method.isEmpty()) {
            return new EffectOutcome.Rejected(
                    Violations.of(
                            ErrorCode.SETTINGS_INVALID,
                            "paymentMethodName",
                            "setting " + ShopifySettings.ERP_PAYMENT_METHOD.name()
                                    + " names no manual payment method: without it the payment would come back as one of the shop's"));
        }
        Optional<OwedOrder> standing = standing(order(payment), call);
        Violations refusal = refusal(payment, standing);
        if (!refusal.isEmpty() || standing.isEmpty()) {
            return new EffectOutcome.Rejected(refusal);
        }
        OwedOrder order = standing.get();
        if (order.owed().signum() == 0) {
            return new EffectOutcome.Unchanged(ref(order.gid()));
        }
        Answer answer;
        try {
            answer = enter(order, payment, call);
        } catch (AuthorisationException e) {
            if (e.code() != ErrorCode.PERMISSION_MISSING || order.owed().equals(payment.amount())) {
                throw e;
            }
            return new EffectOutcome.Rejected(Violations.of(
                    ErrorCode.PERMISSION_MISSING,
                    "amount",
                    "Shopify enters a part of what is owed on its Plus plan only: " + payment.amount() + " of "
                            + order.owed() + " of order " + order.name()));
        }
        if (answer.isRefused()) {
            return new EffectOutcome.Rejected(Violations.of(
                    ErrorCode.REFUSED_BY_TARGET,
                    "amount",
                    "Shopify refused a payment of order " + order.name() + ": "
                            + String.join("; ", answer.refusals())));
        }
        OwedOrder now = OwedOrder.of(answer.root().required("order"), basis, method);
        return now.entered(payment.amount(), Instant.MIN)
                .<EffectOutcome>map(entered -> EffectOutcome.Applied.to(ref(entered.gid())))
                .orElseGet(() -> EffectOutcome.Applied.to(ref(order.gid())));
    }

    /** Why the payment cannot be told; none if it can. */
    private static Violations refusal(CustomerPayment payment, Optional<OwedOrder> standing) {
        if (standing.isEmpty()) {
            return Violations.of(
                    ErrorCode.RECORD_GONE,
                    "id",
                    "Shopify shows no order " + order(payment).orElse("(none told)") + " to be paid");
        }
        OwedOrder order = standing.get();
        if (order.cancelled()) {
            return Violations.of(
                    ErrorCode.CHANGE_REFUSED, "id", "order " + order.name() + " was cancelled and cannot be paid");
        }
        if (!order.owed().currency().equals(payment.amount().currency())) {
            return Violations.of(
                    ErrorCode.CURRENCY_MISMATCH,
                    "amount",
                    "order " + order.name() + " is owed in " + order.owed().currency() + ", the payment is in "
                            + payment.amount().currency());
        }
        if (payment.amount().compareTo(order.owed()) < 0
                && !order.paidIn().equals(payment.amount().currency())) {
            return Violations.of(
                    ErrorCode.CURRENCY_MISMATCH,
                    "amount",
                    "a part of order " + order.name() + " can be entered in " + order.paidIn()
                            + " alone, in which the buyer pays, and the payment is in "
                            + payment.amount().currency());
        }
        return order.owed().signum() != 0 && payment.amount().compareTo(order.owed()) > 0
                ? Violations.of(
                        ErrorCode.TOTAL_MISMATCH,
                        "amount",
                        payment.amount() + " was booked for order " + order.name() + ", of which " + order.owed()
                                + " is owed at Shopify")
                : Violations.none();
    }

    /** The whole is entered without its sum, which every plan allows. */
    private Answer enter(OwedOrder order, CustomerPayment payment, CallContext call) {
        Variables variables = Variables.id(order.gid())
                .with("method", method)
                .with(
                        "processedAt",
                        payment.paidAt().truncatedTo(ChronoUnit.SECONDS).toString());
        if (!order.owed().equals(payment.amount())) {
            ObjectNode amount = JsonNodeFactory.instance.objectNode();
            amount.put("amount", payment.amount().amount().toPlainString());
            amount.put("currencyCode", payment.amount().currency().getCurrencyCode());
            variables.with("amount", amount);
        }
        return api.execute(Documents.ORDER_MANUAL_PAYMENT, variables, call);
    }

    private Optional<OwedOrder> standing(Optional<String> order, CallContext call) {
        if (order.isEmpty()) {
            return Optional.empty();
        }
        JsonValue root = api.execute(
                        Documents.ORDER_STATE, Variables.id(new Gid("Order", order.get()).toString()), call)
                .root();
        return root.isPresent() ? Optional.of(OwedOrder.of(root, basis, method)) : Optional.empty();
    }

    private RecordRef ref(String gid) {
        return RecordRef.of(
                account,
                RecordType.CUSTOMER_PAYMENT,
                Gid.parse(gid).map(Gid::key).orElse(gid));
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<CustomerPayment>> effects, CallContext call) {
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<CustomerPayment> effect : effects) {
            CustomerPayment payment = effect.record();
            Optional<OwedOrder> standing = standing(order(payment), call);
            Map<String, String> before = standing.map(
                            order -> Map.of("owed", order.owed().toString()))
                    .orElse(Map.of());
            Map<String, String> after = standing.filter(order ->
                            order.owed().currency().equals(payment.amount().currency()))
                    .map(order ->
                            Map.of("owed", order.owed().minus(payment.amount()).toString()))
                    .orElse(Map.of());
            Optional<RecordRef> entered = standing.flatMap(order -> order.entered(payment.amount(), Instant.MIN))
                    .map(payments -> ref(payments.gid()));
            found.put(
                    effect.key(),
                    entered.isPresent()
                            ? new Existing(entered, before, before, Violations.none())
                            : new Existing(Optional.empty(), before, after, refusal(payment, standing)));
        }
        return found;
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        for (Intent intent : open) {
            answers.put(intent.key(), resolve(intent, call));
        }
        return answers;
    }

    /** A payment of that sum that was entered since, by clocks that may differ: rather one too few at the shop than one twice. */
    private Resolution resolve(Intent intent, CallContext call) {
        String[] parts = intent.hint().split(" ", 3);
        if (parts.length < 3) {
            return new Resolution.NotLanded();
        }
        Money amount = new Money(new BigDecimal(parts[2]), Currency.getInstance(parts[1]));
        return standing(Optional.of(parts[0]), call)
                .flatMap(order -> order.entered(amount, intent.sentAt().minus(CLOCKS_APART)))
                .<Resolution>map(entered -> new Resolution.Landed(EffectOutcome.Applied.to(ref(entered.gid()))))
                .orElseGet(Resolution.NotLanded::new);
    }
}
