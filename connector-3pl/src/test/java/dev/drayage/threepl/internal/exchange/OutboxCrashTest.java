package dev.drayage.threepl.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An outbox dies at each of its calls in turn, and again in the next process: the partner sees one file, whole. */
class OutboxCrashTest {
    private static final String TEXT = "order,sku,quantity\nSO1,MUG,2\n";
    private static final OutgoingFile FILE =
            OutgoingFile.of("order/SO1", "toWarehouse", "order-1.csv", TEXT.getBytes(UTF_8));

    @TempDir
    Path temp;

    private int worlds;

    /** A partner who looks often and notes every final file that appears; one that takes them leaves none behind. */
    private static final class Partner {
        private final ExchangeWorld world;
        private final boolean takes;
        private final boolean byMarker;
        private final List<String> appeared = new ArrayList<>();
        private Map<String, String> before = Map.of();

        Partner(ExchangeWorld world, boolean takes, boolean byMarker) {
            this.world = world;
            this.takes = takes;
            this.byMarker = byMarker;
        }

        void look() {
            Map<String, String> there = world.at("toWarehouse");
            Map<String, String> complete = new TreeMap<>(there);
            complete.keySet().removeIf(name -> byMarker ? !there.containsKey(name + ".done") : name.endsWith(".tmp"));
            complete.forEach((name, content) -> {
                if (!content.equals(before.get(name))) {
                    appeared.add(content);
                }
                if (takes) {
                    take(name);
                    take(name + ".done");
                }
            });
            before = takes ? Map.of() : complete;
        }

        private void take(String name) {
            try {
                Files.deleteIfExists(world.folder("toWarehouse").resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, false",
        "true, false, false",
        "true, true, true",
        "false, true, false",
        "false, false, false"
    })
    void the_partner_sees_one_whole_file(boolean canRename, boolean takes, boolean inFolder) {
        Map<String, String> settings = canRename
                ? Map.of("outgoing.temporaryFolder", inFolder ? "working" : "")
                : Map.of("exchange.canRename", "false", "outgoing.doneEnding", ".done");
        for (Death.When first : Death.When.values()) {
            for (int i = 0; dies(settings, canRename, takes, first, i, Death.When.BEFORE, Integer.MAX_VALUE); i++) {
                // the ways to die twice are too many: they take turns, and every other second place is left out
                Death.When second = Death.When.turn(i);
                for (int j = i % 2; dies(settings, canRename, takes, first, i, second, j); j += 2) {}
            }
        }
        assertThat(worlds).isGreaterThan(30);
    }

    /** Whether the last process that was to die came so far. */
    private boolean dies(
            Map<String, String> settings,
            boolean canRename,
            boolean takes,
            Death.When first,
            int i,
            Death.When second,
            int j) {
        ExchangeWorld world = new ExchangeWorld(temp.resolve("w" + worlds++), settings);
        Partner partner = new Partner(world, takes, !canRename);
        Death firstDeath = new Death(first, i);
        Death secondDeath = new Death(second, j);
        deliver(world, firstDeath, partner);
        if (j != Integer.MAX_VALUE) {
            deliver(world, secondDeath, partner);
        }
        Delivery sent =
                world.outbox(world.exchange(), Death.never(), partner::look).deliver(FILE, world.call);
        Delivery again =
                world.outbox(world.exchange(), Death.never(), partner::look).deliver(FILE, world.call);

        String where = "died " + first + " " + i + " and " + second + " " + j;
        assertThat(partner.appeared).as(where).containsExactly(TEXT);
        assertThat(sent.isSent()).as(where).isTrue();
        assertThat(again).as(where).isEqualTo(sent);
        assertThat(world.at("working")).as(where).isEmpty();
        assertThat(world.at("toWarehouse")).as(where).hasSize(takes ? 0 : canRename ? 1 : 2);
        assertThat(ExchangeWorld.filesOf(world.root.resolve("spool/outbox")))
                .as(where)
                .isEmpty();
        assertThat(ExchangeWorld.filesOf(world.root.resolve("spool/sent")).values())
                .as(where)
                .containsExactly(TEXT);
        return (j == Integer.MAX_VALUE ? firstDeath : secondDeath).came();
    }

    private static void deliver(ExchangeWorld world, Death death, Partner partner) {
        try {
            world.outbox(world.exchange(), death, partner::look).deliver(FILE, world.call);
            if (death.came()) {
                fail("the process died and went on");
            }
        } catch (Death.Died e) {
            // the next process goes on
        }
    }
}
