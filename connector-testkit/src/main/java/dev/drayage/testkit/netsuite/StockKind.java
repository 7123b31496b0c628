package dev.drayage.testkit.netsuite;

/** How pieces of an item are kept in stock. */
enum StockKind {
    /** Not at all: kits, services, charges. */
    NONE,
    /** By quantity. */
    COUNTED,
    /** By quantity of each lot number. */
    LOT,
    /** One by one, each with its serial number. */
    SERIAL;

    static StockKind of(StoredRecord item) {
        return switch (item.type()) {
            case "inventoryItem", "assemblyItem" -> COUNTED;
            case "lotNumberedInventoryItem" -> LOT;
            case "serializedInventoryItem" -> SERIAL;
            default -> NONE;
        };
    }

    boolean isStocked() {
        return this != NONE;
    }

    /** Whether every move says which lot or serial numbers it moves. */
    boolean isNumbered() {
        return this == LOT || this == SERIAL;
    }
}
