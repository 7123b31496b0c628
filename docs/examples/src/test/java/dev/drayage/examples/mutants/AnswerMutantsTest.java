package dev.drayage.examples.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.examples.mutants.Shelf.Recorded;
import dev.drayage.examples.mutants.Verdict.Ending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Answers of Shopify, Amazon and NetSuite, each changed in one place: reading them ends, throws only a connector's exceptions, and
 * changes no amount and no quantity unreported. {@code -Ddrayage.mutants=100000} makes more of them,
 * {@code -Ddrayage.mutant=17} one alone, with its answer; {@code -Ddrayage.seed=3} makes others.
 */
class AnswerMutantsTest {
    private static final long SEED = Long.getLong("drayage.seed", 20261121L);
    private static final int COUNT = Integer.getInteger("drayage.mutants", 30_000);
    private static final int ONLY = Integer.getInteger("drayage.mutant", -1);
    private static final int SHOWN = 40;
    private static final long LONGEST_SECONDS = 20;
    private static Shelf shelf;

    @BeforeAll
    static void trade() {
        shelf = Shelf.record();
    }

    @Test
    void no_changed_answer_changes_an_amount_unreported() {
        Run run = new Run(UnaryOperator.identity());
        if (ONLY >= 0) {
            run.one(ONLY, true);
        } else {
            run.all(COUNT);
        }
        System.out.println(run.summary());
        assertThat(run.violations).as("violations, %s", run.summary()).isEmpty();
    }

    @Test
    void a_reader_that_takes_what_is_missing_for_zero_is_found() {
        Run run = new Run(ForgivingReader::forgive);
        run.all(Math.min(COUNT, 5_000));
        assertThat(run.violations).isNotEmpty();
    }

    @Test
    void no_list_that_announces_page_after_page_is_read_for_ever() throws IOException {
        Run run = new Run(UnaryOperator.identity());
        int lists = 0;
        for (Recorded recorded : shelf.all()) {
            for (String key : recorded.tape().keys()) {
                byte[] body = recorded.tape().answer(key).body();
                if (new String(body, StandardCharsets.UTF_8).matches("(?s).*\"has(NextPage|More)\".*")) {
                    for (Mutant mutant : Mutator.endless(recorded.tape().answer(key))) {
                        run.judge(recorded, key, mutant, "");
                        lists++;
                    }
                }
            }
        }
        assertThat(lists).isGreaterThan(100);
        assertThat(run.violations).isEmpty();
    }

    @Test
    void every_answer_is_read_and_tells_something() {
        assertThat(shelf.all()).allSatisfy(recorded -> {
            assertThat(recorded.tape().keys()).as(recorded.reading().name()).isNotEmpty();
        });
        assertThat(shelf.all().stream().map(recorded -> recorded.reading().name()))
                .contains("shopify salesOrder", "shopify payout", "netsuite itemFulfillment", "amazon salesOrder");
    }

    /** Mutants under one reader. */
    private static final class Run {
        private final Judge judge = shelf.judge();
        private final List<Recorded> all = shelf.all();
        private final UnaryOperator<RecordedAnswer> reader;
        private final Queue<String> violations = new ConcurrentLinkedQueue<>();
        private final Map<Ending, Integer> counts = new ConcurrentHashMap<>();
        private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "mutant");
            thread.setDaemon(true);
            return thread;
        });

        Run(UnaryOperator<RecordedAnswer> reader) {
            this.reader = reader;
        }

        void all(int count) {
            AtomicInteger next = new AtomicInteger();
            List<? extends Future<?>> workers = List.of(1, 2).stream()
                    .map(worker -> threads.submit(() -> {
                        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                            one(i, false);
                        }
                    }))
                    .toList();
            for (Future<?> worker : workers) {
                try {
                    worker.get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new AssertionError(e);
                }
            }
            threads.shutdownNow();
        }

        /** The mutant of a number: its dice depend on that alone. */
        void one(int number, boolean shown) {
            SplittableRandom dice = new SplittableRandom(SEED + number * 0x9E3779B97F4A7C15L);
            Recorded recorded = all.get(dice.nextInt(all.size()));
            List<String> keys = recorded.tape().keys();
            String key = keys.get(dice.nextInt(keys.size()));
            Mutant mutant = new Mutator(dice).change(recorded.tape().answer(key));
            String told = judge(recorded, key, mutant, "-Ddrayage.seed=" + SEED + " -Ddrayage.mutant=" + number + ": ");
            if (shown) {
                System.out.println(
                        told + "\n" + key + "\n" + new String(mutant.answer().body(), StandardCharsets.UTF_8));
            }
        }

        private String judge(Recorded recorded, String key, Mutant mutant, String again) {
            Verdict verdict = verdict(recorded, key, mutant);
            counts.merge(verdict.ending(), 1, Integer::sum);
            String told = again + recorded.reading().name() + ", " + mutant.harm() + " " + mutant.what() + " at "
                    + mutant.path() + ": " + verdict.why();
            if (verdict.ending() == Ending.VIOLATION && violations.size() < 10 * SHOWN) {
                violations.add(told);
            }
            return told;
        }

        private Verdict verdict(Recorded recorded, String key, Mutant mutant) {
            Future<Verdict> reading = threads.submit(() -> {
                try {
                    Map<String, Object> after = recorded.reading()
                            .run(recorded.tape().playing(key, mutant.answer(), mutant.harm() == Harm.LOOP, reader));
                    return judge.read(recorded.reading().kind(), mutant, recorded.seen(), after);
                } catch (Throwable e) {
                    return judge.thrown(e);
                }
            });
            try {
                return reading.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                reading.cancel(true);
                return Verdict.violation("does not end");
            } catch (InterruptedException | ExecutionException e) {
                return Verdict.violation("ended with " + e);
            }
        }

        String summary() {
            int made = Arrays.stream(Ending.values()).mapToInt(this::count).sum();
            return "mutants: " + made + " answers of " + all.size() + " readings, " + count(Ending.SAME) + " same, "
                    + count(Ending.REFUSED) + " refused, " + count(Ending.REPORTED) + " reported, " + count(Ending.TOLD)
                    + " told as stated, " + count(Ending.VIOLATION) + " violations (seed " + SEED + ")";
        }

        private int count(Ending ending) {
            return counts.getOrDefault(ending, 0);
        }
    }
}
