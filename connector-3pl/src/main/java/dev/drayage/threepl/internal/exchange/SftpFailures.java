package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.UnavailableException;
import java.io.IOException;
import java.time.Instant;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * What a failed SFTP call means. A status is an answer: it is known what happened. Anything else is a broken connection, after
 * which a write may or may not have been carried out. The server's own words are left out, since they may repeat anything.
 */
final class SftpFailures {
    private final SftpAccess access;

    SftpFailures(SftpAccess access) {
        this.access = access;
    }

    ConnectorException of(String what, boolean writes, IOException e, CallContext call, Instant now) {
        if (e instanceof SftpException sftp && isAnswer(sftp)) {
            return answered(what, sftp);
        }
        String where = " at " + access.server() + ": ";
        if (writes) {
            return new OutcomeUnknownException(
                    ErrorCode.OUTCOME_UNKNOWN, what + where + "the connection broke before the answer", null, null, e);
        }
        if (call.cancellation().isCancelled()) {
            return new CancelledException(ErrorCode.CANCELLED, what + where + "the run was cancelled");
        }
        if (call.remaining(now).isZero()) {
            return new UnavailableException(
                    ErrorCode.DEADLINE_PASSED, what + where + "the time for it is over", null, null, e);
        }
        return new UnavailableException(ErrorCode.UNREACHABLE, what + where + "the connection broke", null, null, e);
    }

    ConnectorException notConnected(IOException e, CallContext call) {
        if (call.cancellation().isCancelled()) {
            return new CancelledException(ErrorCode.CANCELLED, "the run was cancelled");
        }
        return new UnavailableException(
                ErrorCode.UNREACHABLE,
                "no connection to " + access.server() + " (" + e.getClass().getSimpleName() + ")",
                null,
                null,
                e);
    }

    private ConnectorException answered(String what, SftpException e) {
        String message =
                what + " at " + access.server() + ": the server says " + SftpConstants.getStatusName(e.getStatus());
        if (e.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED
                || e.getStatus() == SftpConstants.SSH_FX_WRITE_PROTECT) {
            return new AuthorisationException(
                    ErrorCode.PERMISSION_MISSING,
                    message + "; have the partner allow it to user " + access.user() + " below " + access.root(),
                    null,
                    null,
                    e);
        }
        return new UnavailableException(ErrorCode.SERVICE_FAILURE, message, null, null, e);
    }

    static boolean isAnswer(SftpException e) {
        return e.getStatus() != SftpConstants.SSH_FX_NO_CONNECTION
                && e.getStatus() != SftpConstants.SSH_FX_CONNECTION_LOST;
    }
}
