package dev.drayage.threepl.internal.exchange;

import dev.drayage.settings.SecretSource;
import dev.drayage.settings.Settings;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where an SFTP server is, which one it must be, and who we are there. Immutable; secrets are asked for at each login.
 *
 * @param host name or address
 * @param port its port
 * @param hostKeys fingerprints, one of which the server's key must have
 * @param user our name there
 * @param password the user's password, unless it has a key
 * @param privateKey the user's key as text
 * @param passphrase the key's passphrase
 * @param root directory below which everything happens
 * @param keepAlive how often an idle session shows that it is there; zero for never
 */
public record SftpAccess(
        String host,
        int port,
        List<String> hostKeys,
        String user,
        Optional<SecretSource> password,
        Optional<SecretSource> privateKey,
        Optional<SecretSource> passphrase,
        String root,
        Duration keepAlive) {

    public SftpAccess {
        hostKeys = List.copyOf(hostKeys);
        if (hostKeys.isEmpty()) {
            throw new IllegalArgumentException("an SFTP server needs at least one pinned host key");
        }
    }

    /** The access that a partner's settings give. */
    public static SftpAccess of(Settings settings) {
        return new SftpAccess(
                settings.find(ExchangeSettings.SFTP_HOST).orElse(""),
                settings.get(ExchangeSettings.SFTP_PORT),
                settings.get(ExchangeSettings.SFTP_HOST_KEYS),
                settings.find(ExchangeSettings.SFTP_USER).orElse(""),
                settings.find(ExchangeSettings.SFTP_PASSWORD),
                settings.find(ExchangeSettings.SFTP_PRIVATE_KEY),
                settings.find(ExchangeSettings.SFTP_PASSPHRASE),
                settings.get(ExchangeSettings.SFTP_ROOT),
                settings.get(ExchangeSettings.SFTP_KEEP_ALIVE));
    }

    /** The server in the words of a message. */
    String server() {
        return "SFTP server " + host + ":" + port;
    }
}
