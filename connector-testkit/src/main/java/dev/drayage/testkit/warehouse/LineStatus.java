package dev.drayage.testkit.warehouse;

/** The status codes of a shipped line (W12-01). */
final class LineStatus {
    private LineStatus() {}

    /** The code that tells how complete the line is and what becomes of the rest. */
    static String of(Shipment.ShippedLine line, String backorderedCode, String cancelledCode) {
        if (line.open() < 0) {
            return "CM";
        }
        if (line.open() == 0) {
            return "CC";
        }
        boolean comesLater = line.rest() == Remainder.BACKORDERED;
        if (line.shipped() == 0) {
            return comesLater ? "BO" : cancelledCode;
        }
        return comesLater ? backorderedCode : "CP";
    }
}
