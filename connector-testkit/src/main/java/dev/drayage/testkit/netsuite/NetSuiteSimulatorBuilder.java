package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.ApiCredentials.TokenSecrets;
import java.security.PublicKey;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings of a simulated account. Without further ado it is account {@code 1234567} in {@code America/Los_Angeles} with
 * five slots, Pick, Pack and Ship, one subsidiary and one currency (both with internal id 1), and orders that wait for
 * approval. Not thread-safe.
 */
public final class NetSuiteSimulatorBuilder {
    private static final List<String> REFERRED_TO_BY_OTHERS =
            List.of("currency", "subsidiary", "location", "account", "term");

    private final InstantSource clock;
    private final RecordCatalog catalog = RecordCatalog.load();
    private final List<Seed> seeds = new ArrayList<>();
    private final Set<AccountPreference> preferences = EnumSet.of(
            AccountPreference.PICK_PACK_SHIP,
            AccountPreference.CHARGE_ROWS_IN_QUERIES,
            AccountPreference.MULTIPLE_CURRENCIES_PER_CUSTOMER);
    private String accountId = "1234567";
    private ZoneId zone = ZoneId.of("America/Los_Angeles");
    private int concurrencyLimit = 5;
    private String baseCurrency = "USD";
    private String defaultOrderStatus = "A";
    private PackageSublist packageSublist = PackageSublist.PLAIN;
    private Optional<LocalDate> closedThrough = Optional.empty();
    private final Set<YearMonth> listedPeriods = new TreeSet<>();
    private final Set<YearMonth> closedPeriods = new TreeSet<>();
    private long scrambleSeed = 1;
    private Optional<String> clientId = Optional.empty();
    private Optional<String> certificateId = Optional.empty();
    private Optional<PublicKey> publicKey = Optional.empty();
    private Optional<TokenSecrets> tokens = Optional.empty();

    NetSuiteSimulatorBuilder(InstantSource clock) {
        this.clock = clock;
    }

    /** Account id with underscore, such as {@code 1234567_SB1}. */
    public NetSuiteSimulatorBuilder accountId(String id) {
        accountId = id;
        return this;
    }

    /** Zone in which the account cuts days and queries show times. */
    public NetSuiteSimulatorBuilder zone(ZoneId accountZone) {
        zone = accountZone;
        return this;
    }

    /** Requests that the account works on at once. */
    public NetSuiteSimulatorBuilder concurrencyLimit(int slots) {
        concurrencyLimit = slots;
        return this;
    }

    /** ISO code of currency 1, unless the test seeds currencies itself. */
    public NetSuiteSimulatorBuilder baseCurrency(String isoCode) {
        baseCurrency = isoCode;
        return this;
    }

    /** Status of an order that names none: {@code A} waits for approval, {@code B} for fulfilment. */
    public NetSuiteSimulatorBuilder defaultOrderStatus(String status) {
        defaultOrderStatus = status;
        return this;
    }

    /** Sublist in which the account keeps packages. */
    public NetSuiteSimulatorBuilder packages(PackageSublist sublist) {
        packageSublist = sublist;
        return this;
    }

    /** Posting documents dated up to that day are refused. */
    public NetSuiteSimulatorBuilder closedThrough(LocalDate lastClosedDay) {
        closedThrough = Optional.of(lastClosedDay);
        return this;
    }

    /** Lists the months from {@code first} to {@code last} as accounting periods; documents then name theirs. */
    public NetSuiteSimulatorBuilder accountingPeriods(YearMonth first, YearMonth last) {
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            listedPeriods.add(month);
        }
        return this;
    }

    /** Posting documents dated in that month are refused. */
    public NetSuiteSimulatorBuilder closedPeriod(YearMonth month) {
        closedPeriods.add(month);
        return this;
    }

    /** Switches a feature or preference on. */
    public NetSuiteSimulatorBuilder with(AccountPreference preference) {
        preferences.add(preference);
        return this;
    }

    /** Switches a feature or preference off. */
    public NetSuiteSimulatorBuilder without(AccountPreference preference) {
        preferences.remove(preference);
        return this;
    }

    /** Seed of the order in which unordered query rows come. */
    public NetSuiteSimulatorBuilder scrambleSeed(long seed) {
        scrambleSeed = seed;
        return this;
    }

    /** Declares a custom field; {@code custbody}, {@code custcol}, {@code custentity} or {@code custitem} says where. */
    public NetSuiteSimulatorBuilder customField(String id, FieldKind kind) {
        catalog.addCustomField(id, kind);
        return this;
    }

    /** Client id and certificate id that assertions must carry. */
    public NetSuiteSimulatorBuilder oauthClient(String id, String certificate) {
        clientId = Optional.of(id);
        certificateId = Optional.of(certificate);
        return this;
    }

    /** Key that assertions must be signed with; without it signatures are not verified. */
    public NetSuiteSimulatorBuilder oauthKey(PublicKey key) {
        publicKey = Optional.of(key);
        return this;
    }

    /** Secrets that token-based requests must be signed with; without them signatures are not verified. */
    public NetSuiteSimulatorBuilder tokenSecrets(
            String consumerKey, String consumerSecret, String tokenId, String tokenSecret) {
        tokens = Optional.of(new TokenSecrets(consumerKey, consumerSecret, tokenId, tokenSecret));
        return this;
    }

    /** Adds a record that the account holds from the start. */
    public NetSuiteSimulatorBuilder seed(Seed seed) {
        seeds.add(seed);
        return this;
    }

    /** Starts the account on a free loopback port. */
    public NetSuiteSimulator start() {
        List<Seed> given = new ArrayList<>(seeds);
        if (isNoneSeeded("currency")) {
            given.add(Seed.of(
                    "currency",
                    "{\"id\":1,\"name\":\"" + baseCurrency + "\",\"symbol\":\"" + baseCurrency
                            + "\",\"isBaseCurrency\":true}"));
        }
        if (isNoneSeeded("subsidiary")) {
            given.add(Seed.of("subsidiary", "{\"id\":1,\"name\":\"Parent Company\",\"currency\":{\"id\":\"1\"}}"));
        }
        List<Seed> ordered = new ArrayList<>();
        for (String first : REFERRED_TO_BY_OTHERS) {
            given.stream().filter(seed -> seed.recordType().equals(first)).forEach(ordered::add);
        }
        given.stream()
                .filter(seed -> !REFERRED_TO_BY_OTHERS.contains(seed.recordType()))
                .forEach(ordered::add);
        AccountSettings settings = new AccountSettings(
                accountId,
                zone,
                concurrencyLimit,
                clock,
                defaultOrderStatus,
                packageSublist,
                closedThrough,
                preferences,
                scrambleSeed);
        ApiCredentials credentials = new ApiCredentials(clientId, certificateId, publicKey, tokens);
        return NetSuiteSimulator.start(settings, catalog, credentials, ordered, account -> {
            listedPeriods.forEach(account.periods()::list);
            closedPeriods.forEach(account.periods()::close);
        });
    }

    private boolean isNoneSeeded(String recordType) {
        return seeds.stream().noneMatch(seed -> seed.recordType().equals(recordType));
    }
}
