package dev.drayage.netsuite.internal.salesorder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.options.SaleOptions;
import dev.drayage.netsuite.internal.options.SourceSettings;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.WriteAnswer;
import dev.drayage.netsuite.internal.sale.SaleDraft;
import dev.drayage.netsuite.internal.sale.SaleSink;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Finding;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes orders that the merchant ships as sales orders (help: "Sales Order" in the REST guide), and follows what the channel
 * changes of their lines afterwards. A digest of the lines stands in the order itself; where the order shows other lines than
 * that, people changed it: if the channel did too, both versions are told and nothing is written. An order that is cancelled
 * at the channel is closed as long as nothing of it left or was billed. Thread-safe.
 */
public final class SalesOrderSink extends SaleSink<SalesOrder> {
    /** So long after the last change of an order its edit may still be on its way. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final Duration RECHECK = Duration.ofMinutes(1);

    private final NetSuiteAccount account;
    private final SalesOrderBody own;
    private final String lineIdField;
    private final Optional<String> linesField;
    private final boolean corrections;

    /** A sink that books as the settings say. */
    public SalesOrderSink(NetSuiteAccount account, SaleOptions options, Settings settings) {
        super(account, RecordKind.SALES_ORDER, RecordType.SALES_ORDER, options);
        this.account = account;
        this.own = new SalesOrderBody(settings);
        this.lineIdField = options.fields().lineId();
        this.linesField = settings.get(NetSuiteSchema.LINES_FIELD);
        this.corrections = settings.get(SourceSettings.ALLOW_CORRECTIONS);
    }

    @Override
    protected List<Violation> complete(SalesOrder order, ObjectNode body) {
        linesField.ifPresent(field -> body.put(
                field, AgreedLines.on(OrderContent.sent(body, lineIdField)).text()));
        return own.complete(order, body);
    }

    @Override
    protected EffectOutcome change(
            Prepared<SalesOrder> prepared, RecordRef standing, SaleDraft draft, CallContext call) {
        Optional<JsonValue> record = account.records().read(RecordKind.SALES_ORDER, standing.id(), call);
        if (record.isEmpty()) {
            return rejected(ErrorCode.RECORD_GONE, "sales order " + standing.id() + " is not there any more");
        }
        OrderContent there = OrderContent.standing(record.get(), lineIdField);
        if (prepared.effect().mode() == Effect.Mode.VOID) {
            return close(standing, record.get(), there, call);
        }
        if (!there.twice().isEmpty()) {
            return rejected(
                    ErrorCode.MATCH_AMBIGUOUS,
                    "sales order " + standing.id() + " has several lines with the channel's line id "
                            + String.join(", ", there.twice()) + ": take it out of those that were copied");
        }
        if (linesField.isEmpty()) {
            return rejected(
                    ErrorCode.SETTINGS_INVALID,
                    "sales order " + standing.id()
                            + " changed at the channel; setting field.lines is needed to follow that");
        }
        if (draft.body().has("taxDetails")) {
            return rejected(
                    ErrorCode.CHANGED_AFTER_BOOKING,
                    "sales order " + standing.id()
                            + " changed at the channel; tax details cannot be changed from here: change it by hand");
        }
        if (!draft.violations().isEmpty()) {
            return new EffectOutcome.Rejected(draft.violations());
        }
        OrderContent wanted = OrderContent.sent(draft.body(), lineIdField);
        String written = record.get().text(linesField.get()).orElse("");
        if (wanted.sells(there)) {
            return written.equals(AgreedLines.on(wanted).text())
                    ? new EffectOutcome.Unchanged(standing)
                    : patch(standing, agreed(wanted), Optional.empty(), call);
        }
        AgreedLines noted = AgreedLines.parse(written);
        boolean onlyPeople = noted.content().equals(wanted.digest());
        if (onlyPeople) { // what they changed is nothing of the channel's
            return new EffectOutcome.Unchanged(standing);
        }
        if (!noted.content().equals(there.digest())) {
            return conflict(standing, record.get(), there, wanted);
        }
        OrderChange change = new OrderChange(there, wanted, lineIdField);
        ObjectNode body = agreed(wanted);
        ArrayNode rows = change.rows(body);
        if (!change.violations().isEmpty()) {
            return new EffectOutcome.Rejected(new Violations(change.violations()));
        }
        if (!rows.isEmpty()) {
            body.set("item", body.objectNode().set("items", rows));
        }
        if (wanted.carriage().compareTo(there.carriage()) != 0) {
            body.put("shippingCost", wanted.carriage());
        }
        return patch(standing, body, change.replaces() ? Optional.of("item") : Optional.empty(), call);
    }

