package dev.drayage.testkit.netsuite;

import java.util.Map;

/**
 * One property of a record or of a line. Immutable.
 *
 * @param name camel case name, as NetSuite shows it
 * @param kind how it is written and shown
 * @param target record type or group that a reference points to, empty otherwise
 * @param choices display text by id of a {@link FieldKind#CHOICE}, empty otherwise
 */
record RecordField(String name, FieldKind kind, String target, Map<String, String> choices) {
    RecordField {
        choices = Map.copyOf(choices);
    }
}
