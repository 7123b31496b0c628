package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.TimeSource;
import dev.drayage.settings.Settings;
import dev.drayage.threepl.exchange.ExchangeSettings;

/** Opens the exchange that a partner's settings name. Stateless. */
public final class Transports {
    private Transports() {}

    /** The partner's area; nothing is connected before its first call. */
    public static FileExchange open(Settings settings, TimeSource time) {
        return switch (settings.get(ExchangeSettings.TRANSPORT)) {
            case FOLDER ->
                new LocalFolderExchange(settings.find(ExchangeSettings.FOLDER).orElseThrow(), time);
            case SFTP -> new SftpExchange(SftpAccess.of(settings), time);
        };
    }
}
