package dev.drayage.threepl.internal.x12;

/**
 * How large a file may be; what is larger is refused, not cut.
 *
 * @param bytes bytes of a file
 * @param documents transaction sets of a file
 * @param segments segments of a transaction set
 * @param elementLength characters of an element
 * @param elements elements of a segment
 * @param keys distinct SKUs and lots of a stock advice, and order lines and serial numbers of a shipping advice
 */
public record ReadLimits(long bytes, int documents, int segments, int elementLength, int elements, int keys) {
    public ReadLimits {
        if (bytes <= 0 || documents <= 0 || segments <= 0 || elementLength <= 0 || elements <= 0 || keys <= 0) {
            throw new IllegalArgumentException("ReadLimits must be above zero");
        }
    }

    /** 64 MiB, 10,000 documents of 1,000,000 segments, 200,000 keys. */
    public static ReadLimits standard() {
        return new ReadLimits(64L << 20, 10_000, 1_000_000, 256, 60, 200_000);
    }
}
