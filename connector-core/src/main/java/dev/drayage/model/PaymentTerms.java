package dev.drayage.model;

import java.time.Instant;
import java.util.Optional;

/**
 * When an order is to be paid.
 *
 * @param name the terms in the source's words, such as {@code Net 30}
 * @param dueDays days from the order to the day on which it is due, where the terms say it so
 * @param dueAt when it is due, in UTC, where that is known already
 */
public record PaymentTerms(String name, Optional<Integer> dueDays, Optional<Instant> dueAt) {
    public PaymentTerms {
        if (name.isBlank()) {
            throw new IllegalArgumentException("PaymentTerms.name must not be blank");
        }
    }

    /** The words by which a host maps these terms: {@code net-30} where days are told, else the name. */
    public String key() {
        return dueDays.map(days -> "net-" + days).orElse(name);
    }
}
