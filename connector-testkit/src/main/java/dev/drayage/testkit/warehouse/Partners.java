package dev.drayage.testkit.warehouse;

/** Who the warehouse and its depositor are in X12 envelopes. Immutable. */
record Partners(
        String warehouseQualifier,
        String warehouseId,
        String warehouseGroupId,
        String depositorQualifier,
        String depositorId,
        String depositorGroupId,
        String usage) {}
