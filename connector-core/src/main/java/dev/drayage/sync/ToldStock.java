package dev.drayage.sync;

import dev.drayage.model.RecordRef;
import dev.drayage.store.Ledger;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a stock sync told of each level, out of its ledger. Thread-safe. */
record ToldStock(Ledger ledger, String sync) {
    /**
     * A level of which something else is to be told than was.
     *
     * @param ref the ERP's level
     * @param mark what is to be told
     * @param changedAt when the ERP changed it last, as far as it was read, in UTC
     */
    record Differing(RecordRef ref, StockMark mark, Instant changedAt) {}

    /**
     * The first levels, at most {@code most}, of which {@code wanted} makes another mark of the one that was told. Levels are looked at
     * page by page, so that few are held at once.
     */
    List<Differing> differing(UnaryOperator<StockMark> wanted, int most) {
        List<Differing> differing = new ArrayList<>();
        Optional<RecordRef> after = Optional.empty();
        do {
            RecordQuery query = RecordQuery.builder().sync(sync).after(after).build();
            List<RecordEntry> page = ledger.records(query);
            for (RecordEntry entry : page) {
                Optional<StockMark> told = StockMark.of(entry);
                told.map(wanted)
                        .filter(now -> !now.tellsAs(told.get()))
                        .ifPresent(now -> differing.add(new Differing(
                                entry.ref(), now, entry.changedAt().orElse(Instant.EPOCH))));
            }
            after = page.size() < query.limit()
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1).ref());
        } while (after.isPresent() && differing.size() < most);
        return differing.size() > most ? List.copyOf(differing.subList(0, most)) : List.copyOf(differing);
    }
}
