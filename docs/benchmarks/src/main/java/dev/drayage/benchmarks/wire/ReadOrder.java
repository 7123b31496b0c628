package dev.drayage.benchmarks.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a contender reads of an order; the page holds more. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReadOrder(
        String orderId,
        String createdTime,
        String lastUpdatedTime,
        Recipient recipient,
        OrderProceeds proceeds,
        List<Line> orderItems) {

    /** One page of orders. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Orders(List<ReadOrder> orders, @Nullable String next) {}

    /** Who receives it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Recipient(PostalAddress deliveryAddress) {}

    /** Where it goes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PostalAddress(
            String name,
            String addressLine1,
            String city,
            String stateOrRegion,
            String postalCode,
            String countryCode) {}

    /** What it brings. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OrderProceeds(Amount grandTotal) {}

    /** An amount, as text. */
    public record Amount(String amount, String currencyCode) {}

    /** One line. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(String orderItemId, int quantityOrdered, Product product, LineProceeds proceeds) {}

    /** What is sold. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Product(String sellerSku, String title) {}

    /** What a line brings. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LineProceeds(Amount proceedsTotal) {}
}
