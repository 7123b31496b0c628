package dev.drayage.model;

/**
 * A sign by which a customer that stands in the ERP already is known to be the same.
 *
 * @param by what is compared
 * @param value what it must be; never printed, because it may be a person's address
 */
public record CustomerMatch(By by, String value) {
    /** What is compared. */
    public enum By {
        /** The ERP's internal id, as a rule of the host's says. */
        HOST_RULE,
        /** The id that the storefront holds for the ERP's record: its external id, or its number. */
        EXTERNAL_ID,
        /** Tax registration. */
        TAX_ID,
        /** E-mail address, without regard to case. */
        EMAIL
    }

    public CustomerMatch {
        if (value.isBlank()) {
            throw new IllegalArgumentException("CustomerMatch.value must not be blank");
        }
    }

    @Override
    public String toString() {
        return "CustomerMatch[" + by + "]";
    }
}
