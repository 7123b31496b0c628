package dev.drayage.engine;

import dev.drayage.call.Priority;
import dev.drayage.error.SettingsException;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One flow: a source, the sinks that it may write to, the translation between them and its policy. Immutable. The name is the key
 * of what the ledger knows of the sync: one that is renamed begins anew and forgets where it stood, whether it was paused and what
 * people parked or dismissed. What it wrote is known by the accounts and doubled by no name.
 *
 * @param <S> the record that is read
 */
public final class Sync<S extends CommerceRecord> {
    private final String name;
    private final AccountId sourceAccount;
    private final RecordType<S> sourceType;
    private final RecordSource<S> source;
    private final Map<SinkId, RecordSink<?>> sinks;
    private final Translation<S> translation;
    private final SyncPolicy policy;

    private Sync(
            String name,
            AccountId sourceAccount,
            RecordType<S> sourceType,
            RecordSource<S> source,
            Map<SinkId, RecordSink<?>> sinks,
            Translation<S> translation,
            SyncPolicy policy) {
        this.name = name;
        this.sourceAccount = sourceAccount;
        this.sourceType = sourceType;
        this.source = source;
        this.sinks = Map.copyOf(sinks);
        this.translation = translation;
        this.policy = policy;
    }

    /**
     * Which sink of which account.
     *
     * @param account the account that is written to
     * @param type name of the record type
     */
    public record SinkId(AccountId account, String type) {}

    /** A new builder for a sync of the given name, which reads records of {@code type} from {@code connector}. */
    public static <S extends CommerceRecord> Builder<S> reading(String name, Connector connector, RecordType<S> type) {
        return new Builder<>(name, connector, type);
    }

    /** The label. */
    public String name() {
        return name;
    }

    /** The account that is read. */
    public AccountId sourceAccount() {
        return sourceAccount;
    }

    /** The kind of record that is read. */
    public RecordType<S> sourceType() {
        return sourceType;
    }

    /** Where it is read. */
    public RecordSource<S> source() {
        return source;
    }

    /** Where it may be written. */
    public Map<SinkId, RecordSink<?>> sinks() {
        return sinks;
    }

    /** From what is read to what is written. */
    public Translation<S> translation() {
        return translation;
    }

    /** The same sync with another translation. */
    public Sync<S> translatedBy(Translation<S> other) {
        return new Sync<>(name, sourceAccount, sourceType, source, sinks, other, policy);
    }

    /** How it is run. */
    public SyncPolicy policy() {
        return policy;
    }

    /** Every account that it touches, in order of their names. */
    public Set<String> accounts() {
        Set<String> accounts = new TreeSet<>();
        accounts.add(sourceAccount.toString());
        sinks.keySet().forEach(id -> accounts.add(id.account().toString()));
        return accounts;
    }

    /**
     * Collects the parts of a sync. Not thread-safe.
     *
     * @param <S> the record that is read
     */
    public static final class Builder<S extends CommerceRecord> {
        private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

        private final String name;
        private final Connector connector;
        private final RecordType<S> type;
        private final Map<SinkId, RecordSink<?>> sinks = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private @Nullable Translation<S> translation;
        private SyncPolicy policy = SyncPolicy.defaults(Priority.ORDERS);

        private Builder(String name, Connector connector, RecordType<S> type) {
            this.name = name;
            this.connector = connector;
            this.type = type;
            if (!NAME.matcher(name).matches()) {
                problems.add("sync name " + name + " must be lower-case words joined by hyphens");
            }
        }

        /** It may write records of {@code sinkType} to {@code target}. */
        public Builder<S> writing(Connector target, RecordType<?> sinkType) {
            Optional<? extends RecordSink<?>> sink = target.sink(sinkType);
            if (sink.isPresent()) {
                sinks.put(new SinkId(target.account(), sinkType.name()), sink.get());
            } else {
                problems.add(target.account() + " cannot write " + sinkType);
            }
            return this;
        }

        /** How records are translated. */
        public Builder<S> translation(Translation<S> value) {
            this.translation = value;
            return this;
        }

        /** How the sync is run. */
        public Builder<S> policy(SyncPolicy value) {
            this.policy = value;
            return this;
        }

        /**
         * The sync.
         *
         * @throws SettingsException with everything that is missing or impossible
         */
        public Sync<S> build() {
            Optional<RecordSource<S>> source = connector.source(type);
            if (source.isEmpty()) {
                problems.add(connector.account() + " cannot read " + type);
            }
            if (translation == null) {
                problems.add("sync " + name + " has no translation");
            }
            if (!problems.isEmpty() || source.isEmpty() || translation == null) {
                throw new SettingsException(problems);
            }
            return new Sync<>(name, connector.account(), type, source.get(), sinks, translation, policy);
        }
    }
}
