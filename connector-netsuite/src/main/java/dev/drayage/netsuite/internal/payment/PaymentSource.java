package dev.drayage.netsuite.internal.payment;

import dev.drayage.call.CallContext;
import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.PaymentTransaction;
import dev.drayage.model.RecordRef;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.changes.ChangedIds;
import dev.drayage.netsuite.internal.changes.UnseenRecord;
import dev.drayage.netsuite.internal.changes.UtcWindow;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.MoneySettings;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what customers paid for orders of channels, as people booked it, by windows of the last change of the payment or deposit.
 * A page is one query for internal ids and one each for heads and for what they pay. Thread-safe.
 *
 * <p>Payments that the connector wrote itself are told too; they carry the channel's id of the payment. What was told and is
 * voided, or no longer applied, is told as gone when the document is next changed; one that was deleted only when it is fetched.
 *
 * @param <T> the record
 */
public final class PaymentSource<T extends PaymentTransaction> implements RecordSource<T> {
    private static final Pattern INTERNAL_ID = Pattern.compile("[0-9]{1,18}");
    /** As a revision begins that was given here: with the instant of the change. */
    private static final Pattern REVISION = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");

    private static final Duration PRECISION = Duration.ofSeconds(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    private final NetSuiteAccount account;
    private final PaidDocument<T> document;
    private final PaymentQueries queries;
    private final PaymentReader<T> reader;
    private final ToldPayments told;

    private PaymentSource(
            NetSuiteAccount account,
            PaidDocument<T> document,
            FieldNames fields,
            ToldPayments told,
            Settings settings) {
        this.account = account;
        this.document = document;
        this.queries = new PaymentQueries(
                account.queries(),
                document,
                fields,
                settings.get(MoneySettings.PAYMENT_ID_FIELD),
                settings.get(NetSuiteSchema.PAGE_SIZE));
        this.reader = new PaymentReader<>(document, settings.get(NetSuiteSchema.ZONE));
        this.told = told;
    }

    /** A source of payments, one for each invoice that one is applied to. */
    public static PaymentSource<CustomerPayment> payments(
            NetSuiteAccount account, FieldNames fields, ToldPayments told, Settings settings) {
        return new PaymentSource<>(account, PaidDocument.PAYMENT, fields, told, settings);
    }

    /** A source of deposits for sales orders. */
    public static PaymentSource<CustomerDeposit> deposits(
            NetSuiteAccount account, FieldNames fields, ToldPayments told, Settings settings) {
        return new PaymentSource<>(account, PaidDocument.DEPOSIT, fields, told, settings);
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(PRECISION, account.queryLag(), LONGEST_WINDOW);
    }

    @Override
    public Page<T> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException(document.word() + "s are read by windows");
        }
        String after = at.map(Cursor::token).orElse("0");
        if (!INTERNAL_ID.matcher(after).matches()) {
            throw new CursorExpiredException("the cursor of " + document.word() + "s is no internal id");
        }
        ChangedIds.IdPage page = queries.idsIn(UtcWindow.of(window), after, call);
        List<Change<T>> changes = page.ids().isEmpty() ? List.of() : changes(page.ids(), call);
        if (changes.isEmpty() && at.isEmpty()) {
            document.seen().forEach(kind -> account.records().probe(kind, call));
        }
        return new Page<>(changes, page.last().map(Cursor::new), Optional.empty());
    }

    private List<Change<T>> changes(List<String> ids, CallContext call) {
        Map<String, Row> heads = queries.heads(ids, call);
        Map<String, List<Row>> linked = queries.linked(ids, call);
        List<Change<T>> changes = new ArrayList<>();
        for (String id : ids) {
            Row head = heads.get(id);
            Map<String, List<Row>> paid = byRefId(id, linked.getOrDefault(id, List.of()));
            Set<String> known = new HashSet<>(paid.keySet());
            if (head == null) {
                known.addAll(told.of(document, id));
                known.forEach(refId -> changes.add(new Change.NotVisible<>(
                        ref(refId), document.word() + " " + id + " was listed but is not shown")));
                continue;
            }
            paid.forEach((refId, rows) ->
                    changes.addAll(read(refId, head, rows, call).stream().toList()));
            told.of(document, id).stream()
                    .filter(refId -> !known.contains(refId))
                    .forEach(refId -> changes.add(new Change.Gone<>(ref(refId))));
        }
        return changes;
    }

    private Map<String, List<Row>> byRefId(String payment, List<Row> rows) {
        Map<String, List<Row>> paid = new LinkedHashMap<>();
        rows.forEach(
                row -> paid.computeIfAbsent(document.refId(payment, row.required("paid")), refId -> new ArrayList<>())
                        .add(row));
        return paid;
    }

    private Optional<Change<T>> read(String refId, Row head, List<Row> paid, CallContext call) {
        return reader.read(
                ref(refId), head, paid, currency -> account.currencies().of(currency, call));
    }

    @Override
    public Change<T> fetch(RecordRef ref, CallContext call) {
        Optional<String> payment = document.payment(ref.id());
        if (payment.isEmpty()) {
            return new Change.NotVisible<>(
                    ref, "\"" + ref.id() + "\" is not the id of a " + document.word() + ": " + document.idForm());
        }
        List<String> ids = List.of(payment.get());
        Row head = queries.heads(ids, call).get(payment.get());
        if (head == null) {
            return UnseenRecord.look(account, document.kind(), payment.get(), document.word(), ref, call);
        }
        List<Row> paid = byRefId(payment.get(), queries.linked(ids, call).getOrDefault(payment.get(), List.of()))
                .getOrDefault(ref.id(), List.of());
        if (paid.isEmpty()) {
            return new Change.Gone<>(ref);
        }
        return read(ref.id(), head, paid, call)
                .orElseGet(() -> new Change.NotVisible<>(
                        ref,
                        document.word() + " " + ref.id()
                                + " pays for no order whose fields name a channel and the channel's order"));
    }

    /** Keeps what was told, so that it can be told when it is gone. */
    @Override
    public void acknowledge(List<SettledRecord> settled, CallContext call) {
        for (SettledRecord record : settled) {
            document.payment(record.ref().id()).ifPresent(payment -> {
                if (REVISION.matcher(record.revision()).matches()) {
                    told.told(document, payment, record.ref());
                } else if (record.ending() != SettledRecord.Ending.WAITING) {
                    told.forget(document, payment, record.ref());
                }
            });
        }
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account.id(), document.type(), id);
    }
}
