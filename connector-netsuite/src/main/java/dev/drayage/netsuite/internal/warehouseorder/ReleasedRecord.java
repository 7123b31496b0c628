package dev.drayage.netsuite.internal.warehouseorder;

import dev.drayage.model.OrderReference;
import dev.drayage.netsuite.ReleaseUnit;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.suiteql.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The records of the account that warehouses are told of, and what is different about them. */
enum ReleasedRecord {
    /** A whole sales order. */
    SALES_ORDER("sales order", "", RecordKind.SALES_ORDER) {
        @Override
        List<OrderReference> names(String id, String number) {
            return List.of(
                    new OrderReference(OrderReference.Kind.ERP_ID, id),
                    new OrderReference(OrderReference.Kind.ERP_NUMBER, number));
        }

        @Override
        boolean released(String letter) {
            return switch (letter) {
                case "A", "C", "H" -> false;
                case "B", "D", "E", "F", "G" -> true;
                default -> throw unknown(letter);
            };
        }

        @Override
        BigDecimal shipped(Row line, String letter) {
            return line.number("shipped").orElse(BigDecimal.ZERO);
        }
    },

    /**
     * An item fulfillment that is shipped once it is packed. It does not go by the names of its order: what is shipped under
     * them would be booked beside it.
     */
    PACKED_FULFILLMENT("item fulfillment", "fulfillment-", RecordKind.ITEM_FULFILLMENT) {
        @Override
        List<OrderReference> names(String id, String number) {
            return List.of(
                    new OrderReference(OrderReference.Kind.ERP_FULFILLMENT_ID, id),
                    new OrderReference(OrderReference.Kind.ERP_FULFILLMENT_NUMBER, number));
        }

        @Override
        boolean released(String letter) {
            return switch (letter) {
                case "A" -> false;
                case "B", "C" -> true;
                default -> throw unknown(letter);
            };
        }

        @Override
        BigDecimal shipped(Row line, String letter) {
            return letter.equals("C") ? line.requiredNumber("quantity") : BigDecimal.ZERO;
        }
    };

    private final String word;
    private final RecordKind kind;
    private final String prefix;
    private final Pattern refId;

    ReleasedRecord(String word, String prefix, RecordKind kind) {
        this.word = word;
        this.kind = kind;
        this.prefix = prefix;
        this.refId = Pattern.compile(Pattern.quote(prefix) + "([0-9]{1,18})");
    }

    static ReleasedRecord of(ReleaseUnit unit) {
        return switch (unit) {
            case SALES_ORDER -> SALES_ORDER;
            case PACKED_FULFILLMENT -> PACKED_FULFILLMENT;
        };
    }

    /** The names under which its shipments come back. */
    abstract List<OrderReference> names(String id, String number);

    /**
     * Whether it may leave in a status; what has left stays released.
     *
     * @throws IllegalArgumentException if nobody knows that status
     */
    abstract boolean released(String letter);

    /** Units of a line that have left. */
    abstract BigDecimal shipped(Row line, String letter);

    /** What people call it. */
    String word() {
        return word;
    }

    RecordKind kind() {
        return kind;
    }

    /** Its id among all that warehouses are told of: an order and a fulfillment may have one internal id. */
    String refId(String internalId) {
        return prefix + internalId;
    }

    /** The internal id, if the text is the id of such a record. */
    Optional<String> internalId(String text) {
        Matcher form = refId.matcher(text);
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    private static IllegalArgumentException unknown(String letter) {
        return new IllegalArgumentException("its status " + letter + " is of an unknown kind");
    }
}
