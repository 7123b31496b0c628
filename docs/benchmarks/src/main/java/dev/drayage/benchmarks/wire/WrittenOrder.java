package dev.drayage.benchmarks.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/** What a contender writes: the body of {@code POST /salesOrder}. */
public record WrittenOrder(
        String externalId,
        String tranDate,
        Id entity,
        Id currency,
        String otherRefNum,
        ShippingAddress shippingAddress,
        Items item) {

    /** A record named by its id. */
    public record Id(String id) {}

    /** Where the goods go. */
    public record ShippingAddress(String addressee, String addr1, String city, String state, String zip, Id country) {}

    /** The lines. */
    public record Items(List<Item> items) {}

    /** One line. */
    public record Item(
            Id item,
            BigDecimal quantity,
            BigDecimal amount,
            String description,
            @JsonProperty("custcol_line") String line) {}
}
