package dev.drayage.threepl.internal.exchange;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.settings.SecretSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * Logs in with what the settings give and with nothing that happens to lie on the machine. Secrets are asked for when it is
 * made, before anyone connects: one that is missing is our own matter and no fault of the server's. Used once.
 */
final class SftpLogin {
    private final SftpAccess access;
    private final Optional<KeyPair> key;
    private final Optional<String> password;

    private SftpLogin(SftpAccess access, Optional<KeyPair> key, Optional<String> password) {
        this.access = access;
        this.key = key;
        this.password = password;
    }

    /**
     * A login with the secrets as they are now.
     *
     * @throws AuthorisationException if one of them is not there or cannot be read
     */
    static SftpLogin with(SftpAccess access) {
        Optional<KeyPair> key = access.privateKey().map(secret -> key(access, secret));
        Optional<String> password = key.isPresent()
                ? Optional.empty()
                : access.password().map(secret -> secret.current().reveal());
        return new SftpLogin(access, key, password);
    }

    void login(ClientSession session, HostKeyPin pin, Duration within) throws IOException {
        if (key.isPresent()) {
            session.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
            session.addPublicKeyIdentity(key.get());
        } else {
            session.setUserAuthFactories(
                    List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
            session.setPasswordIdentityProvider(once(password));
        }
        AuthFuture login = session.auth();
        boolean ended = login.await(within);
        if (login.isSuccess()) {
            return;
        }
        if (pin.refused().isPresent()) {
            throw wrongServer(access, pin);
        }
        if (!ended) {
            throw new UnavailableException(
                    ErrorCode.UNREACHABLE,
                    access.server() + " did not answer the login in " + within.toMillis() + " ms");
        }
        throw refused(access, login.getException());
    }

    /**
     * The password for whichever way of asking for it the server uses, but not for one after the other: partners lock accounts
     * after a few wrong tries.
     */
    private static PasswordIdentityProvider once(Optional<String> password) {
        Iterator<String> passwords = password.stream().iterator();
        Iterable<String> rest = () -> passwords;
        return session -> rest;
    }

    private static ConnectorException refused(SftpAccess access, Throwable cause) {
        if (cause instanceof SshException ssh
                && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
            return new AuthorisationException(
                    ErrorCode.CREDENTIALS_REFUSED,
                    access.server() + " refused the " + (access.privateKey().isPresent() ? "key" : "password")
                            + " of user " + access.user());
        }
        return new UnavailableException(
                ErrorCode.UNREACHABLE,
                access.server() + " broke the connection off before the login",
                null,
                null,
                cause);
    }

    private static AuthorisationException wrongServer(SftpAccess access, HostKeyPin pin) {
        return new AuthorisationException(
                ErrorCode.SERVER_UNKNOWN,
                access.server() + " is not the one that the settings name: it presented the host key "
                        + pin.refused().orElse("") + " and " + String.join(" or ", pin.expected())
                        + " was expected. No credential was sent. Ask the partner whether the key was changed, and only"
                        + " then add its fingerprint to the settings");
    }

    private static KeyPair key(SftpAccess access, SecretSource secret) {
        String text = secret.current().reveal().strip() + "\n";
        FilePasswordProvider passphrase = access.passphrase()
                .map(phrase -> FilePasswordProvider.of(phrase.current().reveal()))
                .orElse(FilePasswordProvider.EMPTY);
        try (ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            Iterable<KeyPair> keys =
                    SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName("private key"), in, passphrase);
            if (keys != null) {
                Iterator<KeyPair> each = keys.iterator();
                if (each.hasNext()) {
                    return each.next();
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // what a parser says of a key may repeat it, so the cause is left out
        }
        throw new AuthorisationException(
                ErrorCode.CREDENTIALS_REFUSED,
                "the private key of user " + access.user() + " at " + access.server()
                        + " cannot be read: give OpenSSH or"
                        + " PEM text of an RSA or ECDSA key (Ed25519 needs Bouncy Castle on the class path), with its"
                        + " passphrase if it has one");
    }
}
