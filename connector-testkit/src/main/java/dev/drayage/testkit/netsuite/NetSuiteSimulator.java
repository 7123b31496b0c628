package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.FaultPlan;
import dev.drayage.testkit.wire.WireServer;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One NetSuite account on a loopback port: SuiteTalk REST records, SuiteQL, and tokens for client credentials. It keeps
 * its records in memory and applies the rules that an order importer meets; see the tests of this package for what
 * those are. All time comes from the clock of the builder. Thread-safe.
 *
 * <p>Nothing here reaches beyond the loopback interface, and no method waits for time to pass.
 */
public final class NetSuiteSimulator implements AutoCloseable {
    private final Account account;
    private final StockBook stock;
    private final RecordWriter writer;
    private final AccessDesk access;
    private final FrontDoor door;
    private final RequestCounts counts = new RequestCounts();
    private final FaultPlan faults = new FaultPlan();
    private final WireServer server;

    private NetSuiteSimulator(Account account, ApiCredentials credentials, List<Seed> seeds) {
        this.account = account;
        this.stock = new StockBook(account);
        this.writer = new RecordWriter(account, stock);
        this.access = new AccessDesk(account.settings(), account.switches(), credentials);
        seeds.forEach(this::seed);
        this.door = new FrontDoor(
                account, access, new RecordEndpoint(account, writer), new SuiteQlEndpoint(account), counts);
        this.server = WireServer.start(door, faults);
    }

    /** Settings of an account whose time comes from {@code clock}. */
    public static NetSuiteSimulatorBuilder builder(InstantSource clock) {
        return new NetSuiteSimulatorBuilder(clock);
    }

    static NetSuiteSimulator start(
            AccountSettings settings,
            RecordCatalog catalog,
            ApiCredentials credentials,
            List<Seed> seeds,
            Consumer<Account> afterSeeds) {
        Account account = new Account(settings, catalog, new AccountSwitches());
        NetSuiteSimulator simulator = new NetSuiteSimulator(account, credentials, seeds);
        synchronized (account) {
            afterSeeds.accept(account);
        }
        return simulator;
    }

    /** Where the account listens; service paths start with {@code /services/rest}. */
    public URI baseUri() {
        return server.baseUri();
    }

    /** What goes wrong on the wire. */
    public FaultPlan faults() {
        return faults;
    }

    /** Somebody at the screen of this account. */
    public Clerk clerk() {
        return new Clerk(account, writer, stock);
    }

    /** Somebody in the finance department of this account. */
    public Bookkeeper bookkeeper() {
        return new Bookkeeper(account, writer);
    }

    /** The account's books as an auditor reads them. */
    public Books books() {
        return new Books(account);
    }

    /** Every accepted write. */
    public WriteJournal journal() {
        return account.journal();
    }

    /** Requests by kind, refusals by status, concurrency. */
    public RequestCounts requests() {
        return counts;
    }

    /** Puts a record in as if it had always been there; the journal does not show it. Returns its internal id. */
    public String seed(Seed seed) {
        synchronized (account) {
            RecordType type = account.catalog().getOrOpen(seed.recordType());
            ObjectNode body = Json.parseObject(seed.json().getBytes(StandardCharsets.UTF_8));
            return writer.seed(type, body).id();
        }
    }

    /** All records of a type by internal id, as they stand now. */
    public List<StoredRecord> records(String recordType) {
        synchronized (account) {
            RecordType type = account.catalog().getOrOpen(recordType);
            List<StoredRecord> found = new ArrayList<>();
            for (StoredRecord record : account.store().all(type.space(), Long.MIN_VALUE)) {
                if (record.recordType() == type) {
                    found.add(record);
                }
            }
            return found;
        }
    }

    /** One record by internal id. */
    public Optional<StoredRecord> record(String recordType, String id) {
        synchronized (account) {
            return account.store().find(account.catalog().getOrOpen(recordType), Long.parseLong(id));
        }
    }

    /** One record by external id. */
    public Optional<StoredRecord> recordByExternalId(String recordType, String externalId) {
        synchronized (account) {
            RecordType type = account.catalog().getOrOpen(recordType);
            return account.store().byExternalId(type.space(), externalId).filter(found -> found.recordType() == type);
        }
    }

    /** Documents that were made out of a transaction, by internal id. */
    public List<StoredRecord> createdFrom(String transactionId) {
        synchronized (account) {
            return account.store().lookup("transaction", "createdfrom", transactionId).stream()
                    .sorted()
                    .flatMap(id -> Optional.ofNullable(account.store().at("transaction", id)).stream())
                    .toList();
        }
    }

    /** Pieces of an item at a location, all lots and serials together; zero where nothing was ever counted or moved. */
    public BigDecimal onHand(String itemId, String locationId) {
        synchronized (account) {
            return stock.onHand(itemId, locationId);
        }
    }

    /** Pieces of one lot of an item at a location, or one or none for a serial number. */
    public BigDecimal onHand(String itemId, String locationId, String lotOrSerial) {
        synchronized (account) {
            return stock.numbers().onHand(new StockPlace(itemId, locationId, lotOrSerial));
        }
    }

    /** Lot or serial numbers of which something lies at a location, with the pieces of each. */
    public Map<String, BigDecimal> inventoryNumbers(String itemId, String locationId) {
        synchronized (account) {
            return stock.numbers().at(itemId, locationId);
        }
    }

    /** A valid access token, for tests that are not about access. */
    public String accessToken() {
        return access.issue(account.settings().clock().instant());
    }

    /** No token handed out so far is accepted any more. */
    public void revokeTokens() {
        access.revokeAll();
    }

    /** While set, neither assertions nor tokens are accepted. */
    public void rejectCredentials(boolean reject) {
        account.switches().credentialsRejected(reject);
    }

    /** Another client of the account works on that many requests until told otherwise. */
    public void occupySlots(int slots) {
        account.switches().occupiedSlots(slots);
    }

    /** From now on a write shows in queries only so much later, by the account's clock. Reads of one record see it at once. */
    public void queriesLagBehind(Duration lag) {
        account.switches().queryLag(lag);
    }

    /** The role loses a record type: 403 on records, no rows in queries. */
    public void revokePermission(String recordType) {
        account.switches().deny(recordType);
    }

    /** The role gets a record type back. */
    public void grantPermission(String recordType) {
        account.switches().grant(recordType);
    }

    /** The next query results have something wrong with them. */
    public void nextPages(int pages, PageFault fault) {
        account.switches().nextPages(pages, fault);
    }

    /** Requests that come in from now on keep their slot and wait until the returned object is closed. */
    public HeldAnswers holdAnswers() {
        return door.hold();
    }

    @Override
    public void close() {
        server.close();
    }
}
