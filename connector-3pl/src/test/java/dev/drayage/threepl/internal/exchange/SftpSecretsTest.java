package dev.drayage.threepl.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.settings.Setting;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.testing.SettableTime;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets of an SFTP server that are looked for elsewhere, and are not there. */
class SftpSecretsTest {
    private static final SettingsSchema SCHEMA =
            SettingsSchema.of("Exchange", ExchangeSettings.ALL.toArray(Setting<?>[]::new));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final CallContext call =
            CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.ORDERS);

    @ParameterizedTest
    @ValueSource(strings = {"sftp.password", "sftp.privateKey"})
    void a_secret_that_is_not_set_is_told_as_such_and_nobody_connects(String setting) throws Exception {
        KeyPair hostKey = KeyPairGenerator.getInstance("EC").generateKeyPair();
        try (SftpServerFixture server = new SftpServerFixture(temp, hostKey, hostKey.getPublic());
                FileExchange exchange = open(server, hostKey, Map.of(setting, "env:DRAYAGE_NOBODY_SETS_THIS"))) {
            assertThatThrownBy(() -> exchange.list("in", call))
                    .isInstanceOfSatisfying(
                            AuthorisationException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.CREDENTIALS_REFUSED))
                    .hasMessage("environment variable DRAYAGE_NOBODY_SETS_THIS holds no secret");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void a_passphrase_that_is_not_set_is_told_too() throws Exception {
        KeyPair hostKey = KeyPairGenerator.getInstance("EC").generateKeyPair();
        try (SftpServerFixture server = new SftpServerFixture(temp, hostKey, hostKey.getPublic());
                FileExchange exchange = open(
                        server,
                        hostKey,
                        Map.of("sftp.privateKey", "a key", "sftp.passphrase", "file:" + temp.resolve("none")))) {
            assertThatThrownBy(() -> exchange.list("in", call))
                    .isInstanceOf(AuthorisationException.class)
                    .hasMessageStartingWith("secret file ");
            assertThat(server.connections()).isZero();
        }
    }

    private FileExchange open(SftpServerFixture server, KeyPair hostKey, Map<String, String> secrets) {
        Map<String, String> flat = new HashMap<>(secrets);
        flat.put(ExchangeSettings.TRANSPORT.name(), "sftp");
        flat.put(ExchangeSettings.SFTP_HOST.name(), "127.0.0.1");
        flat.put(ExchangeSettings.SFTP_PORT.name(), Integer.toString(server.port()));
        flat.put(ExchangeSettings.SFTP_USER.name(), SftpServerFixture.USER);
        flat.put(ExchangeSettings.SFTP_HOST_KEYS.name(), SftpServerFixture.fingerprint(hostKey));
        return Transports.open(SCHEMA.read(flat), time);
    }
}
