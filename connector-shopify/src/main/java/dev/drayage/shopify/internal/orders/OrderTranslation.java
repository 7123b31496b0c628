package dev.drayage.shopify.internal.orders;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.Charge;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.Discount;
import dev.drayage.model.FulfilledBy;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.OrderTotals;
import dev.drayage.model.PaymentTerms;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.TaxLine;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.spi.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From Shopify's order to the canonical one: what was sold to be shipped as it stands now, edits included, refunds of goods that
 * left not. Its parts are tied to Shopify's own totals: an order that was neither edited nor refunded must tie exactly; where
 * lines lost units, Shopify and this library round proportions apart, and the difference, at most a unit of the currency for
 * each rounded part, is told as a charge of its own. Thread-safe.
 */
final class OrderTranslation {
    private static final Set<String> RELEASED =
            Set.of("AUTHORIZED", "PARTIALLY_PAID", "PAID", "PARTIALLY_REFUNDED", "REFUNDED");

    private final AccountId account;
    private final OrderOptions options;

    OrderTranslation(AccountId account, OrderOptions options) {
        this.account = account;
        this.options = options;
    }

    /** The reference of an order. */
    RecordRef ref(JsonValue order) {
        return RecordRef.of(account, RecordType.SALES_ORDER, order.requiredText("legacyResourceId"));
    }

