package dev.drayage.threepl.internal.exchange;

import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a server only by the fingerprint of its key. The keys are exchanged before anyone logs in, so no credential reaches a
 * server that is refused. Remembers what a refused one presented. Thread-safe; one for each connection.
 */
final class HostKeyPin implements ServerKeyVerifier {
    private final List<String> expected;
    private volatile @Nullable String refused;

    HostKeyPin(List<String> expected) {
        this.expected = expected.stream().map(HostKeyPin::unpadded).toList();
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        String presented = unpadded(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
        if (expected.contains(presented)) {
            return true;
        }
        refused = presented;
        return false;
    }

    /** The fingerprint of the key that was refused. */
    Optional<String> refused() {
        return Optional.ofNullable(refused);
    }

    List<String> expected() {
        return expected;
    }

    private static String unpadded(String fingerprint) {
        return fingerprint.endsWith("=") ? fingerprint.substring(0, fingerprint.length() - 1) : fingerprint;
    }
}
