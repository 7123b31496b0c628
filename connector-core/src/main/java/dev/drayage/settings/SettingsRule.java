package dev.drayage.settings;

import java.util.List;

/** What must fit together among settings that are fine each on its own. Stateless. */
@FunctionalInterface
public interface SettingsRule {
    /** Every fault, naming its setting; empty if all fit. Never a value that may be secret. */
    List<String> problems(Settings settings);
}