    /** One order as it stands; what cannot be understood is told with its code and never shown. */
    Change<SalesOrder> change(ReadOrder read) {
        RecordRef ref = ref(read.order());
        String revision = revision(read);
        try {
            return present(ref, revision, read);
        } catch (UnreadableOrder e) {
            return new Change.Unreadable<>(ref, revision, e.code(), named(read, String.valueOf(e.getMessage())));
        } catch (UnavailableException e) { // a member is missing or of another type than documented
            return new Change.Unreadable<>(
                    ref, revision, ErrorCode.RECORD_UNREADABLE, named(read, String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return new Change.Unreadable<>(
                    ref, revision, ErrorCode.RECORD_UNREADABLE, named(read, "a value is outside its range"));
        }
    }

    private static String named(ReadOrder read, String message) {
        return "order " + read.order().text("name").orElse("") + ": " + message;
    }

    private static String revision(ReadOrder read) {
        List<String> parts = new ArrayList<>();
        parts.add(read.order().node().toString());
        read.lines().forEach(line -> parts.add(line.node().toString()));
        read.shipped().entrySet().stream().map(String::valueOf).sorted().forEach(parts::add);
        return read.order().text("updatedAt").orElse("") + "#" + ContentDigest.of(parts);
    }

    private Change<SalesOrder> present(RecordRef ref, String revision, ReadOrder read) throws UnreadableOrder {
        JsonValue order = read.order();
        Basis basis = Basis.of(order, options.basis());
        LineTranslation translation = new LineTranslation(read, basis);
        OrderCharges charges = OrderCharges.of(read, basis, translation);
        List<OrderLine> lines = lines(read, basis, translation);
        Instant updated = Instant.parse(order.requiredText("updatedAt"));
        Optional<PaymentTerms> terms = terms(order);
        SalesOrder.Builder record = SalesOrder.builder()
                .ref(ref)
                .number(order.requiredText("name"))
                .placedAt(Instant.parse(order.text("processedAt").orElseGet(() -> order.requiredText("createdAt"))))
                .updatedAt(updated)
                .currency(basis.currency())
                .buyer(People.buyer(order))
                .shipTo(People.address(order.at("shippingAddress")))
                .billTo(People.address(order.at("billingAddress")))
                .lines(lines)
                .charges(charges.charges())
                .discounts(charges.discounts())
                .taxes(charges.taxes())
                .shippingService(service(read))
                .channel(new SalesChannel(account, "", Set.of()))
                .company(People.company(order, account))
                .terms(terms)
                .payments(PaymentReading.payments(order, basis, options))
                .status(status(order, terms.isPresent()))
                .fulfilledBy(FulfilledBy.MERCHANT)
                .total(Money.zero(basis.currency()));
        SalesOrder tied = tied(record.build(), read, basis, translation);
        return new Change.Present<>(
                tied, revision, Optional.of(Instant.parse(order.requiredText("createdAt"))), updated, Optional.empty());
    }

    private static List<OrderLine> lines(ReadOrder read, Basis basis, LineTranslation translation)
            throws UnreadableOrder {
        List<OrderLine> lines = new ArrayList<>();
        for (JsonValue line : read.lines()) {
            BigDecimal units = read.units(line);
            if (units.signum() > 0 && !OrderCharges.isTip(line, read, basis)) {
                lines.add(translation.line(line, units));
            }
        }
        return lines;
    }

    private static Optional<String> service(ReadOrder read) {
        return read.shippingLines().stream()
                .filter(line -> !line.at("isRemoved").flag().orElse(false))
                .map(line -> line.text("title"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<PaymentTerms> terms(JsonValue order) {
        JsonValue terms = order.at("paymentTerms");
        Optional<String> name = terms.text("paymentTermsName").filter(text -> !text.isBlank());
        Optional<Instant> due = terms.at("paymentSchedules").elements("nodes").stream()
                .map(schedule -> schedule.text("dueAt"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Instant::parse);
        return name.map(text -> new PaymentTerms(text, terms.at("dueInDays").whole(), due));
    }

    /** An order without terms is released once its money is reserved or paid; one that costs nothing at once. */
    private static OrderStatus status(JsonValue order, boolean terms) {
        if (order.at("cancelledAt").isPresent()) {
            return OrderStatus.CANCELLED;
        }
        String paid = order.text("displayFinancialStatus").orElse("");
        boolean free = order.at("currentTotalPriceSet").at("shopMoney").decimal("amount").stream()
                .anyMatch(amount -> amount.signum() == 0);
        if (!terms && !free && !RELEASED.contains(paid)) {
            return OrderStatus.PENDING;
        }
        return switch (order.text("displayFulfillmentStatus").orElse("")) {
            case "FULFILLED" -> OrderStatus.SHIPPED;
            case "PARTIALLY_FULFILLED" -> OrderStatus.PARTIALLY_SHIPPED;
            default -> OrderStatus.OPEN;
        };
    }

    /** The record with its total, tied to what Shopify says. */
    private SalesOrder tied(SalesOrder record, ReadOrder read, Basis basis, LineTranslation translation)
            throws UnreadableOrder {
        Money parts = OrderTotals.sums(record).total();
        if (!read.isEdited()) {
            allMustTie(record, read.asBeforeReturns(), basis);
        }
        if (read.isRefunded()) {
            goodsMustTie(read, basis, translation);
            return SalesOrder.builder().from(record).total(parts).build();
        }
        Money total = basis.amount(read.order().at("currentTotalPriceSet"));
        Money difference = total.minus(parts);
        if (difference.isZero()) {
            return SalesOrder.builder().from(record).total(total).build();
        }
        if (!read.isReduced() || difference.abs().compareTo(most(record, basis)) > 0) {
            throw new UnreadableOrder(
                    ErrorCode.TOTAL_MISMATCH,
                    OrderTotals.check(SalesOrder.builder()
                                    .from(record)
                                    .total(total)
                                    .build())
                            .orElse("the parts do not come to the total"));
        }
        return SalesOrder.builder()
                .from(record)
                .addCharges(new Charge(
                        Charge.Kind.ROUNDING, difference, "Rounding of discounts and taxes of lines that lost units"))
                .total(total)
                .build();
    }

    /** What rounding may come to: one unit of the currency for each part that was taken in proportion. */
    private static Money most(SalesOrder record, Basis basis) {
        long parts = record.lines().stream()
                .mapToLong(line -> line.discounts().size()
                        + line.taxes().size()
                        + line.charges().size())
                .sum();
        return basis.unit().times(BigDecimal.valueOf(parts));
    }

    /**
     * Of an order that was refunded Shopify's total tells refunds of carriage and sums too, which belong to the refunds. What can
     * be tied is the goods: their present units at their prices less discounts are Shopify's present subtotal.
     */
    private static void goodsMustTie(ReadOrder read, Basis basis, LineTranslation translation) throws UnreadableOrder {
        Money goods = Money.zero(basis.currency());
        long parts = 0;
        for (JsonValue line : read.lines()) {
            BigDecimal current = line.requiredDecimal("currentQuantity");
            if (current.signum() > 0 && !OrderCharges.isTip(line, read, basis)) {
                OrderLine now = translation.line(line, current);
                goods = goods.plus(now.amount());
                for (Discount discount : now.discounts()) {
                    goods = goods.minus(discount.amount());
                    parts++;
                }
            }
        }
        Money subtotal = basis.amount(read.order().at("currentSubtotalPriceSet"));
        Money off = subtotal.minus(goods);
        if (off.abs().compareTo(basis.unit().times(BigDecimal.valueOf(parts))) > 0) {
            throw new UnreadableOrder(
                    ErrorCode.TOTAL_MISMATCH,
                    "the goods that are left come to " + goods + " but Shopify's subtotal is " + subtotal);
        }
    }

    /**
     * Before anything was given back, an order that nobody edited came to Shopify's total before returns; so taxes, carriage and
     * tips, of which no present sum is told, are tied too.
     */
    private static void allMustTie(SalesOrder record, ReadOrder whole, Basis basis) throws UnreadableOrder {
        LineTranslation translation = new LineTranslation(whole, basis);
        OrderCharges charges = OrderCharges.of(whole, basis, translation);
        SalesOrder before = SalesOrder.builder()
                .from(record)
                .lines(lines(whole, basis, translation))
                .charges(charges.charges())
                .discounts(charges.discounts())
                .taxes(charges.taxes())
                .total(basis.amount(whole.order().required("totalPriceSet")))
                .build();
        Optional<String> off = OrderTotals.check(before);
        if (off.isPresent()) {
            throw new UnreadableOrder(ErrorCode.TOTAL_MISMATCH, "before anything was given back: " + off.get());
        }
        JsonValue told = whole.order().at("totalTaxSet");
        Money taxes = Stream.concat(
                        before.lines().stream().flatMap(line -> line.taxes().stream()), before.taxes().stream())
                .map(TaxLine::amount)
                .reduce(Money.zero(basis.currency()), Money::plus);
        if (told.isPresent()
                && !taxes.equals(basis.amount(told))) { // which the total does not show where prices hold the tax
            throw new UnreadableOrder(
                    ErrorCode.TOTAL_MISMATCH,
                    "the taxes come to " + taxes + " but Shopify's are " + basis.amount(told));
        }
    }

    /** The gid of an order that is known by its number. */
    static String gid(RecordRef ref) {
        return new Gid("Order", ref.id()).toString();
    }
}
