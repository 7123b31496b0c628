package dev.drayage.benchmarks.server;

import dev.drayage.benchmarks.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Makes pages of orders as fast as bytes can be copied: every order is one text of 2,626 bytes with its number and its
 * times put in. Thread-safe.
 */
final class OrderPages {
    private static final String NUMBER = "NNNNNNNNNN";
    private static final String INSTANT = "TTTTTTTTTTTTTTTTTTTT";
    private static final String ORDER = """
            {"orderId":"NNNNNNNNNN","orderAliases":[{"aliasId":"PO-NNNNNNNNNN","aliasType":"SELLER_ORDER_ID"}],
            "createdTime":"TTTTTTTTTTTTTTTTTTTT","lastUpdatedTime":"TTTTTTTTTTTTTTTTTTTT","programs":["PRIME"],
            "salesChannel":{"channelName":"AMAZON","marketplaceId":"A1PA6795UKMFR9","marketplaceName":"Amazon.de"},
            "buyer":{"buyerName":"Jane Sample","buyerEmail":"f00dbabe12345@marketplace.example","buyerPurchaseOrderNumber":""},
            "recipient":{"deliveryAddress":{"name":"Jane Sample","addressLine1":"Musterstrasse 12","addressLine2":"",
            "addressLine3":"","city":"Berlin","districtOrCounty":"","stateOrRegion":"BE","municipality":"",
            "postalCode":"10115","countryCode":"DE","phone":"+49 30 1234567","addressType":"RESIDENTIAL"},
            "deliveryPreference":{"dropOffLocation":"DOORSTEP","addressInstruction":""}},
            "proceeds":{"grandTotal":{"amount":"107.34","currencyCode":"EUR"}},
            "fulfillment":{"fulfillmentStatus":"UNSHIPPED","fulfilledBy":"MERCHANT","fulfillmentServiceLevel":"STANDARD",
            "shipByWindow":{"earliestDateTime":"TTTTTTTTTTTTTTTTTTTT","latestDateTime":"TTTTTTTTTTTTTTTTTTTT"},
            "deliverByWindow":{"earliestDateTime":"TTTTTTTTTTTTTTTTTTTT","latestDateTime":"TTTTTTTTTTTTTTTTTTTT"}},
            "orderItems":[
            {"orderItemId":"NNNNNNNNNN1","quantityOrdered":2,"product":{"asin":"B0EXAMPLE1","title":"Kettle, 1.7 litres, steel",
            "sellerSku":"KETTLE-17","condition":{"conditionType":"NEW","conditionSubtype":"NEW"}},
            "proceeds":{"proceedsTotal":{"amount":"59.98","currencyCode":"EUR"},"breakdowns":[{"type":"ITEM",
            "subtotal":{"amount":"50.40","currencyCode":"EUR"}},{"type":"TAX","subtotal":{"amount":"9.58","currencyCode":"EUR"}}]},
            "fulfillment":{"quantityFulfilled":0,"quantityUnfulfilled":2}},
            {"orderItemId":"NNNNNNNNNN2","quantityOrdered":1,"product":{"asin":"B0EXAMPLE2","title":"Toaster, two slots, white",
            "sellerSku":"TOASTER-2W","condition":{"conditionType":"NEW","conditionSubtype":"NEW"}},
            "proceeds":{"proceedsTotal":{"amount":"34.49","currencyCode":"EUR"},"breakdowns":[{"type":"ITEM",
            "subtotal":{"amount":"28.98","currencyCode":"EUR"}},{"type":"TAX","subtotal":{"amount":"5.51","currencyCode":"EUR"}}]},
            "fulfillment":{"quantityFulfilled":0,"quantityUnfulfilled":1}},
            {"orderItemId":"NNNNNNNNNN3","quantityOrdered":3,"product":{"asin":"B0EXAMPLE3","title":"Tea towel, linen, 50 x 70",
            "sellerSku":"TOWEL-LINEN","condition":{"conditionType":"NEW","conditionSubtype":"NEW"}},
            "proceeds":{"proceedsTotal":{"amount":"12.87","currencyCode":"EUR"},"breakdowns":[{"type":"ITEM",
            "subtotal":{"amount":"10.82","currencyCode":"EUR"}},{"type":"TAX","subtotal":{"amount":"2.05","currencyCode":"EUR"}}]},
            "fulfillment":{"quantityFulfilled":0,"quantityUnfulfilled":3}}]}""".replace("\n", "");
    private static final byte[] TEMPLATE = ORDER.getBytes(StandardCharsets.US_ASCII);

    /** The orders {@code [from, to)}, at most a page of them, and where the next page begins. */
    byte[] page(long from, long to) {
        long end = Math.min(to, from + Wire.PAGE);
        ByteArrayOutputStream page = new ByteArrayOutputStream((int) (end - from + 1) * (TEMPLATE.length + 1) + 64);
        page.writeBytes("{\"orders\":[".getBytes(StandardCharsets.US_ASCII));
        for (long number = from; number < end; number++) {
            if (number > from) {
                page.write(',');
            }
            page.writeBytes(order(number));
        }
        String next = end < to ? "\"" + end + "\"" : "null";
        page.writeBytes(("],\"next\":" + next + "}").getBytes(StandardCharsets.US_ASCII));
        return page.toByteArray();
    }

    private static byte[] order(long number) {
        byte[] order = TEMPLATE.clone();
        byte[] digits = "%010d".formatted(number).getBytes(StandardCharsets.US_ASCII);
        Instant changed = Wire.changedAt(number);
        byte[] instant = changed.toString().getBytes(StandardCharsets.US_ASCII);
        Places.NUMBERS.forEach(at -> System.arraycopy(digits, 0, order, at, digits.length));
        Places.INSTANTS.forEach(at -> System.arraycopy(instant, 0, order, at, instant.length));
        return order;
    }

    /** Where in the text the number and the times stand. */
    private static final class Places {
        static final java.util.List<Integer> NUMBERS = of(NUMBER);
        static final java.util.List<Integer> INSTANTS = of(INSTANT);

        private static java.util.List<Integer> of(String mark) {
            java.util.List<Integer> places = new java.util.ArrayList<>();
            for (int at = ORDER.indexOf(mark); at >= 0; at = ORDER.indexOf(mark, at + mark.length())) {
                places.add(at);
            }
            return java.util.List.copyOf(places);
        }
    }
}
