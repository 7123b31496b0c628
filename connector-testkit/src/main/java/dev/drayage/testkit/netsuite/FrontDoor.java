package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import dev.drayage.testkit.wire.WireServer;
import java.util.concurrent.atomic.AtomicLong;

/** Takes every request: concurrency, access, then the service asked for. Thread-safe. */
final class FrontDoor implements WireServer.Vendor {
    private static final String LIMITS_PATH = "/services/rest/system/v1/governanceLimits";

    private final Account account;
    private final AccessDesk access;
    private final RecordEndpoint records;
    private final SuiteQlEndpoint suiteQl;
    private final RequestCounts counts;
    private volatile HeldAnswers held;
    private final AtomicLong errors = new AtomicLong();

    FrontDoor(
            Account account, AccessDesk access, RecordEndpoint records, SuiteQlEndpoint suiteQl, RequestCounts counts) {
        this.account = account;
        this.access = access;
        this.records = records;
        this.suiteQl = suiteQl;
        this.counts = counts;
        HeldAnswers open = new HeldAnswers();
        open.close();
        held = open;
    }

    HeldAnswers hold() {
        HeldAnswers answers = new HeldAnswers();
        held = answers;
        return answers;
    }

    @Override
    public WireResponse answer(WireRequest request) {
        try {
            counts.count(operation(request));
            if (request.rawPath().equals(AccessDesk.TOKEN_PATH)) {
                WireResponse token = access.token(request);
                if (token.status() >= 400) {
                    counts.countRefusal(token.status());
                }
                return token;
            }
            int free =
                    account.settings().concurrencyLimit() - account.switches().occupiedSlots();
            if (!counts.enter(free)) {
                throw Refusal.concurrencyLimit();
            }
            try {
                held.await();
                access.admit(request);
                synchronized (account) {
                    return dispatch(request);
                }
            } finally {
                counts.leave();
            }
        } catch (Refusal refusal) {
            return refused(refusal);
        } catch (RuntimeException e) {
            // A defect of the simulator itself: the test that meets it should see what it was.
            return refused(Refusal.unexpected("sim" + errors.incrementAndGet() + " " + e));
        }
    }

    @Override
    public WireResponse refusal(Fault fault, WireRequest request) {
        counts.count(operation(request));
        return refused(
                switch (fault) {
                    case THROTTLED -> Refusal.concurrencyLimit();
                    case TOKEN_REJECTED -> Refusal.invalidLogin();
                    default -> Refusal.unexpected("planned" + errors.incrementAndGet());
                });
    }

    private WireResponse dispatch(WireRequest request) {
        String path = request.rawPath();
        if (path.startsWith(RecordEndpoint.PATH)) {
            return records.answer(request);
        }
        if (path.equals(SuiteQlEndpoint.PATH)) {
            return suiteQl.answer(request);
        }
        if (path.equals(LIMITS_PATH)) {
            int limit = account.settings().concurrencyLimit();
            return RecordEndpoint.json(Json.object()
                    .put("accountConcurrencyLimit", limit)
                    .put("accountUnallocatedConcurrencyLimit", limit)
                    .put("integrationLimitType", "accountLimit"));
        }
        throw Refusal.unknownResource(request.path());
    }

    private WireResponse refused(Refusal refusal) {
        counts.countRefusal(refusal.status());
        return refusal.answer(account.settings().accountId());
    }

    private static String operation(WireRequest request) {
        String path = request.rawPath();
        if (path.startsWith(RecordEndpoint.PATH)) {
            return RecordEndpoint.operation(request);
        }
        return switch (path) {
            case AccessDesk.TOKEN_PATH -> "token";
            case SuiteQlEndpoint.PATH -> "suiteql";
            case LIMITS_PATH -> "governanceLimits";
            default -> "other";
        };
    }
}
