package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which months are closed, and the records of those months that the account lists. Months close one by one, in any
 * order. Guarded by the account's lock.
 */
final class PostingPeriods {
    /** Record type and id space of listed months. */
    static final String TYPE = "accountingPeriod";

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private final Account account;
    private final Set<YearMonth> closed = new HashSet<>();

    PostingPeriods(Account account) {
        this.account = account;
    }

    /** Lists a month. Until the first one is listed, documents carry no posting period. */
    void list(YearMonth month) {
        store(month);
    }

    void close(YearMonth month) {
        closed.add(month);
        find(month).ifPresent(record -> store(month));
    }

    void open(YearMonth month) {
        closed.remove(month);
        find(month).ifPresent(record -> store(month));
    }

    /** Refuses the day of a posting document in a closed month, and names the period of an open one. */
    void check(ObjectNode draft) {
        LocalDate day = LocalDate.parse(draft.path("tranDate").asText());
        refuseClosed(day);
        find(YearMonth.from(day)).ifPresent(period -> draft.set("postingPeriod", Json.ref(period.id())));
    }

    /** The sentence is made up here: facts say that such a save fails, not how. */
    void refuseClosed(LocalDate day) {
        boolean before = account.settings()
                .closedThrough()
                .filter(last -> !day.isAfter(last))
                .isPresent();
        if (before || closed.contains(YearMonth.from(day))) {
            throw Refusal.userError("The posting period of " + day + " is closed. Choose a date in an open period.");
        }
    }

    private Optional<StoredRecord> find(YearMonth month) {
        return account.store().byExternalId(TYPE, month.toString());
    }

    private void store(YearMonth month) {
        RecordType type = account.catalog().getOrOpen(TYPE);
        ObjectNode body = Json.object()
                .put("externalId", month.toString())
                .put("periodName", NAME.format(month))
                .put("startDate", month.atDay(1).toString())
                .put("endDate", month.atEndOfMonth().toString())
                .put("closed", closed.contains(month));
        account.refresh(
                type,
                find(month)
                        .map(StoredRecord::number)
                        .orElseGet(() -> account.store().nextId(type)),
                body);
    }
}
