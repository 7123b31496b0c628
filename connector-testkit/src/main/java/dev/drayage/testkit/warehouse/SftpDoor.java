package dev.drayage.testkit.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * An SFTP server on a free loopback port over one folder, out of which no client gets. It speaks version 3 without
 * extensions, as the usual servers do: a rename is refused if the name is taken. Its host key is made anew for each
 * door. Thread-safe.
 */
public final class SftpDoor implements AutoCloseable {
    private final Builder settings;
    private final SftpFaults faults = new SftpFaults();
    private final SftpTraffic traffic = new SftpTraffic();
    private volatile KeyPair hostKey = newKey();
    private final SshServer server;

    private SftpDoor(Builder settings) {
        this.settings = settings;
        server = SshServer.setUpDefaultServer();
        server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.setKeyPairProvider(KeyPairProvider.wrap(() -> List.of(hostKey).iterator()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(settings.root));
        SftpGuard guard = new SftpGuard(settings.user, settings.password, settings.authorizedKeys, faults, traffic);
        server.setPasswordAuthenticator(guard);
        server.setPublickeyAuthenticator(guard);
        server.addSessionListener(guard);
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new SftpFiles(faults, traffic))
                .build()));
        SftpModuleProperties.SFTP_VERSION.set(server, 3);
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "");
        SftpModuleProperties.CLIENT_EXTENSIONS.set(server, "");
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the settings of a door to {@code root}. */
    public static Builder builder(Path root) {
        return new Builder(root);
    }

    /** The host to connect to. */
    public String host() {
        return server.getHost();
    }

    /** The port to connect to. */
    public int port() {
        return server.getPort();
    }

    /** The only user there is. */
    public String user() {
        return settings.user;
    }

    /** The user's password. */
    public String password() {
        return settings.password;
    }

    /** The host key that is shown now. */
    public PublicKey hostKey() {
        return hostKey.getPublic();
    }

    /** The fingerprint of the host key that is shown now, as {@code SHA256:...}. */
    public String hostKeyFingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey());
    }

    /** Shows another host key from now on, as an impostor would, and ends all connections. */
    public void replaceHostKey() {
        hostKey = newKey();
        cutConnections();
    }

    /** Ends all connections at once. */
    public void cutConnections() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** Faults at the door. */
    public SftpFaults faults() {
        return faults;
    }

    /** How often something was done. */
    public int count(SftpOperation operation) {
        return traffic.of(operation);
    }

    @Override
    public void close() {
        try {
            server.stop(true);
            server.close(true).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform makes EC keys", e);
        }
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final Path root;
        private final List<PublicKey> authorizedKeys = new ArrayList<>();
        private String user = "acmebrand";
        private String password = "open-sesame";

        private Builder(Path root) {
            this.root = root;
        }

        /** The user and the password; an empty password lets nobody in by password. */
        public Builder user(String name, String secret) {
            user = name;
            password = secret;
            return this;
        }

        /** A key that lets the user in. */
        public Builder authorizedKey(PublicKey key) {
            authorizedKeys.add(key);
            return this;
        }

        /** Opens the door. */
        public SftpDoor open() {
            return new SftpDoor(this);
        }
    }
}
