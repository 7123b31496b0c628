package dev.drayage.threepl.internal.shipmentfile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** One row that was understood. */
record ShipmentRow(
        String shipment,
        String order,
        String line,
        String sku,
        BigDecimal quantity,
        Instant shippedAt,
        String carton,
        String carrier,
        String service,
        String tracking,
        Optional<BigDecimal> weightKg,
        String location) {}
