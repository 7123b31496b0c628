package dev.drayage.amazon.internal.orders;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Money;
import dev.drayage.model.TaxLine.Subject;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the details of a TAX or DISCOUNT breakdown say about its parts. Details that do not add up to their subtotal are
 * not believed: the subtotal then stands as a whole. Stateless.
 */
final class Subjects {
    private Subjects() {}

    /** Tax by subject, never negative; the tax on a discount is taken off the tax on the goods first. */
    static Map<Subject, Money> tax(JsonValue breakdown, Money subtotal) throws UnreadableOrder {
        Map<Subject, Money> parts = details(breakdown, subtotal);
        Money whole = sum(parts, subtotal);
        Money discount = parts.getOrDefault(Subject.DISCOUNT, Money.zero(subtotal.currency()));
        parts.remove(Subject.DISCOUNT);
        if (whole.equals(subtotal) && discount.signum() <= 0) {
            discount = discount.negate();
        } else if (!whole.minus(discount).minus(discount).equals(subtotal) || discount.signum() < 0) {
            return Map.of(Subject.OTHER, subtotal);
        }
        for (Subject subject : Subject.values()) {
            Money part = parts.get(subject);
            if (part != null && discount.signum() > 0) {
                Money taken = part.compareTo(discount) < 0 ? part : discount;
                parts.put(subject, part.minus(taken));
                discount = discount.minus(taken);
            }
        }
        boolean believable =
                discount.isZero() && !parts.isEmpty() && parts.values().stream().noneMatch(part -> part.signum() < 0);
        return believable ? parts : Map.of(Subject.OTHER, subtotal);
    }

    /** Discount by subject, as positive amounts whatever sign Amazon writes; a discount without details lowers the goods. */
    static Map<Subject, Money> discount(JsonValue breakdown, Money subtotal) throws UnreadableOrder {
        Map<Subject, Money> parts = details(breakdown, subtotal);
        if (parts.isEmpty()) {
            return Map.of(Subject.ITEM, subtotal.abs());
        }
        boolean believable = sum(parts, subtotal).equals(subtotal)
                && parts.values().stream().noneMatch(part -> part.signum() == -subtotal.signum() && !part.isZero());
        if (!believable) {
            return Map.of(Subject.OTHER, subtotal.abs());
        }
        parts.replaceAll((subject, part) -> part.abs());
        return parts;
    }

    private static Map<Subject, Money> details(JsonValue breakdown, Money subtotal) throws UnreadableOrder {
        Map<Subject, Money> parts = new EnumMap<>(Subject.class);
        for (JsonValue detail : breakdown.elements("detailedBreakdowns")) {
            Money value = Amounts.find(detail, "value").orElse(Money.zero(subtotal.currency()));
            parts.merge(subject(Words.word(detail, "subtype").orElse("")), value, Money::plus);
        }
        return parts;
    }

    private static Money sum(Map<Subject, Money> parts, Money like) {
        return parts.values().stream().reduce(Money.zero(like.currency()), Money::plus);
    }

    private static Subject subject(String subtype) {
        return switch (subtype) {
            case "ITEM" -> Subject.ITEM;
            case "SHIPPING" -> Subject.SHIPPING;
            case "GIFT_WRAP" -> Subject.GIFT_WRAP;
            case "DISCOUNT" -> Subject.DISCOUNT;
            default -> Subject.OTHER;
        };
    }
}
