package dev.drayage.netsuite;

import java.util.Locale;

/** In which field of the sales order the number stands that a warehouse sends back. */
public enum OrderField {
    /** The document number. */
    TRANID,
    /** The purchase order number. */
    OTHERREFNUM,
    /** The external id. */
    EXTERNALID,
    /** The custom field that holds the channel's order id. */
    CHANNEL_ORDER_ID;

    /** The column of the order in queries. */
    public String column(String channelOrderField) {
        return this == CHANNEL_ORDER_ID ? channelOrderField : name().toLowerCase(Locale.ROOT);
    }
}
