package dev.drayage.netsuite;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.http.ApiClient;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.netsuite.FieldKind;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.NetSuiteSimulatorBuilder;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** A small shop's NetSuite account and the connector that keeps its books, on one clock that only moves when told to. */
final class TestBooks implements AutoCloseable {
    static final AccountId SHOP = AccountId.parse("amazon:A1EX-na");
    static final Instant START = Instant.parse("2026-06-15T16:00:00Z");
    static final HttpClient HTTP = ApiClient.standardTransport();

    private static final KeyPair KEYS = keys("EC", 256);

    final SettableTime time = new SettableTime(START);
    final NetSuiteSimulator netSuite;
    final Connector connector;

    private TestBooks(
            UnaryOperator<NetSuiteSimulatorBuilder> account, UnaryOperator<NetSuiteSettings.Builder> settings) {
        netSuite = account.apply(NetSuiteSimulator.builder(time)
                        .oauthClient("client1", "cert1")
                        .oauthKey(KEYS.getPublic())
                        .customField("custbody_drayage_channel", FieldKind.TEXT)
                        .customField("custbody_drayage_order_id", FieldKind.TEXT)
                        .customField("custbody_drayage_programs", FieldKind.TEXT)
                        .customField("custbody_drayage_status", FieldKind.TEXT)
                        .customField("custbody_drayage_carrier", FieldKind.TEXT)
                        .customField("custcol_drayage_line_id", FieldKind.TEXT)
                        .seed(Seed.company(110, "Amazon US"))
                        .seed(Seed.inventoryItem(98, "MUG-BLUE", new BigDecimal("45.00")))
                        .seed(Seed.inventoryItem(99, "TEE-BLACK", new BigDecimal("45.00")))
                        .seed(Seed.item("otherChargeSaleItem", 77, "GIFT-WRAP", new BigDecimal("4.00")))
                        .seed(Seed.item("otherChargeSaleItem", 78, "TAX", new BigDecimal("0.00")))
                        .seed(Seed.item("otherChargeSaleItem", 79, "CHARGE", new BigDecimal("0.00")))
                        .seed(Seed.item("otherChargeSaleItem", 80, "CARRIAGE", new BigDecimal("0.00")))
                        .seed(Seed.item("discountItem", 301, "DISCOUNT", new BigDecimal("0.00")))
                        .seed(Seed.location(6, "Reno"))
                        .seed(Seed.shipMethod(92, "UPS Ground")))
                .start();
        connector = open(settings.apply(standard()).build());
    }

    static TestBooks open() {
        return new TestBooks(account -> account, settings -> settings);
    }

    static TestBooks open(UnaryOperator<NetSuiteSimulatorBuilder> account) {
        return new TestBooks(account, settings -> settings);
    }

    static TestBooks openWith(UnaryOperator<NetSuiteSettings.Builder> settings) {
        return new TestBooks(account -> account, settings);
    }

    static TestBooks open(
            UnaryOperator<NetSuiteSimulatorBuilder> account, UnaryOperator<NetSuiteSettings.Builder> settings) {
        return new TestBooks(account, settings);
    }

    NetSuiteSettings.Builder standard() {
        return NetSuiteSettings.builder("1234567", ZoneId.of("America/Los_Angeles"))
                .oauth("client1", "cert1", pem(KEYS))
                .baseUrl(netSuite.baseUri())
                .currency("USD", "1")
                .customer(SHOP.toString(), "110")
                .location(SHOP.toString(), "6")
                .shipMethod("Standard", "92")
                .giftWrapItem("77")
                .discountItem("301")
                .chargeItem("79")
                .queryLag(Duration.ZERO);
    }

    Connector open(NetSuiteSettings settings) {
        Settings read = NetSuiteSettings.schema().read(settings.toMap());
        return new NetSuiteProvider()
                .open(read, new ConnectorContext(time, new SplittableRandom(7), HTTP, account -> new NoState()));
    }

    CallContext call() {
        return CallContext.within(Duration.ofMinutes(10), time, new Cancellation(), Priority.ORDERS);
    }

    <T extends CommerceRecord> RecordSink<T> sink(RecordType<T> type) {
        return connector.sink(type).orElseThrow();
    }

    <T extends CommerceRecord> Effect<T> effect(RecordType<T> type, T record) {
        return effect(type, record, Effect.Mode.CREATE_ONCE);
    }

    <T extends CommerceRecord> Effect<T> effect(RecordType<T> type, T record, Effect.Mode mode) {
        return Effect.of(
                new EffectKey(record.ref(), connector.account(), type.name()),
                "lane/" + record.ref().id(),
                type,
                record,
                mode);
    }

    /** Prepares and sends one record; a lost answer is resolved as the engine would. */
    <T extends CommerceRecord> EffectOutcome write(RecordType<T> type, T record) {
        return write(type, effect(type, record), Optional.empty(), Map.of());
    }

    <T extends CommerceRecord> EffectOutcome write(
            RecordType<T> type, Effect<T> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        RecordSink<T> sink = sink(type);
        Prepared<T> prepared = sink.prepare(effect, existing, bound);
        return Objects.requireNonNull(sink.apply(List.of(prepared), call()).get(effect.key()));
    }

    <T extends CommerceRecord> Resolution resolve(RecordType<T> type, T record) {
        Prepared<T> prepared = sink(type).prepare(effect(type, record), Optional.empty(), Map.of());
        Intent intent =
                new Intent(prepared.key(), prepared.nativeKey(), prepared.hint(), Optional.empty(), "", time.instant());
        return Objects.requireNonNull(
                sink(type).resolve(List.of(intent), call()).get(prepared.key()));
    }

    static KeyPair keys(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Override
    public void close() {
        connector.close();
        netSuite.close();
    }

    /** State that forgets nothing and is used by nobody here. */
    private static final class NoState implements ConnectorState {
        private final Map<String, String> values = new HashMap<>();

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public Map<String, String> all(String prefix) {
            Map<String, String> found = new HashMap<>(values);
            found.keySet().removeIf(key -> !key.startsWith(prefix));
            return found;
        }

        @Override
        public void put(String key, String value) {
            values.put(key, value);
        }

        @Override
        public boolean replace(String key, Optional<String> expected, String value) {
            values.put(key, value);
            return true;
        }

        @Override
        public void remove(String key) {
            values.remove(key);
        }
    }
}
