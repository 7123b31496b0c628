package dev.drayage.threepl.internal.x12.read;

/**
 * One interchange of a file.
 *
 * @param senderQualifier kind of the sender's id
 * @param sender the sender's id, without padding
 * @param receiverQualifier kind of the receiver's id
 * @param receiver the receiver's id, without padding
 * @param control its control number, nine digits
 */
public record InterchangeHeader(
        String senderQualifier, String sender, String receiverQualifier, String receiver, String control) {}
