package dev.drayage.testkit.warehouse;

import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;

/** Decides who is let in. Thread-safe. */
final class SftpGuard implements PasswordAuthenticator, PublickeyAuthenticator, SessionListener {
    /** A client that may use several keys asks more than once; one refusal turns the whole connection away. */
    private static final AttributeKey<Boolean> REFUSED = new AttributeKey<>();

    private final String user;
    private final String password;
    private final List<PublicKey> keys;
    private final SftpFaults faults;
    private final SftpTraffic traffic;

    SftpGuard(String user, String password, List<PublicKey> keys, SftpFaults faults, SftpTraffic traffic) {
        this.user = user;
        this.password = password;
        this.keys = List.copyOf(keys);
        this.faults = faults;
        this.traffic = traffic;
    }

    @Override
    public boolean authenticate(String name, String shown, ServerSession session) {
        return !refused(session) && name.equals(user) && !password.isEmpty() && shown.equals(password);
    }

    @Override
    public boolean authenticate(String name, PublicKey shown, ServerSession session) {
        return !refused(session)
                && name.equals(user)
                && keys.stream().anyMatch(key -> KeyUtils.compareKeys(key, shown));
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        if (event == Event.Authenticated) {
            traffic.count(SftpOperation.LOGIN);
        }
    }

    private boolean refused(ServerSession session) {
        Boolean decided = session.getAttribute(REFUSED);
        if (decided == null) {
            decided = faults.takeRefusedLogin();
            session.setAttribute(REFUSED, decided);
        }
        return decided;
    }
}
