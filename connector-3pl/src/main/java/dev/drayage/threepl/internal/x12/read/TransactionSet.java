package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.RecordType;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The transaction sets of X12 004010 that are known here, each with all that is particular to it. One that is described has a
 * schema beside this class, by which it is checked; one that has a reader is translated.
 */
public enum TransactionSet {
    /** Warehouse shipping order. */
    SHIPPING_ORDER("940", "OW", Direction.TO_WAREHOUSE, Description.checked(Set.of("W05", "LX", "W01", "G62"))),
    /** Warehouse shipping advice. */
    SHIPPING_ADVICE(
            "945",
            "SW",
            Direction.FROM_WAREHOUSE,
            Description.checked(Set.of("W06", "LX", "W12", "W03", "G62"))
                    .named("W06")
                    .read(RecordType.ITEM_FULFILLMENT, ShippingAdviceReader::new)),
    /** Inventory inquiry or advice. */
    STOCK_ADVICE(
            "846",
            "IB",
            Direction.FROM_WAREHOUSE,
            Description.checked(Set.of("BIA", "LIN", "QTY", "CTT"))
                    .read(RecordType.INVENTORY_LEVEL, StockAdviceReader::new)),
    /** Functional acknowledgement. */
    ACKNOWLEDGEMENT(
            "997",
            "FA",
            Direction.BOTH,
            Description.checked(Set.of("AK1", "AK2", "AK5", "AK9")).read(AcknowledgementReader::new)),
    /** Warehouse stock transfer shipment advice. */
    TRANSFER_ADVICE("943", "AR", Direction.TO_WAREHOUSE, Description.NONE),
    /** Warehouse stock transfer receipt advice. */
    RECEIPT_ADVICE("944", "RE", Direction.FROM_WAREHOUSE, Description.NONE),
    /** Warehouse inventory adjustment advice. */
    ADJUSTMENT_ADVICE("947", "AW", Direction.FROM_WAREHOUSE, Description.NONE);

    /** Who writes to whom. */
    public enum Direction {
        /** We write. */
        TO_WAREHOUSE,
        /** The warehouse writes. */
        FROM_WAREHOUSE,
        /** Both do. */
        BOTH
    }

    /**
     * How a set is checked and read.
     *
     * @param schema whether there is one
     * @param tellable segments whose values may be told in messages; all others may hold a buyer's data
     * @param subject the segment that names the record, which is read even where others are wrong; empty if none does
     * @param record what it is translated to; empty if to nothing that a source tells
     * @param reader translates it; empty if nobody does
     */
    private record Description(
            boolean schema,
            Set<String> tellable,
            String subject,
            Optional<RecordType<?>> record,
            Optional<Function<SetContext, SetReader>> reader) {
        static final Description NONE = new Description(false, Set.of(), "", Optional.empty(), Optional.empty());

        static Description checked(Set<String> tellable) {
            return new Description(true, tellable, "", Optional.empty(), Optional.empty());
        }

        Description named(String segment) {
            return new Description(schema, tellable, segment, record, reader);
        }

        Description read(Function<SetContext, SetReader> by) {
            return new Description(schema, tellable, subject, record, Optional.of(by));
        }

        Description read(RecordType<?> to, Function<SetContext, SetReader> by) {
            return new Description(schema, tellable, subject, Optional.of(to), Optional.of(by));
        }
    }

    private final String id;
    private final String group;
    private final Direction direction;
    private final Description description;

    TransactionSet(String id, String group, Direction direction, Description description) {
        this.id = id;
        this.group = group;
        this.direction = direction;
        this.description = description;
    }

    /** The set of this id, such as 945. */
    static Optional<TransactionSet> of(String id) {
        return Arrays.stream(values()).filter(set -> set.id.equals(id)).findFirst();
    }

    /** The set that groups of this kind hold, such as SW. */
    public static Optional<TransactionSet> ofGroup(String functionalId) {
        return Arrays.stream(values())
                .filter(set -> set.group.equals(functionalId))
                .findFirst();
    }

    /** Everything that sets are translated to. */
    public static Set<RecordType<?>> records() {
        return Arrays.stream(values())
                .flatMap(set -> set.description.record().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Its number. */
    public String id() {
        return id;
    }

    /** The functional id of its groups. */
    public String group() {
        return group;
    }

    /** Who writes it. */
    Direction direction() {
        return direction;
    }

    /** What it is translated to; empty if to nothing that a source tells. */
    public Optional<RecordType<?>> record() {
        return description.record();
    }

    /** Whether it is checked by a schema. */
    boolean isDescribed() {
        return description.schema();
    }

    /** Whether values of a segment may be told in messages. */
    boolean mayTell(String segment) {
        return description.tellable().contains(segment);
    }

    /** Whether a segment names the record. */
    boolean isNamedBy(String segment) {
        return description.subject().equals(segment);
    }

    /** Translates one such set; empty if nobody does. */
    Optional<SetReader> reader(SetContext context) {
        return description.reader().map(reader -> reader.apply(context));
    }
}
