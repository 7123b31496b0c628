package dev.drayage.threepl.internal.exchange;

import dev.drayage.settings.Settings;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.time.Duration;
import java.util.List;

/**
 * How a partner's files come in; see {@link ExchangeSettings} for what each means. Immutable.
 *
 * @param incoming folder of files to take
 * @param processed folder of files whose work is done
 * @param failed folder of files that cannot be used
 * @param unfinished endings of names to leave alone
 * @param doneEndings endings of markers; empty if the partner puts none
 * @param settle how long a file without a marker must be unchanged
 * @param retention how long the ledger knows a file after its work was done
 * @param maxBytes the largest file
 * @param maxFiles how many are in work at most
 * @param canRename whether files can be moved away
 * @param deletesOnRead whether reading a file takes it away
 */
public record IntakeRules(
        String incoming,
        String processed,
        String failed,
        List<String> unfinished,
        List<String> doneEndings,
        Duration settle,
        Duration retention,
        long maxBytes,
        int maxFiles,
        boolean canRename,
        boolean deletesOnRead) {

    public IntakeRules {
        unfinished = List.copyOf(unfinished);
        doneEndings = List.copyOf(doneEndings);
        NameRules.folder(incoming);
        NameRules.folder(processed);
        NameRules.folder(failed);
    }

    /** The rules that a partner's settings give. */
    public static IntakeRules of(Settings settings) {
        return of(settings, settings.get(ExchangeSettings.INCOMING));
    }

    /** The same for a partner with a folder for each kind of file. */
    public static IntakeRules of(Settings settings, String incoming) {
        return new IntakeRules(
                incoming,
                settings.get(ExchangeSettings.PROCESSED),
                settings.get(ExchangeSettings.FAILED),
                settings.get(ExchangeSettings.UNFINISHED),
                settings.get(ExchangeSettings.DONE_ENDINGS),
                settings.get(ExchangeSettings.SETTLE),
                settings.get(ExchangeSettings.RETENTION),
                settings.get(ExchangeSettings.MAX_KILOBYTES) * 1024L,
                settings.get(ExchangeSettings.MAX_FILES),
                settings.get(ExchangeSettings.CAN_RENAME),
                settings.get(ExchangeSettings.DELETES_ON_READ));
    }

    /** Whether a name is one of a file that its writer is done with, and no marker. */
    public boolean isFinished(String name) {
        return !name.startsWith(".")
                && unfinished.stream().noneMatch(name::endsWith)
                && doneEndings.stream().noneMatch(name::endsWith);
    }
}
