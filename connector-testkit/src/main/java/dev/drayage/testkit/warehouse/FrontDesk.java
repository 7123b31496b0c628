package dev.drayage.testkit.warehouse;

import java.util.List;

/** Turns files into orders, and what the warehouse has to say into files. Not thread-safe; the simulator guards it. */
interface FrontDesk {

    /** What a file asks for, and the answers that are put out at once. */
    record Received(List<ShippingOrder> orders, List<OutFile> answers) {}

    Received take(String file, byte[] bytes);

    /** The files that tell of the shipments of one round. */
    List<OutFile> advise(List<ShippingAdvice> advices);

    /** The file that tells what there is. */
    OutFile snapshot(List<StockLevel> levels);

    /** Files or interchanges that came again, byte for byte. */
    int duplicates();
}
