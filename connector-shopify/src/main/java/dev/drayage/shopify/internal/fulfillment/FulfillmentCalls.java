package dev.drayage.shopify.internal.fulfillment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.api.Answer;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Violations;
import java.util.List;
import java.util.Locale;

/** The three calls that write fulfillments; each is sent once and never repeated here (guarantee G2). Thread-safe. */
final class FulfillmentCalls {
    /** What Shopify answers when an order moved on between being read and being written to. */
    private static final List<String> MOVED_ON = List.of(
            "unfulfillable status",
            "invalid fulfillment order line item quantity",
            "fulfillment order does not exist",
            "fulfillment order line item does not exist");

    private final ShopifyApi api;
    private final AccountId account;
    private final boolean notify;

    FulfillmentCalls(ShopifyApi api, AccountId account, boolean notify) {
        this.api = api;
        this.account = account;
        this.notify = notify;
    }

    /** How a call to make a fulfillment ended, and whether reading the order anew would help. */
    record Created(EffectOutcome outcome, boolean movedOn) {}

    Created create(Parcel parcel, Allocation.Found found, CallContext call) {
        ObjectNode input = api.json().object();
        input.set("lineItemsByFulfillmentOrder", found.groups());
        if (!parcel.tracking().isEmpty()) {
            input.set("trackingInfo", parcel.tracking().input());
        }
        input.put("notifyCustomer", notify);
        Answer answer =
                api.execute(Documents.FULFILLMENT_CREATE, Variables.none().with("fulfillment", input), call);
        EffectOutcome outcome = outcome(answer, "a parcel of order " + parcel.order());
        return new Created(outcome, answer.isRefused() && mentions(answer, MOVED_ON));
    }

    EffectOutcome track(Fulfillment fulfillment, Tracking tracking, CallContext call) {
        Variables variables = Variables.id(fulfillment.id())
                .with("tracking", tracking.input())
                .with("notify", notify);
        return outcome(
                api.execute(Documents.FULFILLMENT_TRACKING, variables, call),
                "the tracking of fulfillment " + fulfillment.number());
    }

    EffectOutcome cancel(RecordRef fulfillment, CallContext call) {
        String id = new Gid("Fulfillment", fulfillment.id()).toString();
        return outcome(
                api.execute(Documents.FULFILLMENT_CANCEL, Variables.id(id), call),
                "the cancellation of fulfillment " + fulfillment.id());
    }

    RecordRef ref(String number) {
        return RecordRef.of(account, RecordType.ITEM_FULFILLMENT, number);
    }

    private EffectOutcome outcome(Answer answer, String what) {
        if (answer.isRefused()) {
            String told = String.join("; ", answer.refusals());
            return new EffectOutcome.Rejected(Violations.of(code(answer), "", "Shopify refused " + what + ": " + told));
        }
        return answer.root()
                .at("fulfillment")
                .text("id")
                .<EffectOutcome>map(id -> EffectOutcome.Applied.to(ref(FulfillmentOrder.number(id))))
                .orElseGet(() -> new EffectOutcome.Unknown("Shopify's answer to " + what + " names no fulfillment"));
    }

    private static ErrorCode code(Answer answer) {
        return mentions(answer, List.of("invalid fulfillment order line item quantity"))
                ? ErrorCode.QUANTITY_EXCEEDED
                : ErrorCode.REFUSED_BY_TARGET;
    }

    private static boolean mentions(Answer answer, List<String> words) {
        return answer.refusals().stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> words.stream().anyMatch(text::contains));
    }
}