    /** What was closed still stands in NetSuite's total, and does not in the channel's. */
    @Override
    public Map<EffectKey, List<Finding>> verify(List<Written> written, CallContext call) {
        Map<EffectKey, List<Finding>> findings = new LinkedHashMap<>(super.verify(written, call));
        for (Written order : written) {
            if (findings.containsKey(order.key()) && comesToLessClosed(order, call)) {
                findings.remove(order.key());
            }
        }
        return findings;
    }

    private boolean comesToLessClosed(Written order, CallContext call) {
        BigDecimal expected = new BigDecimal(order.expectation().split(" ", 2)[1]);
        return account.records()
                .read(RecordKind.SALES_ORDER, order.ref().id(), call)
                .flatMap(record ->
                        record.decimal("total").map(total -> total.subtract(OrderContent.closedWorth(record))))
                .filter(open -> open.compareTo(expected) == 0)
                .isPresent();
    }

    private ObjectNode agreed(OrderContent wanted) {
        ObjectNode body = account.records().body();
        linesField.ifPresent(field -> body.put(field, AgreedLines.on(wanted).text()));
        return body;
    }

    /**
     * Both sides differ. Where the channel already has the quantities of a fresh edit that people made here, the edit was told to
     * it, and the note that it is agreed on follows: that is waited for.
     */
    private EffectOutcome conflict(RecordRef standing, JsonValue record, OrderContent there, OrderContent wanted) {
        Instant now = account.time().instant();
        boolean fresh = record.text("lastModifiedDate")
                .map(Instant::parse)
                .filter(now.minus(PATIENCE)::isBefore)
                .isPresent();
        if (corrections && fresh && there.sellsAsMany(wanted)) {
            return new EffectOutcome.RetryLater(
                    now.plus(RECHECK),
                    "the channel has the edit of sales order " + standing.id() + ", its note follows");
        }
        return new EffectOutcome.Conflict("sales order " + standing.id()
                + " was changed in NetSuite and at the channel (here is the channel): "
                + wanted.differences(there));
    }

    /** Closes every line; a closed order stays as a record, and that nothing of it is sold is agreed on with the channel. */
    private EffectOutcome close(RecordRef standing, JsonValue record, OrderContent there, CallContext call) {
        if (there.lines().stream().anyMatch(line -> line.done().signum() > 0)) {
            return new EffectOutcome.Conflict("sales order " + standing.id()
                    + " was cancelled at the channel, but goods of it left or were billed");
        }
        ObjectNode body = account.records().body();
        ArrayNode rows = body.arrayNode();
        for (JsonValue line : record.at("item").elements("items")) {
            if (!line.at("isClosed").flag().orElse(false)) {
                rows.addObject()
                        .put("line", new BigDecimal(line.text("line").orElse("0")))
                        .put("isClosed", true);
            }
        }
        if (!rows.isEmpty()) {
            body.set("item", body.objectNode().set("items", rows));
        }
        String nothing = AgreedLines.on(new OrderContent(List.of(), List.of(), there.carriage()))
                .text();
        linesField
                .filter(field -> record.text(field).filter(nothing::equals).isEmpty())
                .ifPresent(field -> body.put(field, nothing));
        return body.isEmpty() ? new EffectOutcome.Unchanged(standing) : patch(standing, body, Optional.empty(), call);
    }

    private EffectOutcome patch(RecordRef standing, ObjectNode body, Optional<String> replace, CallContext call) {
        WriteAnswer answer = account.records().update(RecordKind.SALES_ORDER, standing.id(), body, replace, call);
        return answer instanceof WriteAnswer.Refused refused
                ? new EffectOutcome.Rejected(refused.refusal().violations())
                : EffectOutcome.Applied.to(standing);
    }

    private static EffectOutcome rejected(ErrorCode code, String message) {
        return new EffectOutcome.Rejected(Violations.of(code, "", message));
    }
}
