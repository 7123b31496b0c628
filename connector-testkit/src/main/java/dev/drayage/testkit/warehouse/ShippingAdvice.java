package dev.drayage.testkit.warehouse;

/** A shipment, with the order it is told of. Immutable. */
record ShippingAdvice(Shipment shipment, ReceivedOrder order) {}
