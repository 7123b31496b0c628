package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.JournaledWrite.Operation;
import dev.drayage.testkit.netsuite.JournaledWrite.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What all parts of the simulated account share. Records are read and written under the lock of this object only. */
final class Account {
    private final AccountSettings settings;
    private final RecordCatalog catalog;
    private final AccountSwitches switches;
    private final WriteJournal journal = new WriteJournal();
    private final RecordStore store;
    private final References references;
    private final PostingPeriods periods;
    private final ChartOfAccounts chart;
    private final DocumentNumbers numbers = new DocumentNumbers();

    Account(AccountSettings settings, RecordCatalog catalog, AccountSwitches switches) {
        this.settings = settings;
        this.catalog = catalog;
        this.switches = switches;
        this.store = new RecordStore(new PackedJson(catalog.propertyNames()));
        this.references = new References(catalog, store);
        this.periods = new PostingPeriods(this);
        this.chart = new ChartOfAccounts(this);
    }

    AccountSettings settings() {
        return settings;
    }

    RecordCatalog catalog() {
        return catalog;
    }

    AccountSwitches switches() {
        return switches;
    }

    WriteJournal journal() {
        return journal;
    }

    RecordStore store() {
        return store;
    }

    References references() {
        return references;
    }

    PostingPeriods periods() {
        return periods;
    }

    ChartOfAccounts chart() {
        return chart;
    }

    DocumentNumbers numbers() {
        return numbers;
    }

    /** A transaction by internal id, whatever its type. */
    Optional<StoredRecord> transaction(String id) {
        return references.find("transaction", id);
    }

    /** Now, cut to the second as the account keeps it. */
    Instant now() {
        return settings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The account's calendar day. */
    LocalDate today() {
        return now().atZone(settings.zone()).toLocalDate();
    }

    /** How many locations are in use. */
    long locations() {
        long active = 0;
        for (StoredRecord location : store.all("location", Long.MIN_VALUE)) {
            active += Json.ticked(store.read(location), "isInactive") ? 0 : 1;
        }
        return active;
    }

    /** Stores a body and writes the journal. */
    StoredRecord save(RecordType type, long id, ObjectNode body, Origin origin, Operation operation) {
        StoredRecord saved = refresh(type, id, body);
        journal.add(now(), origin, operation, saved);
        return saved;
    }

    /** Stores a body that changed as a consequence of another write. */
    StoredRecord refresh(RecordType type, long id, ObjectNode body) {
        return store.put(type, id, body, now(), switches.queryLag());
    }
}
