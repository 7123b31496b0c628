package dev.drayage.engine.internal.view;

import dev.drayage.engine.Sync;
import dev.drayage.model.AccountId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Draws which sync carries what between which accounts, as a Mermaid flow chart. The same wiring gives the same text. */
final class Wiring {
    private final Collection<Sync<?>> syncs;
    private final Map<String, String> domains;
    private final Map<String, String> nodes = new TreeMap<>();

    Wiring(Collection<Sync<?>> syncs, Map<String, String> domains) {
        this.syncs = syncs;
        this.domains = domains;
    }

    String chart() {
        StringBuilder chart = new StringBuilder("flowchart LR\n");
        Map<String, Set<String>> accounts = new TreeMap<>();
        for (Sync<?> sync : syncs) {
            accounts.computeIfAbsent(domains.getOrDefault(sync.name(), sync.name()), name -> new TreeSet<>())
                    .addAll(sync.accounts());
        }
        int domain = 0;
        for (Set<String> group : accounts.values()) {
            domain++;
            chart.append("  subgraph d" + domain + "[\"lease domain " + domain + "\"]\n");
            for (String account : group) {
                String node = "a" + (nodes.size() + 1);
                nodes.put(account, node);
                chart.append("    " + node + "[\"" + escape(account) + "\"]\n");
            }
            chart.append("  end\n");
        }
        syncs.forEach(sync -> edges(sync, chart));
        return chart.toString();
    }

    private void edges(Sync<?> sync, StringBuilder chart) {
        Map<String, Set<String>> written = new TreeMap<>();
        for (Sync.SinkId sink : sync.sinks().keySet()) {
            written.computeIfAbsent(sink.account().toString(), account -> new TreeSet<>())
                    .add(sink.type());
        }
        written.forEach((account, types) -> {
            boolean twoWay = comesBack(sync, account, types);
            chart.append("  " + node(sync.sourceAccount()) + (twoWay ? " ==>" : " -->") + "|\"" + label(sync, types)
                    + (twoWay ? ", two-way" : "") + "\"| " + nodes.get(account) + "\n");
        });
    }

    private String label(Sync<?> sync, Set<String> types) {
        return escape(sync.name()) + "<br/>" + escape(sync.sourceType().name()) + " to "
                + types.stream().map(Wiring::escape).collect(Collectors.joining(", ")) + "<br/>"
                + sync.policy().priority();
    }

    /** Whether another sync carries the same kind of record back. */
    private boolean comesBack(Sync<?> sync, String account, Set<String> types) {
        Sync.SinkId back =
                new Sync.SinkId(sync.sourceAccount(), sync.sourceType().name());
        return syncs.stream()
                .anyMatch(other -> other.sourceAccount().toString().equals(account)
                        && types.contains(other.sourceType().name())
                        && other.sinks().containsKey(back));
    }

    private String node(AccountId account) {
        return String.valueOf(nodes.get(account.toString()));
    }

    /** Text inside a label in quotes; Mermaid takes its own marks by number. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean plain = Character.isLetterOrDigit(c) || " -_.:@/,".indexOf(c) >= 0;
            if (plain) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }
}
