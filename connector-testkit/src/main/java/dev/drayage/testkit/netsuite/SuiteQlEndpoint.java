package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;

/** stub. */
final class SuiteQlEndpoint {
    static final String PATH = "/services/rest/query/v1/suiteql";

    SuiteQlEndpoint(Account account) {}

    WireResponse answer(WireRequest request) {
        return WireResponse.json(request.method().equals("POST") ? 400 : 405, "{}");
    }
}
