package dev.drayage.netsuite.internal.salesorder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.EditedLine;
import dev.drayage.model.OrderEdit;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.WriteAnswer;
import dev.drayage.netsuite.internal.record.WriteBatch;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notes in a sales order that the channel took over what people made of it, so that what the channel changes from then on is no
 * conflict. The note takes the place of the one that the edit was read with, and of no other: one that was written meanwhile is
 * newer. The same note again changes nothing, so a lost answer is simply sent again. Thread-safe.
 */
public final class OrderEditSink implements RecordSink<OrderEdit> {
    private static final int BATCH = 10;

    private final NetSuiteAccount account;
    private final String linesField;

    /** A sink that writes into the field {@code linesField}. */
    public OrderEditSink(NetSuiteAccount account, String linesField) {
        this.account = account;
        this.linesField = linesField;
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(BATCH, SinkTraits.Recovery.REPEATABLE, Duration.ZERO, 0);
    }

    @Override
    public Prepared<OrderEdit> prepare(
            Effect<OrderEdit> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(effect, effect.record().ref().id(), "", "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<OrderEdit>> batch, CallContext call) {
        return WriteBatch.each(
                batch, account.time(), prepared -> note(prepared.effect().record(), call));
    }

    private EffectOutcome note(OrderEdit edit, CallContext call) {
        RecordRef order = order(edit);
        Optional<JsonValue> standing = account.records().readHeader(RecordKind.SALES_ORDER, order.id(), call);
        if (standing.isEmpty()) {
            return new EffectOutcome.Rejected(
                    Violations.of(ErrorCode.RECORD_GONE, "", "sales order " + order.id() + " is not there any more"));
        }
        if (!noted(standing.get()).content().equals(edit.agreedContent())) {
            return new EffectOutcome.Unchanged(order);
        }
        ObjectNode body = account.records().body();
        body.put(linesField, agreed(edit, noted(standing.get())).text());
        WriteAnswer answer = account.records().update(RecordKind.SALES_ORDER, order.id(), body, Optional.empty(), call);
        return answer instanceof WriteAnswer.Refused refused
                ? new EffectOutcome.Rejected(refused.refusal().violations())
                : EffectOutcome.Applied.to(order);
    }

    private AgreedLines noted(JsonValue order) {
        return AgreedLines.parse(order.text(linesField).orElse(""));
    }

    /** What lines cost is as it was noted before: an edit that changes it is told to nobody. */
    private static AgreedLines agreed(OrderEdit edit, AgreedLines before) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        for (EditedLine line : edit.lines()) {
            line.lineId().ifPresent(id -> units.merge(id, line.quantity(), BigDecimal::add));
        }
        return new AgreedLines(edit.content(), Optional.of(OrderEdit.quantities(units)), before.prices());
    }

    private RecordRef order(OrderEdit edit) {
        return RecordRef.of(account.id(), RecordType.SALES_ORDER, edit.ref().id());
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<OrderEdit>> effects, CallContext call) {
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<OrderEdit> effect : effects) {
            OrderEdit edit = effect.record();
            Optional<AgreedLines> standing = account.records()
                    .readHeader(RecordKind.SALES_ORDER, edit.ref().id(), call)
                    .map(this::noted);
            Optional<String> note = standing.map(AgreedLines::text);
            String wanted = standing.map(before -> agreed(edit, before).text()).orElse("");
            found.put(
                    effect.key(),
                    new Existing(
                            note.filter(wanted::equals).map(text -> order(edit)),
                            note.map(text -> Map.of(linesField, text)).orElse(Map.of()),
                            Map.of(linesField, wanted),
                            Violations.none()));
        }
        return found;
    }

    /** Whether it landed or not, it may be written again. */
    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        open.forEach(intent -> answers.put(intent.key(), new Resolution.NotLanded()));
        return answers;
    }
}
