package dev.drayage.error;

/**
 * Every failure that Drayage reports, with its cause and its remedy. The names are stable: hosts may alert on them and
 * the error page of the manual is generated from them.
 */
public enum ErrorCode {
    /** The account's credentials were refused. */
    CREDENTIALS_REFUSED(
            Kind.AUTHORISATION,
            "The account refused the credentials: expired, revoked, or not meant for this account.",
            "Renew the secret or the certificate in the account, update the setting, then resume the sync."),
    /** The role or application lacks a permission. */
    PERMISSION_MISSING(
            Kind.AUTHORISATION,
            "The credentials are good, but the role or application may not do this.",
            "Grant the permission that the message names, then resume the sync."),
    /** The credentials belong to another account than the settings name. */
    WRONG_ACCOUNT(
            Kind.AUTHORISATION,
            "The credentials belong to another account than the settings name.",
            "Correct the account id or the credentials; nothing was written."),
    /** The server does not have a key that the settings pin. */
    SERVER_UNKNOWN(
            Kind.AUTHORISATION,
            "The server's key is none of those that the settings pin: it was changed, or another server answers in its place.",
            "Compare the key that the message names with the partner by another way: pin it if the partner changed it, else"
                    + " treat it as an attack. Nothing was sent."),

    /** No connection could be made; nothing was sent. */
    UNREACHABLE(
            Kind.OUTAGE,
            "No connection could be made; nothing was sent.",
            "Check network, proxy and the service's status page; the sync goes on by itself."),
    /** The service answered with its own failure. */
    SERVICE_FAILURE(
            Kind.OUTAGE,
            "The service answered with an internal failure.",
            "Wait: the sync goes on by itself. If it lasts, give the vendor the request id."),
    /** The service refused for quota. */
    THROTTLED(
            Kind.OUTAGE,
            "The service refused the call for quota.",
            "Nothing to do; lower the configured quota if other software shares the account."),
    /** The call was sent and no usable answer came. */
    OUTCOME_UNKNOWN(
            Kind.IN_DOUBT,
            "The call was sent and no usable answer came: it may or may not have been carried out.",
            "Nothing to do; the target is read before anything is sent again."),
    /** The deadline passed before the call was sent. */
    DEADLINE_PASSED(
            Kind.OUTAGE,
            "The time given to this call was over before it was sent.",
            "Give the run a larger budget, or look for a slow service."),
    /** The answer was larger than the limit. */
    ANSWER_TOO_LARGE(
            Kind.OUTAGE,
            "The answer was larger than the configured limit and was not read to its end.",
            "Raise the limit if the size is legitimate; else report it to the vendor."),
    /** The answer could not be parsed. */
    ANSWER_MALFORMED(
            Kind.OUTAGE,
            "The answer was cut off or is not what the vendor documents.",
            "Wait for the next run; if it lasts, report it with the request id."),
    /** The host's database failed. */
    STORE_FAILED(
            Kind.STORE,
            "The host's store failed while the sync used it.",
            "Look at the database; the next run goes on where this one stopped."),
    /** The host asked to stop. */
    CANCELLED(Kind.OUTAGE, "The host cancelled the run.", "Run the sync again; it goes on where it stopped."),

    /** The settings of a connector or sync are wrong. */
    SETTINGS_INVALID(
            Kind.CONFIGURATION,
            "One or more settings are missing, unknown or malformed.",
            "Correct the settings that the message lists."),
    /** A value of the source has no entry in a value map. */
    VALUE_UNMAPPED(
            Kind.CONFIGURATION,
            "A value of the source has no entry in the value map of this field.",
            "Add the value to the map, then retry the record."),
    /** A word of the source's vocabulary is not known. */
    VALUE_UNKNOWN(
            Kind.RECORD,
            "The source used a word of its own vocabulary that this version does not know and must not guess at.",
            "Update the library, or look at the record at the source; then retry the record."),
    /** A carrier has no entry in the carrier map. */
    CARRIER_UNMAPPED(
            Kind.CONFIGURATION,
            "The carrier has no entry in the storefront's carrier map.",
            "Map the carrier to one of the storefront's codes, or allow it to be sent by name; then retry the record."),
    /** A custom field does not exist at the target. */
    FIELD_UNKNOWN(
            Kind.CONFIGURATION,
            "The target does not know a field that is mapped.",
            "Create the field at the target or correct the mapping, then retry the record."),

