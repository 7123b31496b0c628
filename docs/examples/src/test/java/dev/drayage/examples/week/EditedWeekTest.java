package dev.drayage.examples.week;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.store.RecordEntry;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.shopify.ShopOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A shop and its books are edited at random on both sides for a week, between outages and lost answers. At the end each order is
 * the same in both, or it waits for people with both versions: nothing differs in silence, and no edit of people's was lost.
 */
class EditedWeekTest {
    private static final long SEED = Long.getLong("drayage.seed", 20_261_121L);
    private static final int WEEKS = Integer.getInteger("drayage.weeks", 3);
    private static final String AGAIN = "one of them again: mvn -pl docs/examples -am test -Dtest=EditedWeekTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Ddrayage.weeks=1 -Ddrayage.seed=";

    @Test
    void G4_books_agree_or_both_versions_wait_for_people() {
        List<String> faults = new ArrayList<>();
        int agreed = 0;
        int held = 0;
        long told = 0;
        for (long seed = SEED; seed < SEED + WEEKS; seed++) {
            try (Week week = new Week(seed)) {
                week.pass();
                for (ShopOrder order : week.world.shop.orders().all()) {
                    Optional<String> difference = difference(week, order);
                    agreed += difference.isEmpty() ? 1 : 0;
                    held += difference.isEmpty() ? 0 : 1;
                    difference
                            .flatMap(words -> untold(week, order, words))
                            .ifPresent(words -> faults.add(words + week.watch.story(order)));
                }
                faults.addAll(week.watch.lost());
                long commits = week.world.shop.journal().count("orderEditCommit");
                told += commits;
                if (commits > week.books.edits()) {
                    faults.add(commits + " edits at the shop for " + week.books.edits() + " in the books");
                }
            } catch (RuntimeException e) {
                throw new AssertionError(AGAIN + seed, e);
            }
            assertThat(faults).as(AGAIN + seed).isEmpty();
        }
        assertThat(agreed).as("orders that agree").isGreaterThan(held);
        assertThat(held).as("orders that are held").isPositive();
        assertThat(told).as("edits told to the shop").isPositive();
    }

    private static Optional<String> difference(Week week, ShopOrder order) {
        Standing here = Standing.of(order);
        Optional<StoredRecord> booked = week.watch.booked(order);
        if (booked.isEmpty()) {
            return here.ended() ? Optional.empty() : Optional.of("it is not in the books");
        }
        if (week.world.booked("salesOrder", order).size() > 1) {
            return Optional.of("it is in the books twice");
        }
        Standing there = Standing.of(booked.get());
        if (here.ended()) {
            return there.ended() ? Optional.empty() : Optional.of("it was cancelled and is open in the books");
        }
        if (!here.differs(there).isEmpty()) {
            return Optional.of(here.units() + " at the shop, " + there.units() + " in the books");
        }
        return here.total().compareTo(there.total()) == 0
                ? Optional.empty()
                : Optional.of("it comes to " + here.total() + " at the shop and to " + there.total() + " in the books");
    }

    /** Why nobody can know of a difference. */
    private static Optional<String> untold(Week week, ShopOrder order, String difference) {
        List<RecordEntry> parked = week.parked(order);
        if (parked.isEmpty()) {
            return Optional.of(order.name() + " differs in silence: " + difference);
        }
        return parked.stream().anyMatch(entry -> tells(week, order, entry))
                ? Optional.empty()
                : Optional.of(order.name() + " is held, but not with both versions: " + difference + " "
                        + parked.stream().map(RecordEntry::message).toList());
    }

    /** Tells the units of both sides or the price that only the books have; or it is a refusal that says what was refused. */
    private static boolean tells(Week week, ShopOrder order, RecordEntry parked) {
        String message = parked.message();
        if (message.contains("in something else than quantities and items: ") || message.contains("goods of it left")) {
            return true;
        }
        boolean refused = !parked.code().equals(Optional.of(ErrorCode.CONFLICT))
                && (message.contains(order.name()) || message.contains(Long.toString(order.number())));
        Optional<Standing> booked = week.watch.booked(order).map(Standing::of);
        if (refused || booked.isEmpty()) {
            return refused;
        }
        Standing here = Standing.of(order);
        boolean tooFew = parked.code().equals(Optional.of(ErrorCode.QUANTITY_EXCEEDED));
        return tooFew
                ? here.differs(booked.get()).stream().anyMatch(message::contains)
                : tells(message, here, booked.get());
    }

    private static boolean tells(String message, Standing here, Standing there) {
        return here.differs(there).stream()
                .anyMatch(line -> line.startsWith("+")
                        ? names(message, there.units(line).toPlainString()) || message.contains("does not know")
                        : message.contains(line)
                                && names(message, here.units(line).toPlainString())
                                && names(message, there.units(line).toPlainString()));
    }

    private static boolean names(String message, String units) {
        return Pattern.compile("\\b" + Pattern.quote(units) + "\\b")
                        .matcher(message)
                        .find()
                || (units.equals("0") && message.contains("none"));
    }
}
