package dev.drayage.benchmarks.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * All contenders at one latency of the ERP: every round runs them one after the other, each in a fresh process, against one server;
 * ratios are taken within a round, and a contender that did not send what the bare loop sent ends the measurement. A round of which the
 * host of the machine took more than {@link #STOLEN_MOST} is followed by another one, up to twice as many as asked for; those count of
 * which it took least, whatever their paces. Not thread-safe.
 */
final class Race {
    /** The share of a contender's time above which its round is played again. */
    static final double STOLEN_MOST = 0.05;

    private static final String HEAP = "512m";

    private final long millis;
    private final int warm;
    private final int orders;
    private final int asked;
    private final List<Round> played = new ArrayList<>();

    private Race(int asked, long millis, int warm, int orders) {
        this.asked = asked;
        this.millis = millis;
        this.warm = warm;
        this.orders = orders;
    }

    /** Runs so many rounds that count. */
    static Race of(int rounds, long millis, int warm, int orders) throws IOException, InterruptedException {
        Race race = new Race(rounds, millis, warm, orders);
        try (Fork.Server server = new Fork.Server();
                Ledgers ledgers = new Ledgers()) {
            while (race.goesOn()) {
                race.round(server, ledgers);
            }
        }
        return race;
    }

    private boolean goesOn() {
        long quiet =
                played.stream().filter(round -> round.stolen() <= STOLEN_MOST).count();
        return quiet < asked && played.size() < 2 * asked;
    }

    /** The rounds that count, in the order in which they were played. */
    private List<Round> rounds() {
        List<Round> quietest = played.stream()
                .sorted(Comparator.comparingDouble(Round::stolen))
                .limit(asked)
                .toList();
        return played.stream().filter(quietest::contains).toList();
    }

    /** The throughput of a contender beside that of the bare loop, the middle one of the rounds. */
    double pace(Kind kind) {
        return middle(round -> round.pace(kind));
    }

    /** What that contender takes more of for an order than the bare loop. */
    double added(Kind kind, ToDoubleFunction<Meter> figure) {
        return (middle(kind, figure) - middle(Kind.BARE, figure)) / orders;
    }

    private void round(Fork.Server server, Ledgers ledgers) throws IOException, InterruptedException {
        Round round = new Round();
        played.add(round);
        Meter bare = contend(server, Kind.BARE, ledgers);
        long checksum = seen(server, Kind.BARE).checksum();
        tell(round, Kind.BARE, bare);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.BARE) {
                Meter used = contend(server, kind, ledgers);
                if (seen(server, kind).checksum() != checksum) {
                    throw new IllegalStateException(kind + " did not send the bytes that the bare loop sent");
                }
                tell(round, kind, used);
            }
        }
    }

    private Meter contend(Fork.Server server, Kind kind, Ledgers ledgers) throws IOException, InterruptedException {
        server.control().forget(0, 0);
        return Fork.contender(
                        HEAP,
                        Contender.Task.IMPORT,
                        kind.store(ledgers),
                        server.control().address(),
                        millis,
                        warm,
                        orders)
                .of(Contender.Task.IMPORT);
    }

    /** What the server was sent: every order, each once. */
    private ServerControl.Seen seen(Fork.Server server, Kind kind) throws IOException, InterruptedException {
        ServerControl.Seen seen = server.control().seen();
        if (seen.orders() != (long) warm + orders || seen.doubled() != 0) {
            throw new IllegalStateException(kind + " did not send every order once: " + seen);
        }
        return seen;
    }

    private void tell(Round round, Kind kind, Meter used) {
        round.add(kind, used);
        System.out.printf(
                Locale.ROOT,
                "%d ms, round %d, %s: %.0f/s, %.3f of bare, %.0f us CPU, %.1f KB, %.0f %% stolen%n",
                millis,
                played.size(),
                kind,
                perSecond(used),
                round.pace(kind),
                microsOfProcessor(used),
                kilobytes(used),
                used.host().share() * 100);
    }

    String table() {
        return "%d orders, the ERP answers after %d ms; %s:%n%n".formatted(orders, millis, howPlayed())
                + "| | pace of bare, each round | orders/s | CPU of bare | CPU per order | allocated per order | stolen, each round |\n"
                + "|---|---|---|---|---|---|---|\n"
                + Arrays.stream(Kind.values()).map(this::row).collect(Collectors.joining());
    }

    private String howPlayed() {
        return played.size() == asked
                ? "%d rounds".formatted(asked)
                : "%d rounds, of which those %d count that the host disturbed least".formatted(played.size(), asked);
    }

    private String row(Kind kind) {
        return "| %s | **%.2f** (%s) | %.0f | %.2f | %.0f us | %.1f KB | %s %% |%n"
                .formatted(
                        kind.label,
                        pace(kind),
                        each("%.2f", round -> round.pace(kind)),
                        middle(kind, this::perSecond),
                        middle(round -> round.processor(kind)),
                        middle(kind, this::microsOfProcessor),
                        middle(kind, this::kilobytes),
                        each("%.0f", round -> round.of(kind).host().share() * 100));
    }

    private double perSecond(Meter used) {
        return orders * 1e9 / used.nanos();
    }

    private double microsOfProcessor(Meter used) {
        return used.cpuNanos() / 1e3 / orders;
    }

    private double kilobytes(Meter used) {
        return used.allocated() / 1e3 / orders;
    }

    private String each(String format, ToDoubleFunction<Round> figure) {
        return rounds().stream()
                .map(round -> format.formatted(figure.applyAsDouble(round)))
                .collect(Collectors.joining(", "));
    }

    private double middle(Kind kind, ToDoubleFunction<Meter> figure) {
        return middle(round -> figure.applyAsDouble(round.of(kind)));
    }

    private double middle(ToDoubleFunction<Round> figure) {
        List<Double> figures =
                rounds().stream().map(figure::applyAsDouble).sorted().toList();
        return figures.get(figures.size() / 2);
    }
}
