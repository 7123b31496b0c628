package dev.drayage.netsuite.internal.customer;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.Customer;
import dev.drayage.model.CustomerMatch;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Customers that stand in the account already, known by the signs that a source gives, the surest first. A sign that fits
 * nobody leaves it to the next; one that fits several is for a person to sort out. A name is never a sign. Inactive customers,
 * and those below another parent, do not count. Thread-safe.
 */
final class KnownCustomers {
    private final SuiteQlClient queries;
    private final SuiteQl byId = SuiteQl.of(KnownCustomers.class, "customers-by-id");
    private final SuiteQl byExternalId = SuiteQl.of(KnownCustomers.class, "customers-by-given-id");
    private final SuiteQl byEmail = SuiteQl.of(KnownCustomers.class, "customers-by-email");
    private final SuiteQl byTaxId;

    KnownCustomers(SuiteQlClient queries, String taxIdField) {
        this.queries = queries;
        byTaxId = SuiteQl.of(KnownCustomers.class, "customers-by-tax-id").field("tax_id", taxIdField);
    }

    /**
     * What was found.
     *
     * @param id internal id of the customer
     * @param by the sign that it was known by
     */
    record Known(String id, CustomerMatch.By by) {}

    /**
     * The customer that is known by one of its signs.
     *
     * @throws AmbiguousException if a sign fits several
     */
    Optional<Known> find(Customer customer, Optional<String> parent, CallContext call) throws AmbiguousException {
        for (CustomerMatch sign : customer.matches()) {
            List<String> ids = new ArrayList<>();
            for (Row row : ask(sign, call)) {
                boolean kin = isBelow(row, parent);
                if (!row.isTrue("isinactive") && kin && row.isTrue("isperson") == customer.person()) {
                    ids.add(row.required("id"));
                }
            }
            if (ids.size() > 1) {
                throw new AmbiguousException(Violations.of(
                        ErrorCode.MATCH_AMBIGUOUS,
                        "",
                        "several customers fit by " + name(sign.by()) + ": customers " + String.join(" and ", ids)));
            }
            if (ids.size() == 1) {
                return Optional.of(new Known(ids.get(0), sign.by()));
            }
        }
        return Optional.empty();
    }

    /** Whether it stands below the parent; one that is shown as its own parent has none. */
    private static boolean isBelow(Row row, Optional<String> parent) {
        return row.text("parent").filter(id -> !id.equals(row.required("id"))).equals(parent);
    }

    private List<Row> ask(CustomerMatch sign, CallContext call) {
        return switch (sign.by()) {
            case HOST_RULE ->
                sign.value().matches("[0-9]{1,18}") ? queries.rows(byId, List.of(sign.value()), call) : List.of();
            case EXTERNAL_ID -> queries.rows(byExternalId, List.of(sign.value(), sign.value()), call);
            case TAX_ID -> queries.rows(byTaxId, List.of(sign.value()), call);
            case EMAIL -> queries.rows(byEmail, List.of(sign.value()), call);
        };
    }

    /** A sign in words. */
    static String name(CustomerMatch.By by) {
        return switch (by) {
            case HOST_RULE -> "the host's rule";
            case EXTERNAL_ID -> "the storefront's external id";
            case TAX_ID -> "tax registration";
            case EMAIL -> "e-mail address";
        };
    }

    /** A sign fits several customers. */
    static final class AmbiguousException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Violations violations;

        AmbiguousException(Violations violations) {
            super(violations.message());
            this.violations = violations;
        }

        Violations violations() {
            return violations;
        }
    }
}
