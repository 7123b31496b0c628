package dev.drayage.amazon.internal.orders;

import dev.drayage.amazon.AmazonFields;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.CustomFields;
import dev.drayage.model.CustomValue;
import dev.drayage.model.FulfilledBy;
import dev.drayage.model.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Translates one line. Its id is Amazon's {@code orderItemId}, text with leading zeros. Cancelled units are taken off the
 * quantity where some are left; the amounts stay Amazon's. Stateless.
 */
final class LineTranslation {
    private LineTranslation() {}

    static OrderLine line(ReadLine read, FulfilledBy fulfilledBy, OrderOptions options) {
        JsonValue item = read.json();
        JsonValue product = item.at("product");
        LineMoney money = read.money();
        OrderLine.Builder line = OrderLine.builder();
        line.lineId(item.requiredText("orderItemId"))
                .sku(product.text("sellerSku").orElse(""))
                .title(Words.word(product, "title"))
                .quantity(read.isCancelled() ? read.ordered() : read.ordered().subtract(read.cancelled()))
                .amount(money.amount())
                .discounts(money.discounts())
                .charges(money.charges())
                .taxes(money.taxes())
                .customFields(fields(read, options));
        JsonValue gift = item.at("fulfillment").at("packing").at("giftOption");
        line.giftWrapLevel(Words.word(gift, "giftWrapLevel"));
        if (options.recipientData() && fulfilledBy == FulfilledBy.MERCHANT) {
            line.giftMessage(Words.word(gift, "giftMessage"));
        }
        return line.build();
    }

    private static CustomFields fields(ReadLine read, OrderOptions options) {
        JsonValue item = read.json();
        JsonValue product = item.at("product");
        Fields fields = new Fields()
                .text(AmazonFields.ASIN, Words.word(product, "asin"))
                .text(AmazonFields.CONDITION, Words.word(product.at("condition"), "conditionType"))
                .text(AmazonFields.PRICE_DESIGNATION, Words.word(product.at("price"), "priceDesignation"))
                .choices(AmazonFields.PROGRAMS, Words.words(item, "programs"))
                .choices(AmazonFields.PROMOTIONS, each(item.at("promotion"), "promotionId"))
                .text(
                        AmazonFields.TAX_SCHEME,
                        first(each(item.at("tax"), "taxCalculationBreakdowns", "reportingScheme")))
                .text(
                        AmazonFields.IOSS_NUMBER,
                        Words.word(item.at("fulfillment").at("shipping").at("internationalShipping"), "iossNumber"));
        if (isCancellationOpen(item)) {
            fields.put(AmazonFields.CANCELLATION_REQUESTED, new CustomValue.Flag(true));
        }
        if (read.cancelled().signum() > 0) {
            fields.decimal(AmazonFields.QUANTITY_ORDERED, read.ordered());
            fields.decimal(AmazonFields.QUANTITY_CANCELLED, read.cancelled());
        }
        BigDecimal withheld = read.money().taxWithheld().amount();
        if (withheld.signum() != 0) {
            fields.decimal(AmazonFields.TAX_WITHHELD, withheld);
        }
        if (options.buyerData()) {
            fields.text(AmazonFields.CUSTOMIZATION, Words.word(product.at("customization"), "customizedUrl"));
        }
        return fields.all();
    }

    /** The buyer asked, and nobody carried it out: a request, not a cancellation. */
    static boolean isCancellationOpen(JsonValue item) {
        JsonValue cancellation = item.at("cancellation");
        return cancellation.at("cancellationRequest").isPresent()
                && !cancellation.at("cancellationExecution").isPresent();
    }

    private static List<String> each(JsonValue parent, String name) {
        return each(parent, "breakdowns", name);
    }

    private static List<String> each(JsonValue parent, String list, String name) {
        return parent.elements(list).stream()
                .flatMap(entry -> Words.word(entry, name).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> first(List<String> words) {
        return words.stream().findFirst();
    }
}
