package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * One session with its SFTP channel, from login to the first thing that goes wrong with it. It speaks version 3, as every server
 * does. Used by one call at a time; {@link #abort} may come from any thread.
 */
final class SftpConnection {
    private static final int SFTP_VERSION = 3;
    private static final int LOST_HEARTBEATS = 3;

    private final SshClient client;
    private final SftpClient sftp;
    private final String root;
    private final Set<String> made = new HashSet<>();

    private SftpConnection(SshClient client, SftpClient sftp, String root) {
        this.client = client;
        this.sftp = sftp;
        this.root = root;
    }

    @SuppressWarnings("try") // the watch works by being there
    static SftpConnection open(SftpAccess access, CallContext call, Duration within) throws IOException {
        SftpLogin login = SftpLogin.with(access);
        HostKeyPin pin = new HostKeyPin(access.hostKeys());
        SshClient client = client(access, pin);
        client.start();
        boolean opened = false;
        try (Watch watch = Watch.over(client, call, within)) {
            ConnectFuture connecting = client.connect(access.user(), access.host(), access.port());
            if (!connecting.await(within)) {
                throw new UnavailableException(
                        ErrorCode.UNREACHABLE, access.server() + " did not answer in " + within.toMillis() + " ms");
            }
            ClientSession session = connecting.verify().getSession();
            login.login(session, pin, within);
            SftpClient sftp = SftpClientFactory.instance().createSftpClient(session, SFTP_VERSION);
            opened = true;
            return new SftpConnection(client, sftp, access.root());
        } finally {
            if (!opened) {
                client.close(true);
            }
        }
    }

    private static SshClient client(SftpAccess access, HostKeyPin pin) {
        SshClient client = ClientBuilder.builder()
                .serverKeyVerifier(pin)
                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .build();
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setPasswordIdentityProvider(PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER);
        client.setUserInteraction(UserInteraction.NONE);
        client.setAgentFactory(null);
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
        if (!access.keepAlive().isZero()) {
            CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, access.keepAlive());
            CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, LOST_HEARTBEATS);
        }
        return client;
    }

    SftpClient sftp() {
        return sftp;
    }

    boolean isOpen() {
        return client.isOpen() && sftp.isOpen();
    }

    /** Ends whatever call is under way. */
    void abort() {
        client.close(true);
    }

    /** Ends the connection when the call is cancelled or its time is over. */
    Watch watch(CallContext call, Duration within) {
        return Watch.over(client, call, within);
    }

    String path(String folder, String name) {
        return directory(NameRules.folder(folder)) + "/" + name;
    }

    /** Whether a folder is there, made by this session or not. */
    boolean hasFolder(String folder) throws IOException {
        return exists(directory(NameRules.folder(folder)));
    }

    /** The path of a folder that is there, as far as the server lets us make it. */
    String folder(String folder) throws IOException {
        List<String> names = NameRules.folder(folder);
        for (int depth = 1; depth <= names.size(); depth++) {
            String path = directory(names.subList(0, depth));
            if (made.add(path) && !exists(path)) {
                make(path);
            }
        }
        return directory(names);
    }

    private void make(String path) throws IOException {
        try {
            sftp.mkdir(path);
        } catch (SftpException e) {
            if (!exists(path)) {
                made.remove(path);
                throw e;
            }
        }
    }

    /** All entries of a folder, which is made if it is missing. */
    List<DirEntry> entries(String folder) throws IOException {
        List<DirEntry> entries = new ArrayList<>();
        try (CloseableHandle handle = sftp.openDir(folder(folder))) {
            for (List<DirEntry> some = sftp.readDir(handle); some != null; some = sftp.readDir(handle)) {
                entries.addAll(some);
            }
        }
        return entries;
    }

    boolean exists(String path) throws IOException {
        try {
            sftp.lstat(path);
            return true;
        } catch (SftpException e) {
            if (isMissing(e)) {
                return false;
            }
            throw e;
        }
    }

    static boolean isMissing(SftpException e) {
        return e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE || e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH;
    }

    private String directory(List<String> names) {
        String start = root.length() > 1 && root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        if (names.isEmpty()) {
            return start;
        }
        return (start.equals("/") ? "" : start) + "/" + String.join("/", names);
    }

    /** Cuts the connection when a call must not go on; closed when the call has ended. */
    static final class Watch implements AutoCloseable {
        private final AutoCloseable subscription;
        private final ScheduledFuture<?> deadline;

        private Watch(AutoCloseable subscription, ScheduledFuture<?> deadline) {
            this.subscription = subscription;
            this.deadline = deadline;
        }

        private static Watch over(SshClient client, CallContext call, Duration within) {
            return new Watch(
                    call.cancellation().onCancel(() -> client.close(true)),
                    client.getScheduledExecutorService()
                            .schedule(() -> client.close(true), within.toMillis(), TimeUnit.MILLISECONDS));
        }

        @Override
        public void close() {
            deadline.cancel(false);
            try {
                subscription.close();
            } catch (Exception e) {
                throw new IllegalStateException("a cancellation could not be unsubscribed", e);
            }
        }
    }
}
