package dev.drayage.testkit.shopify;

import java.util.Optional;

/** The terms that every shop has, with their global numbers. */
public enum PaymentTermsTemplate {
    /** At once. */
    RECEIPT(1, "Due on receipt", "RECEIPT", -1),
    /** With the goods. */
    FULFILLMENT(9, "Due on fulfillment", "FULFILLMENT", -1),
    /** A week. */
    NET_7(2, "Net 7", "NET", 7),
    /** Two weeks and a day. */
    NET_15(3, "Net 15", "NET", 15),
    /** A month. */
    NET_30(4, "Net 30", "NET", 30),
    /** Six weeks. */
    NET_45(8, "Net 45", "NET", 45),
    /** Two months. */
    NET_60(5, "Net 60", "NET", 60),
    /** Three months. */
    NET_90(6, "Net 90", "NET", 90),
    /** On a day. */
    FIXED(7, "Fixed date", "FIXED", -1);

    final int number;
    final String label;
    final String type;
    private final int days;

    PaymentTermsTemplate(int number, String label, String type, int days) {
        this.number = number;
        this.label = label;
        this.type = type;
        this.days = days;
    }

    Optional<Integer> dueInDays() {
        return days < 0 ? Optional.empty() : Optional.of(days);
    }

    String gid() {
        return Gids.gid("PaymentTermsTemplate", number);
    }

    Shape shape() {
        return Shape.of("PaymentTermsTemplate")
                .put("id", gid())
                .put("name", label)
                .put("paymentTermsType", type)
                .put("dueInDays", dueInDays().orElse(null));
    }
}
