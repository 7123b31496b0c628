package dev.drayage.threepl.internal.exchange;

import dev.drayage.settings.Settings;
import dev.drayage.threepl.exchange.ExchangeSettings;

/**
 * How a partner wants files to appear. Immutable.
 *
 * @param canRename whether the server renames; else a file is stored under its final name and {@code doneEnding} tells that it is
 *     complete
 * @param deletesOnRead whether reading a file takes it away, so that ours cannot be told from another of its name
 * @param temporaryFolder where files stand until they are complete; empty for their own folder
 * @param temporaryEnding the ending of names that are not complete
 * @param doneEnding the ending of the marker that is stored beside a complete file where the server cannot rename
 */
public record DeliveryRules(
        boolean canRename, boolean deletesOnRead, String temporaryFolder, String temporaryEnding, String doneEnding) {
    public DeliveryRules {
        NameRules.folder(temporaryFolder);
        if (!canRename && doneEnding.isEmpty()) {
            throw new IllegalArgumentException("a server that cannot rename needs an ending for done markers");
        }
        if (temporaryFolder.isEmpty() && temporaryEnding.isEmpty()) {
            throw new IllegalArgumentException("unfinished files need a folder or an ending of their own");
        }
    }

    /** The rules that a partner's settings give. */
    public static DeliveryRules of(Settings settings) {
        return new DeliveryRules(
                settings.get(ExchangeSettings.CAN_RENAME),
                settings.get(ExchangeSettings.DELETES_ON_READ),
                settings.get(ExchangeSettings.TEMPORARY_FOLDER),
                settings.get(ExchangeSettings.TEMPORARY_ENDING),
                settings.find(ExchangeSettings.DONE_ENDING).orElse(""));
    }

    /**
     * The first name holds a digest of the key: two deliveries that were given one name must not mistake each other's unfinished
     * file for their own.
     */
    Delivery.Route route(OutgoingFile file) {
        if (!canRename) {
            return new Delivery.Route(file.folder(), file.name(), file.name() + doneEnding);
        }
        String folder = temporaryFolder.isEmpty() ? file.folder() : temporaryFolder;
        String name = file.name() + "." + Digest.name(12, file.key()) + temporaryEnding;
        return new Delivery.Route(folder, name, "");
    }
}
