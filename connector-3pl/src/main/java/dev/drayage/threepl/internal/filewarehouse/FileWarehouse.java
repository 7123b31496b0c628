package dev.drayage.threepl.internal.filewarehouse;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.threepl.internal.documents.FileFormat;
import dev.drayage.threepl.internal.documents.MailSource;
import dev.drayage.threepl.internal.documents.Mailroom;
import dev.drayage.threepl.internal.shiporder.OrderFormat;
import dev.drayage.threepl.internal.shiporder.ShipOrderSink;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One warehouse that is told by file what to ship, and tells by file what left and what it has. What its files look like is
 * its formats' matter. Thread-safe.
 */
public final class FileWarehouse implements Connector {
    private final Site site;
    private final Map<RecordType<?>, RecordSource<?>> sources;
    private final ShipOrderSink orders;

    /** The warehouse of a site whose files are in {@code files}, and which takes orders in {@code orders}. */
    public FileWarehouse(Site site, FileFormat files, OrderFormat orders) {
        this.site = site;
        Mailroom mail = new Mailroom(
                site.account(),
                site.intake(),
                files,
                site.dispatch().state(),
                site.dispatch().time());
        this.sources =
                files.types().stream().collect(Collectors.toUnmodifiableMap(type -> type, type -> source(type, mail)));
        this.orders = new ShipOrderSink(site.account(), orders, site.dispatch(), mail);
    }

    private static <T extends CommerceRecord> RecordSource<?> source(RecordType<T> type, Mailroom mail) {
        return new MailSource<>(type, mail);
    }

    @Override
    public AccountId account() {
        return site.account();
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        return new FolderChecks(
                        site.exchange(), site.incoming(), site.dispatch().folder())
                .diagnose(call);
    }

    @Override
    @SuppressWarnings("unchecked") // each source is registered under its own type
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        return Optional.ofNullable((RecordSource<T>) sources.get(type));
    }

    @Override
    @SuppressWarnings("unchecked") // the type says warehouse order
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        return type.equals(RecordType.WAREHOUSE_ORDER) ? Optional.of((RecordSink<T>) orders) : Optional.empty();
    }

    @Override
    public void close() {
        site.exchange().close();
    }
}
