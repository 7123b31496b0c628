package dev.drayage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds for every {@link RecordSource}. Whoever writes one extends {@link WindowSourceContract} or
 * {@link BacklogSourceContract}, and lets the account answer in pages of fewer than {@value #SEEDED} records.
 *
 * @param <T> the record
 */
public abstract class SourceContract<T extends CommerceRecord> {
    /** How many records a rule seeds. */
    protected static final int SEEDED = 5;

    /** Between two seeded records. */
    protected static final Duration STEP = Duration.ofSeconds(10);

    private static final int MOST_PAGES = 100;
    private @Nullable SourceUnderTest<T> opened;

    /** A new account without records. Called once before each test. */
    protected abstract SourceUnderTest<T> open() throws Exception;

    /** A slice that holds every record that a rule makes. */
    protected abstract Slice everything();

    /** Opens the account. */
    @BeforeEach
    public final void openAccount() throws Exception {
        opened = open();
    }

    /** Closes the account. */
    @AfterEach
    public final void closeAccount() {
        if (opened != null) {
            opened.close();
        }
    }

    /** The account of this test. */
    protected final SourceUnderTest<T> account() {
        return Objects.requireNonNull(opened);
    }

    /** The instant of the record at a place; the first has 0. */
    protected final Instant at(int place) {
        return account().start().plus(STEP.multipliedBy(place));
    }

    /** Makes records one step apart and lets so much time pass that the account shows them. */
    protected final List<RecordRef> seed() {
        List<RecordRef> refs = new ArrayList<>();
        for (int i = 0; i < SEEDED; i++) {
            refs.add(account().seed(at(i)));
        }
        settle();
        return refs;
    }

    /** Lets so much time pass that a source shows what was changed so far. */
    protected final void settle() {
        Duration delay = account().connect().traits().settleDelay();
        account().passTo(at(3 * SEEDED).plus(delay).plus(Duration.ofMinutes(5)));
    }

    /** All pages of a slice, each read by a newly opened connector from the last page's cursor. */
    protected final List<Page<T>> pages(Slice slice) {
        List<Page<T>> pages = new ArrayList<>();
        Optional<Cursor> at = Optional.empty();
        do {
            Page<T> page = account()
                    .connect()
                    .read(slice, at.map(SourceContract::restored), account().call());
            pages.add(page);
            at = page.next();
            assertThat(pages).as("pages until the last one").hasSizeLessThan(MOST_PAGES);
        } while (at.isPresent());
        return pages;
    }

    /** All changes of a slice. */
    protected final List<Change<T>> read(Slice slice) {
        return pages(slice).stream().flatMap(page -> page.changes().stream()).toList();
    }

    /** The references of changes. */
    protected final List<RecordRef> refs(List<Change<T>> changes) {
        return changes.stream().map(Change::ref).toList();
    }

    /** A change that can be read. */
    protected final Change.Present<T> present(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Present.class);
        return (Change.Present<T>) change;
    }

    private static Cursor restored(Cursor cursor) {
        byte[] stored = cursor.token().getBytes(StandardCharsets.UTF_8);
        return new Cursor(new String(stored, StandardCharsets.UTF_8));
    }

    @Test
    public final void every_record_of_a_slice_is_read_exactly_once_over_all_its_pages() {
        List<RecordRef> made = seed();
        List<Page<T>> pages = pages(everything());
        assertThat(pages)
                .as("pages; let the account answer with fewer records each")
                .hasSizeGreaterThan(1);
        assertThat(pages.stream().flatMap(page -> page.changes().stream()).map(Change::ref))
                .containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    public final void cursors_are_short_plain_text_and_good_in_a_connector_that_is_opened_later() {
        List<RecordRef> made = seed();
        List<Page<T>> pages = pages(everything());
        assertThat(pages).anySatisfy(page -> assertThat(page.next()).isPresent());
        assertThat(pages.stream().flatMap(page -> page.next().stream())).allSatisfy(cursor -> {
            assertThat(cursor.token()).isNotBlank().hasSizeLessThanOrEqualTo(2_000);
            assertThat(cursor.token().chars()).noneMatch(Character::isISOControl);
            assertThat(restored(cursor)).isEqualTo(cursor);
        });
        assertThat(refs(pages.stream().flatMap(page -> page.changes().stream()).toList()))
                .containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    public final void a_slice_without_records_ends_with_an_empty_last_page() {
        settle();
        List<Page<T>> pages = pages(everything());
        assertThat(pages).allSatisfy(page -> assertThat(page.changes()).isEmpty());
        assertThat(pages.get(pages.size() - 1).next()).isEmpty();
    }

    @Test
    public final void an_unchanged_record_keeps_its_revision() {
        seed();
        assertThat(read(everything())).containsExactlyInAnyOrderElementsOf(read(everything()));
        assertThat(read(everything()))
                .allSatisfy(change -> assertThat(present(change).revision()).isNotBlank());
    }

    @Test
    public final void a_changed_record_gets_another_revision() {
        List<RecordRef> made = seed();
        RecordRef changed = made.get(1);
        RecordSource<T> source = account().connect();
        String before = present(source.fetch(changed, account().call())).revision();
        String other = present(source.fetch(made.get(2), account().call())).revision();
        Instant later = at(4 * SEEDED).plus(source.traits().settleDelay()).plus(Duration.ofMinutes(10));
        account().change(changed, later);
        account().passTo(later.plus(source.traits().settleDelay()).plus(Duration.ofMinutes(5)));
        RecordSource<T> again = account().connect();
        assertThat(present(again.fetch(changed, account().call())).revision()).isNotEqualTo(before);
        assertThat(present(again.fetch(made.get(2), account().call())).revision())
                .isEqualTo(other);
    }

    @Test
    public final void references_carry_the_account_of_the_connector() {
        seed();
        assertThat(read(everything()))
                .isNotEmpty()
                .allSatisfy(change ->
                        assertThat(change.ref().account()).isEqualTo(account().account()));
    }

    @Test
    public final void fetching_gives_what_the_slice_gave() {
        seed();
        List<Change<T>> changes = read(everything());
        assertThat(changes).isNotEmpty();
        for (Change<T> change : changes) {
            assertThat(account().connect().fetch(change.ref(), account().call()))
                    .isEqualTo(change);
        }
    }

    @Test
    public final void an_absent_record_is_gone_or_not_visible_and_no_exception() {
        seed();
        RecordRef absent = account().absent();
        Change<T> change = account().connect().fetch(absent, account().call());
        assertThat(change).isInstanceOfAny(Change.Gone.class, Change.NotVisible.class);
        assertThat(change.ref()).isEqualTo(absent);
    }
}
