package dev.drayage.threepl.internal.csv;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One row of a shipment that was understood; texts that it does not tell are empty. */
record ShipmentRow(
        String order,
        String line,
        String sku,
        BigDecimal shipped,
        Optional<BigDecimal> ordered,
        Instant shippedAt,
        String warehouse,
        String carrier,
        String service,
        String tracking,
        String sscc,
        String cartonNo,
        String lot,
        Optional<LocalDate> expiry,
        String serial,
        Optional<BigDecimal> weight,
        Optional<BigDecimal> freight,
        String status) {

    /** The carton's name, or the code on its label, or its tracking number where the warehouse names no cartons. */
    String carton() {
        if (!cartonNo.isEmpty()) {
            return cartonNo;
        }
        return sscc.isEmpty() ? tracking : sscc;
    }

    static ShipmentRow of(Fields<ShipmentColumn> fields) throws RowFault {
        BigDecimal shipped = fields.units(ShipmentColumn.QTY_SHIPPED).orElseThrow();
        String status = fields.text(ShipmentColumn.STATUS);
        String serial = fields.text(ShipmentColumn.SERIAL);
        if (shipped.signum() == 0 && status.isEmpty()) {
            throw fields.fault(ShipmentColumn.QTY_SHIPPED, "must be above zero where no status says why nothing left");
        }
        if (!serial.isEmpty() && shipped.signum() > 0 && shipped.compareTo(BigDecimal.ONE) != 0) {
            throw fields.fault(ShipmentColumn.QTY_SHIPPED, "must be one, since the row names one serial number");
        }
        return new ShipmentRow(
                fields.required(ShipmentColumn.ORDER_NO),
                fields.required(ShipmentColumn.LINE_NO),
                fields.text(ShipmentColumn.SKU),
                shipped,
                fields.units(ShipmentColumn.QTY_ORDERED),
                fields.timeOrNoon(ShipmentColumn.SHIP_DATE),
                fields.text(ShipmentColumn.WAREHOUSE),
                fields.text(ShipmentColumn.CARRIER),
                fields.text(ShipmentColumn.SERVICE),
                fields.text(ShipmentColumn.TRACKING_NO),
                fields.text(ShipmentColumn.SSCC),
                fields.text(ShipmentColumn.CARTON_NO),
                fields.text(ShipmentColumn.LOT),
                fields.day(ShipmentColumn.EXPIRY),
                serial,
                fields.amount(ShipmentColumn.WEIGHT),
                fields.amount(ShipmentColumn.FREIGHT),
                status);
    }
}
