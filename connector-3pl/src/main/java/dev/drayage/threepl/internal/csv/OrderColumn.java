package dev.drayage.threepl.internal.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Columns of an order to the warehouse; those before {@link #LINE_NO} stand the same on each of its rows. */
enum OrderColumn {
    ORDER_NO,
    ORDER_DATE,
    SHIP_BY,
    SHIP_METHOD,
    CARRIER,
    SERVICE,
    PO_NO,
    STORE_ORDER_NO,
    SHIP_NAME,
    COMPANY,
    ADDR1,
    ADDR2,
    ADDR3,
    CITY,
    STATE,
    ZIP,
    COUNTRY,
    PHONE,
    EMAIL,
    NOTES,
    ACTION,
    LINE_NO,
    SKU,
    QTY,
    UOM,
    LOT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OrderColumn> of(String word) {
        return Arrays.stream(values())
                .filter(column -> column.word().equals(word))
                .findFirst();
    }
}
