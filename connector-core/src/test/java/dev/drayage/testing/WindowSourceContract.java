package dev.drayage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Census;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of a {@link dev.drayage.spi.RecordSource} that is read by windows of change time.
 *
 * @param <T> the record
 */
public abstract class WindowSourceContract<T extends CommerceRecord> extends SourceContract<T> {
    @Override
    protected final Slice everything() {
        return new Slice.Window(at(-1), at(2 * SEEDED));
    }

    @Test
    public final void it_says_that_it_is_read_by_windows() {
        SourceTraits traits = account().connect().traits();
        assertThat(traits.kind()).isEqualTo(SourceTraits.Kind.WINDOWED);
        assertThat(traits.precision()).isPositive();
        assertThat(traits.maxSpan()).isPositive();
        assertThat(traits.settleDelay())
                .isGreaterThanOrEqualTo(traits.settleDelay().abs());
    }

    @Test
    public final void a_window_holds_its_first_instant_and_not_its_last() {
        List<RecordRef> made = seed();
        assertThat(refs(read(new Slice.Window(at(1), at(3))))).containsExactlyInAnyOrder(made.get(1), made.get(2));
    }

    @Test
    public final void windows_that_touch_lose_nothing_and_repeat_nothing() {
        List<RecordRef> made = seed();
        List<RecordRef> read = new ArrayList<>();
        for (int i = -1; i < SEEDED; i++) {
            read.addAll(refs(read(new Slice.Window(at(i), at(i + 1)))));
        }
        assertThat(read).containsExactlyElementsOf(made);
    }

    @Test
    public final void the_time_of_a_change_lies_in_its_window() {
        seed();
        Slice.Window window = new Slice.Window(at(1), at(4));
        assertThat(read(window))
                .hasSize(3)
                .allSatisfy(change -> assertThat(present(change).changedAt())
                        .isAfterOrEqualTo(window.from())
                        .isBefore(window.to()));
    }

    @Test
    public final void a_window_is_complete_no_further_than_its_end() {
        seed();
        Slice.Window window = new Slice.Window(at(1), at(4));
        assertThat(pages(window).stream().flatMap(page -> page.completeUntil().stream()))
                .allSatisfy(until -> assertThat(until).isBeforeOrEqualTo(window.to()));
    }

    @Test
    public final void a_changed_record_moves_to_the_window_of_its_change() {
        List<RecordRef> made = seed();
        RecordRef changed = made.get(0);
        Instant later =
                at(6 * SEEDED).plus(account().connect().traits().settleDelay()).plusSeconds(900);
        account().change(changed, later);
        account().passTo(later.plus(account().connect().traits().settleDelay()).plusSeconds(300));
        List<Change<T>> news = read(new Slice.Window(later, later.plusSeconds(60)));
        assertThat(refs(news)).containsExactly(changed);
        assertThat(refs(read(everything()))).containsExactlyInAnyOrderElementsOf(made.subList(1, SEEDED));
    }

    /** All that a census lists of a window; empty if the source has none. */
    private Optional<List<Change<T>>> counted(Slice.Window window) {
        if (account().connect().census().isEmpty()) {
            return Optional.empty();
        }
        List<Change<T>> counted = new ArrayList<>();
        Optional<Cursor> at = Optional.empty();
        do {
            Census<T> census = account().connect().census().orElseThrow();
            assertThat(census.method()).isNotBlank();
            Page<T> page = census.list(window, at, account().call());
            counted.addAll(page.changes());
            at = page.next();
        } while (at.isPresent() && counted.size() <= 2 * SEEDED);
        return Optional.of(counted);
    }

    @Test
    public final void a_census_lists_what_reading_lists_of_records_that_did_not_change() {
        List<RecordRef> made = seed();
        counted((Slice.Window) everything()).ifPresent(counted -> {
            assertThat(refs(counted)).containsExactlyInAnyOrderElementsOf(made);
            assertThat(counted).containsExactlyInAnyOrderElementsOf(read(everything()));
        });
    }

    @Test
    public final void a_census_of_a_window_holds_its_first_instant_and_not_its_last() {
        List<RecordRef> made = seed();
        counted(new Slice.Window(at(1), at(3)))
                .ifPresent(counted -> assertThat(refs(counted)).containsExactlyInAnyOrder(made.get(1), made.get(2)));
    }
}
