package dev.drayage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of a {@link RecordSource} that is read until it is empty. Records that {@link SourceUnderTest#seed} makes
 * wait apart from each other, such as in a file or message each.
 *
 * @param <T> the record
 */
public abstract class BacklogSourceContract<T extends CommerceRecord> extends SourceContract<T> {
    @Override
    protected final Slice everything() {
        return new Slice.Backlog();
    }

    private RecordSource<T> readToTheEnd() {
        RecordSource<T> source = account().connect();
        Optional<Cursor> at = Optional.empty();
        do {
            Page<T> page = source.read(everything(), at, account().call());
            at = page.next();
        } while (at.isPresent());
        return source;
    }

    private static SettledRecord settled(RecordRef ref, SettledRecord.Ending ending) {
        return new SettledRecord(ref, ending, ending == SettledRecord.Ending.SETTLED ? "" : "for a reason");
    }

    @Test
    public final void it_says_that_it_is_a_backlog() {
        assertThat(account().connect().traits().kind()).isEqualTo(SourceTraits.Kind.BACKLOG);
    }

    @Test
    public final void what_was_read_and_not_acknowledged_is_read_again() {
        List<RecordRef> made = seed();
        readToTheEnd();
        assertThat(refs(read(everything()))).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    public final void what_was_acknowledged_is_not_read_again_whatever_became_of_it() {
        List<RecordRef> made = seed();
        readToTheEnd()
                .acknowledge(
                        List.of(
                                settled(made.get(0), SettledRecord.Ending.SETTLED),
                                settled(made.get(2), SettledRecord.Ending.WAITING),
                                settled(made.get(3), SettledRecord.Ending.PARKED)),
                        account().call());
        assertThat(refs(read(everything()))).containsExactlyInAnyOrder(made.get(1), made.get(4));
    }

    @Test
    public final void what_waits_or_is_parked_can_still_be_fetched() {
        List<RecordRef> made = seed();
        readToTheEnd()
                .acknowledge(
                        List.of(
                                settled(made.get(0), SettledRecord.Ending.WAITING),
                                settled(made.get(1), SettledRecord.Ending.PARKED)),
                        account().call());
        for (RecordRef ref : made.subList(0, 2)) {
            assertThat(present(account().connect().fetch(ref, account().call())).ref())
                    .isEqualTo(ref);
        }
    }

    @Test
    public final void an_acknowledgement_may_come_again() {
        List<RecordRef> made = seed();
        List<SettledRecord> first = List.of(settled(made.get(0), SettledRecord.Ending.SETTLED));
        RecordSource<T> source = readToTheEnd();
        source.acknowledge(first, account().call());
        source.acknowledge(first, account().call());
        account().connect().acknowledge(first, account().call());
        assertThat(refs(read(everything()))).containsExactlyInAnyOrderElementsOf(made.subList(1, SEEDED));
    }
}