    /** One record could not be read. */
    RECORD_UNREADABLE(
            Kind.RECORD,
            "One record of the source could not be read as documented.",
            "Look at the record at the source; retry it after it was corrected or after an update of the library."),
    /** The record is gone at the source. */
    RECORD_GONE(
            Kind.RECORD,
            "The record no longer exists at the source, or these credentials no longer see it.",
            "Nothing to do if it was deleted on purpose; else check the role's permissions."),
    /** An order has no lines. */
    ORDER_WITHOUT_LINES(
            Kind.RECORD,
            "The order has no lines.",
            "Look at the order at the source; retry it when its lines are there."),
    /** The parts of an order do not add up to its total. */
    TOTAL_MISMATCH(
            Kind.RECORD,
            "The parts do not add up to the total, before writing or as computed by the target.",
            "Compare the amounts that the message lists; correct the tax or price set-up, then retry the record."),
    /** The currency differs from what the record or account allows. */
    CURRENCY_MISMATCH(
            Kind.RECORD,
            "The currency is not the one that the account, customer or order uses.",
            "Add the currency at the target or correct the record, then retry it."),
    /** No item of the target has this SKU. */
    SKU_UNKNOWN(
            Kind.RECORD,
            "No item of the target has this SKU.",
            "Create the item or correct its SKU at either side, then retry the record."),
    /** Several items of the target have this SKU. */
    SKU_AMBIGUOUS(
            Kind.RECORD,
            "More than one item of the target has this SKU.",
            "Make the SKU unique: rename or inactivate all but one of the items that the message names, then retry."),
    /** The only item with this SKU is inactive. */
    SKU_INACTIVE(
            Kind.RECORD,
            "The only item with this SKU is inactive.",
            "Activate the item or give the SKU to an active one, then retry the record."),
    /** A line that the record names does not exist at the target. */
    LINE_UNKNOWN(
            Kind.RECORD,
            "A line that the record names does not exist in the target's order.",
            "Compare the lines of both systems; the message names the line id. Correct one side, then retry."),
    /** More is shipped or billed than is open. */
    QUANTITY_EXCEEDED(
            Kind.RECORD,
            "More would be shipped or billed than is open.",
            "Compare the quantities of both systems, correct one side, then retry the record."),
    /** Several records of the target match. */
    MATCH_AMBIGUOUS(
            Kind.RECORD,
            "More than one record of the target matches.",
            "Remove the double or make the match rule stricter, then retry the record."),
    /** A record that stood in the target was taken instead of a new one. */
    MATCHED(
            Kind.NOTE,
            "A record that stood in the target already was taken instead of a new one; the message says by which sign.",
            "Nothing, if it is the right one; else correct the sign in the target or at the source, dismiss the record, and book what belongs to it by hand."),
    /** Prices for larger quantities were not told. */
    QUANTITY_PRICES_LEFT_OUT(
            Kind.NOTE,
            "The ERP has other prices for larger quantities, which are not told; the price of one unit was.",
            "Nothing, if the storefront's buyers get no prices by quantity; else enter them at the storefront."),
    /** Tracking is missing and demanded. */
    TRACKING_MISSING(
            Kind.WAITING,
            "The shipment has no tracking number yet and the setting demands one.",
            "Enter the tracking number; the shipment is looked at again in each run."),
    /** Another record must come first. */
    WAITING_FOR_RECORD(
            Kind.WAITING,
            "The record waits for another one that is not there yet.",
            "Nothing to do; it is picked up when the other one arrives. If it never does, look for that record."),
    /** A record waits for longer than the policy allows. */
    WAITS_LONG(
            Kind.WAITING,
            "The record waits for longer than the policy's alarmAfter: for another record, for data, or for an answer.",
            "Look for what the message names and why it does not come; the record is picked up when it does. Dismiss it if it"
                    + " never will."),
    /** The target refused the record. */
    REFUSED_BY_TARGET(
            Kind.RECORD,
            "The target refused the record.",
            "Read the target's own message, correct the record or the set-up, then retry."),
    /** The accounting period is closed. */
    PERIOD_CLOSED(
            Kind.RECORD,
            "The accounting period of the record's date is closed.",
            "Open the period or choose another date by override, then retry the record."),
    /** The target was changed by someone else. */
    CONFLICT(
            Kind.RECORD,
            "Both systems changed the record since they last agreed.",
            "Compare both versions, bring both sides to the one that shall win, then retry the record."),
    /** Called off at the source after it was booked. */
    WITHDRAWN_AFTER_BOOKING(
            Kind.RECORD,
            "The record was called off at the source after it had been booked at the target.",
            "Cancel or reverse it at the target too, then dismiss the record."),
    /** A warehouse says that units will not leave. */
    CANCELLED_BY_WAREHOUSE(
            Kind.RECORD,
            "The warehouse says that units of the order will not leave any more.",
            "Close the order line or order again elsewhere, then dismiss the record; or let the sync close such lines."),
    /** A warehouse cannot take a change or a cancellation any more, or never takes one this way. */
    CHANGE_REFUSED(
            Kind.RECORD,
            "The warehouse or the storefront does not take this change or cancellation: too late, or not this way.",
            "Make the change there by hand or undo it in the ERP, then retry the record; dismiss it if neither is wanted."),
    /** The ERP's stock is not what was counted. */
    STOCK_DIFFERS(
            Kind.RECORD,
            "The ERP's stock differs from what was counted by more than may be corrected without a person.",
            "Find out why, correct one side, then dismiss the record; the next count is compared anew."),
    /** A partner has not acknowledged a document in time. */
    ACKNOWLEDGEMENT_OVERDUE(
            Kind.IN_DOUBT,
            "The partner has not acknowledged a document within the agreed time.",
            "Ask the partner whether the document arrived; if it did not, resend the record: it is told anew."),
    /** Changed at the source after it was booked. */
    CHANGED_AFTER_BOOKING(
            Kind.RECORD,
            "The lines or amounts of the record changed at the source after it had been booked at the target.",
            "Make the same change at the target, then accept the record."),
    /** A plan no longer fits the world. */
    PLAN_OUTDATED(
            Kind.RECORD,
            "The source or the target changed after the plan was made.",
            "Make the plan again and apply the new one."),
    /** Two systems answer each other's writes. */
    PING_PONG(
            Kind.RECORD,
            "The record goes back and forth: each system rewrites what the other one wrote.",
            "Find the field that one side rewrites, map it one way only, then retry the record."),
    /** A write failed too often. */
    ATTEMPTS_EXHAUSTED(
            Kind.RECORD,
            "The write was tried as often as allowed and never ended clearly.",
            "Read the last message; retry the record when its cause is gone."),
    /** A file of the exchange cannot be used. */
    FILE_REFUSED(
            Kind.RECORD,
            "A file cannot be used as it is.",
            "Correct what the message names in the file, or the setting that it names, and drop the file again; nothing that"
                    + " was refused was booked."),
    /** A connector or translation failed in a way that it should not. */
    DEFECT(
            Kind.RECORD,
            "A connector or translation failed in a way that it should not.",
            "Report the message and its stack trace; retry the record after an update.");

    /** What a code means for the run. */
    public enum Kind {
        /** The sync pauses until a person renews credentials or grants a permission. */
        AUTHORISATION,
        /** The sync pauses and goes on by itself. */
        OUTAGE,
        /** The host's store failed: the run ends, and the next one goes on. */
        STORE,
        /** One write ended unclearly and is resolved by reading the target. */
        IN_DOUBT,
        /** Set-up is wrong; the record is parked, or the sync refuses to start. */
        CONFIGURATION,
        /** One record is parked; all others go on. */
        RECORD,
        /** One record waits and is looked at again. */
        WAITING,
        /** Nothing is wrong; it is told so that people can look it up. */
        NOTE
    }

    private final Kind kind;
    private final String cause;
    private final String remedy;

    ErrorCode(Kind kind, String cause, String remedy) {
        this.kind = kind;
        this.cause = cause;
        this.remedy = remedy;
    }

    /** What the code means for the run. */
    public Kind kind() {
        return kind;
    }

    /** Why it happens, in one sentence. */
    public String cause() {
        return cause;
    }

    /** What to do next, in one sentence. */
    public String remedy() {
        return remedy;
    }
}
