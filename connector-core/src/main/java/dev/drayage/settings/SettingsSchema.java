package dev.drayage.settings;

import dev.drayage.error.SettingsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every setting of a connector or sync. The reference page is generated from it. Immutable.
 *
 * @param title what the settings are for
 * @param settings in the order of the reference page
 * @param rules what must fit together among them
 */
public record SettingsSchema(String title, List<Setting<?>> settings, List<SettingsRule> rules) {
    public SettingsSchema {
        settings = List.copyOf(settings);
        rules = List.copyOf(rules);
    }

    /** A schema of the given settings. */
    public static SettingsSchema of(String title, Setting<?>... settings) {
        return new SettingsSchema(title, List.of(settings), List.of());
    }

    /** The same schema with one more rule. */
    public SettingsSchema with(SettingsRule rule) {
        return new SettingsSchema(
                title, settings, Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    /** All faults of a flat map: missing, malformed, unknown and unfitting settings, each with its name; empty if it is fine. */
    public List<String> problems(Map<String, String> flat) {
        List<String> problems = new ArrayList<>();
        parse(flat, problems);
        return problems;
    }

    /**
     * Reads a flat map.
     *
     * @throws SettingsException with all faults at once
     */
    public Settings read(Map<String, String> flat) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> values = parse(flat, problems);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new Settings(values);
    }

    private Map<String, Object> parse(Map<String, String> flat, List<String> problems) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Setting<?> setting : settings) {
            Optional<String> text = Optional.ofNullable(flat.get(setting.name()))
                    .map(String::strip)
                    .filter(t -> !t.isEmpty())
                    .or(setting::fallback);
            if (text.isEmpty()) {
                if (setting.required()) {
                    problems.add(setting.name() + " is missing: " + setting.help());
                }
                continue;
            }
            try {
                values.put(setting.name(), setting.parser().apply(text.get()));
            } catch (IllegalArgumentException e) {
                problems.add(setting.name() + " " + e.getMessage());
            }
        }
        for (String name : flat.keySet()) {
            if (settings.stream().noneMatch(setting -> setting.name().equals(name))) {
                problems.add(name + " is unknown" + nearest(name));
            }
        }
        fit(values, problems);
        return values;
    }

    /** What a rule needs may itself be missing or malformed, which is told already. */
    private void fit(Map<String, Object> values, List<String> problems) {
        Settings read = new Settings(values);
        boolean alreadyWrong = !problems.isEmpty();
        for (SettingsRule rule : rules) {
            try {
                problems.addAll(rule.problems(read));
            } catch (IllegalArgumentException e) {
                if (!alreadyWrong) {
                    throw e;
                }
            }
        }
    }

    private String nearest(String name) {
        return settings.stream()
                .map(Setting::name)
                .min(Comparator.comparingInt(known -> distance(known, name)))
                .filter(known -> distance(known, name) <= Math.max(2, name.length() / 3))
                .map(known -> "; did you mean " + known + "?")
                .orElse("");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(swap, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
