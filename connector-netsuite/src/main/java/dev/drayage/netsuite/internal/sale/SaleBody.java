package dev.drayage.netsuite.internal.sale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.Buyer;
import dev.drayage.model.Money;
import dev.drayage.model.SaleTransaction;
import dev.drayage.model.SalesChannel;
import dev.drayage.netsuite.UnmappedShipMethod;
import dev.drayage.netsuite.internal.item.ItemMatch;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.SaleOptions;
import dev.drayage.netsuite.internal.record.ChannelText;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.TypedFields;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the body that sales orders and cash sales share (help: "Sales Order", "Cash Sale" in the REST guide). The
 * document's day is the instant of the sale, cut in the account's zone. Stateless but for its options; thread-safe.
 */
public final class SaleBody {
    private final SaleOptions options;
    private final String skuField;

    /** A builder of bodies; {@code skuField} is named in messages. */
    public SaleBody(SaleOptions options, String skuField) {
        this.options = options;
        this.skuField = skuField;
    }

    /**
     * What has to be known of the account for one sale.
     *
     * @param externalId the key of the record
     * @param entity the customer, if one is known
     * @param customerFollows whether a customer will be known when it is written
     * @param currency internal id of the currency, if the account has it
     * @param items what stands for each SKU
     */
    public record Known(
            String externalId,
            Optional<String> entity,
            boolean customerFollows,
            Optional<String> currency,
            Map<String, ItemMatch> items) {}

    /** The body so far, every violation included; the caller adds what is its own record's. */
    public SaleDraft of(SaleTransaction sale, Known known, ObjectNode body) {
        List<Violation> violations = new ArrayList<>();
        header(sale, known.externalId(), body);
        entity(sale, known, body, violations);
        options.subsidiary().ifPresent(id -> body.set("subsidiary", RecordClient.reference(body, id)));
        currency(sale, known, body, violations);
        sale.buyer().flatMap(buyer -> buyer.email()).ifPresent(email -> body.put("email", email));
        body.put("toBeEmailed", false);
        body.put("toBePrinted", false);
        sale.shipTo().ifPresent(address -> body.set("shippingAddress", SaleAddress.of(address, body)));
        sale.billTo().ifPresent(address -> body.set("billingAddress", SaleAddress.of(address, body)));
        SaleLines lines = new SaleLines(
                sale, options, line -> known.items().getOrDefault(line.sku(), new ItemMatch.None()), skuField, body);
        shipMethod(sale, body, violations);
        if (!lines.carriage().isZero()) {
            body.put("shippingCost", UnitRate.plain(lines.carriage().amount()));
        }
        body.set("item", body.objectNode().set("items", lines.lines()));
        body.setAll(lines.taxFields());
        TypedFields.put(body, sale.customFields());
        violations.addAll(lines.violations());
        if (lines.violations().isEmpty()) {
            footing(sale, lines.total(), violations);
        }
        return new SaleDraft(body, new Violations(violations));
    }

    /** What identifies a sale, whether it is made out of another record or not. */
    void header(SaleTransaction sale, String externalId, ObjectNode body) {
        body.put("externalId", externalId);
        body.put(
                "tranDate", sale.placedAt().atZone(options.zone()).toLocalDate().toString());
        body.put("otherRefNum", reference(sale));
        body.put("memo", sale.channel().account().system() + " " + sale.number());
        channel(sale, body);
    }

    /** The number that people compare bills by: a business's own purchase order number, else the channel's number. */
    static String reference(SaleTransaction sale) {
        return sale.company()
                .flatMap(company -> sale.buyer())
                .flatMap(Buyer::purchaseOrderNumber)
                .orElse(sale.number());
    }

    private void entity(SaleTransaction sale, Known known, ObjectNode body, List<Violation> violations) {
        Optional<String> entity = known.entity()
                .or(() -> options.channels().customer(sale.channel().account()));
        entity.ifPresent(id -> body.set("entity", RecordClient.reference(body, id)));
        if (entity.isEmpty() && !known.customerFollows()) {
            violations.add(new Violation(
                    ErrorCode.VALUE_UNMAPPED,
                    "entity",
                    "setting channel.customers names no customer for "
                            + sale.channel().account() + ", and the sale brings none"));
        }
    }

    private void currency(SaleTransaction sale, Known known, ObjectNode body, List<Violation> violations) {
        if (known.currency().isEmpty()) {
            violations.add(new Violation(
                    ErrorCode.CURRENCY_MISMATCH,
                    "currency",
                    "the account has no currency " + sale.currency()
                            + "; create it, or name it in setting currencies"));
        } else {
            body.set("currency", RecordClient.reference(body, known.currency().get()));
        }
    }

    private void channel(SaleTransaction sale, ObjectNode body) {
        SalesChannel channel = sale.channel();
        FieldNames fields = options.fields();
        body.put(fields.channel(), ChannelText.of(channel));
        body.put(fields.orderId(), sale.ref().id());
        if (!channel.programs().isEmpty()) {
            body.put(fields.programs(), ChannelText.programs(channel));
        }
        options.channels()
                .department(channel.account())
                .ifPresent(id -> body.set("department", RecordClient.reference(body, id)));
        options.channels()
                .classification(channel.account())
                .ifPresent(id -> body.set("class", RecordClient.reference(body, id)));
    }

    private void shipMethod(SaleTransaction sale, ObjectNode body, List<Violation> violations) {
        Optional<String> service = sale.shippingService().filter(name -> !name.isBlank());
        Optional<String> method = service.flatMap(options.shipMethods()::get);
        method.ifPresent(id -> body.set("shipMethod", RecordClient.reference(body, id)));
        if (service.isPresent() && method.isEmpty() && options.unmapped() == UnmappedShipMethod.PARK) {
            violations.add(new Violation(
                    ErrorCode.VALUE_UNMAPPED,
                    "shipMethod",
                    "setting " + options.shipMethods().name() + " has no entry for " + service.get()));
        }
    }

    private void footing(SaleTransaction sale, Money booked, List<Violation> violations) {
        Money expected = SaleExpectation.total(sale, options);
        if (booked.compareTo(expected) != 0) {
            violations.add(new Violation(
                    ErrorCode.TOTAL_MISMATCH, "total", "the lines come to " + booked + " but the sale to " + expected));
        }
    }
}
