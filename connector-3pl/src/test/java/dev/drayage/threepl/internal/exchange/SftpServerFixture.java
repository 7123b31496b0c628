package dev.drayage.threepl.internal.exchange;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server in this process whose root is a folder, with faults that are switched on for the next call. */
final class SftpServerFixture implements AutoCloseable {
    static final String USER = "warehouse";
    static final String PASSWORD = "correct horse";

    /** What goes wrong. */
    enum Fault {
        NONE,
        RENAME_DONE_ANSWER_LOST,
        RENAME_REFUSED,
        RENAME_DENIED,
        TARGET_APPEARS,
        RENAME_STALLS,
        UPLOAD_CUT
    }

    private final SshServer server = SshServer.setUpDefaultServer();
    private final List<String> passwords = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Runnable whenStalled = () -> {};
    private volatile long cutAfter;

    SftpServerFixture(Path root, KeyPair hostKey, PublicKey userKey) throws IOException {
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> {
            passwords.add(password);
            return user.equals(USER) && password.equals(PASSWORD);
        });
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals(USER) && KeyUtils.compareKeys(key, userKey));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Faults());
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    int port() {
        return server.getPort();
    }

    /** Passwords that were tried, right or wrong. */
    List<String> passwords() {
        return List.copyOf(passwords);
    }

    /** How many connections are open now. */
    int connections() {
        return server.getActiveSessions().size();
    }

    /** How many SFTP sessions were opened. */
    int sessions() {
        return sessions.get();
    }

    void next(Fault next) {
        fault = next;
    }

    void cutUploadAfter(long bytes) {
        cutAfter = bytes;
        fault = Fault.UPLOAD_CUT;
    }

    /** Answers the next rename never, and runs something then. */
    void stallRename(Runnable then) {
        whenStalled = then;
        fault = Fault.RENAME_STALLS;
    }

    /** Cuts all connections, as a firewall or a restart would. */
    void cutConnections() throws IOException {
        for (var session : server.getActiveSessions()) {
            session.close(true).await();
        }
    }

    static String fingerprint(KeyPair key) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.stop(true);
    }

    private final class Faults implements SftpEventListener {
        @Override
        public void initialized(ServerSession session, int version) {
            sessions.incrementAndGet();
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            if (fault == Fault.RENAME_REFUSED) {
                throw new IOException("not here");
            }
            if (fault == Fault.RENAME_DENIED) {
                throw new AccessDeniedException("not you");
            }
            if (fault == Fault.RENAME_STALLS) {
                fault = Fault.NONE;
                whenStalled.run();
                awaitClose();
                throw new IOException("too late");
            }
            if (fault == Fault.TARGET_APPEARS) {
                Files.writeString(to, "appeared");
            }
        }

        @Override
        public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown)
                throws IOException {
            if (fault == Fault.RENAME_DONE_ANSWER_LOST) {
                cut(session);
            }
        }

        @Override
        public void writing(
                ServerSession session, String handle, FileHandle file, long offset, byte[] data, int from, int length)
                throws IOException {
            if (fault == Fault.UPLOAD_CUT && offset + length > cutAfter) {
                cut(session);
                throw new IOException("cut");
            }
        }

        private void awaitClose() throws IOException {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        private void cut(ServerSession session) {
            fault = Fault.NONE;
            session.getIoSession().close(true);
        }
    }
}
