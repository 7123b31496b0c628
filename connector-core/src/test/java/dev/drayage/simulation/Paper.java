package dev.drayage.simulation;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.CustomFields;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;

/**
 * Any record of the simulated systems: small, so that many seeds fit into a build.
 *
 * @param subject what it is about: a buyer, an order, a SKU, a company
 * @param sku the SKU that an order is for; empty where there is none
 * @param content what changes, different with every change
 */
record Paper(RecordRef ref, String subject, String sku, State state, String content) implements CommerceRecord {
    static final RecordType<Paper> ORDER = RecordType.of("salesOrder", Paper.class);
    static final RecordType<Paper> CUSTOMER = RecordType.of("customer", Paper.class);
    static final RecordType<Paper> DEPOSIT = RecordType.of("customerDeposit", Paper.class);
    static final RecordType<Paper> SHIPMENT = RecordType.of("itemFulfillment", Paper.class);
    static final RecordType<Paper> STOCK = RecordType.of("inventoryLevel", Paper.class);
    static final RecordType<Paper> COMPANY = RecordType.of("company", Paper.class);

    /** How far a record is. */
    enum State {
        /** To be worked on. */
        OPEN,
        /** An order that nobody has paid yet, or a shipment without tracking. */
        WAITING,
        /** A trial order. */
        TEST,
        /** Called off. */
        CANCELLED,
        /** In a state that nobody knows. */
        ODD,
        /** Cannot be understood by whoever reads it. */
        UNREADABLE
    }

    @Override
    public CustomFields customFields() {
        return CustomFields.none();
    }

    Paper at(RecordRef other) {
        return new Paper(other, subject, sku, state, content);
    }

    Paper in(State other) {
        return new Paper(ref, subject, sku, other, content);
    }

    Paper saying(String other) {
        return new Paper(ref, subject, sku, state, other);
    }

    /** By what a source knows again what its own connector's sink wrote. */
    String digest() {
        return subject + '|' + sku + '|' + content;
    }
}
