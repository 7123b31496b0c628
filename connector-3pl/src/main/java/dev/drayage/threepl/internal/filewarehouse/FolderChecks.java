package dev.drayage.threepl.internal.filewarehouse;

import dev.drayage.call.CallContext;
import dev.drayage.error.ConnectorException;
import dev.drayage.settings.Setting;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.Diagnosis.Check;
import dev.drayage.spi.Diagnosis.Verdict;
import dev.drayage.threepl.exchange.ExchangeSettings;
import dev.drayage.threepl.internal.exchange.FileExchange;
import dev.drayage.threepl.internal.exchange.IntakeRules;
import java.util.List;

/**
 * Looks whether a warehouse's folders are where the settings say. A run makes a folder that is missing, so that a misspelt one
 * would stay empty for ever without a word; a look makes none. Thread-safe.
 */
final class FolderChecks {
    private final FileExchange exchange;
    private final IntakeRules incoming;
    private final String outgoing;

    FolderChecks(FileExchange exchange, IntakeRules incoming, String outgoing) {
        this.exchange = exchange;
        this.incoming = incoming;
        this.outgoing = outgoing;
    }

    /** Both folders; only the first where nobody answers, since partners lock accounts after a few wrong logins. */
    Diagnosis diagnose(CallContext call) {
        Check in = incoming(call);
        return new Diagnosis(in.verdict() == Verdict.FAILED ? List.of(in) : List.of(in, outgoing(call)));
    }

    private Check incoming(CallContext call) {
        String folder = incoming.incoming();
        try {
            if (!exchange.hasFolder(folder, call)) {
                return missing(ExchangeSettings.INCOMING, folder);
            }
            long waiting = exchange.list(folder, call).files().stream()
                    .filter(file -> incoming.isFinished(file.name()))
                    .count();
            return new Check(
                    ExchangeSettings.INCOMING.name(), Verdict.PASSED, waiting + " files wait in folder " + folder);
        } catch (ConnectorException e) {
            return failed(ExchangeSettings.INCOMING, folder, e);
        }
    }

    private Check outgoing(CallContext call) {
        try {
            return exchange.hasFolder(outgoing, call)
                    ? new Check(ExchangeSettings.OUTGOING.name(), Verdict.PASSED, "folder " + outgoing + " is there")
                    : missing(ExchangeSettings.OUTGOING, outgoing);
        } catch (ConnectorException e) {
            return failed(ExchangeSettings.OUTGOING, outgoing, e);
        }
    }

    private static Check missing(Setting<String> setting, String folder) {
        return new Check(
                setting.name(),
                Verdict.WARNING,
                "folder " + folder
                        + " is not there, and a run would make it: if the warehouse uses another one, correct "
                        + setting.name());
    }

    private static Check failed(Setting<String> setting, String folder, ConnectorException e) {
        return new Check(
                setting.name(), Verdict.FAILED, "folder " + folder + " cannot be looked into: " + e.describe());
    }
}
