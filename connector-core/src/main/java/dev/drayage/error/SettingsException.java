package dev.drayage.error;

import java.io.Serial;
import java.util.List;

/** Settings or wiring are wrong; every fault is listed at once. */
public final class SettingsException extends ConnectorException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** An exception that lists all problems, each naming its setting. */
    public SettingsException(List<String> problems) {
        super(ErrorCode.SETTINGS_INVALID, String.join("; ", problems), null, null, null);
        this.problems = List.copyOf(problems);
    }

    /** Each problem in one sentence that names the setting. */
    public List<String> problems() {
        return problems;
    }
}
