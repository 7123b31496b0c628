package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.X12Fault.SetName;

/**
 * One transaction set of a file, by all its numbers.
 *
 * @param interchange control number of its interchange
 * @param functionalId kind of its group, such as SW
 * @param group control number of its group
 * @param id its kind, such as 945
 * @param control its control number
 */
public record SetHeader(String interchange, String functionalId, String group, String id, String control) {
    /** Its name in messages. */
    public SetName name() {
        return new SetName(id, control);
    }
}
