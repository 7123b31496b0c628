package dev.drayage.threepl.internal.x12.read;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Our own descriptions of the sets that are checked; resources beside this class. Loaded once, then immutable. */
final class SetSchemas {
    private final Schema envelope;
    private final Map<String, Schema> sets;

    private SetSchemas(Schema envelope, Map<String, Schema> sets) {
        this.envelope = envelope;
        this.sets = sets;
    }

    static SetSchemas load() {
        Map<String, Schema> sets = new HashMap<>();
        for (TransactionSet set : TransactionSet.values()) {
            if (set.isDescribed()) {
                sets.put(set.id(), schema(set.id()));
            }
        }
        return new SetSchemas(schema("envelope"), Map.copyOf(sets));
    }

    Schema envelope() {
        return envelope;
    }

    Optional<Schema> set(String id) {
        return Optional.ofNullable(sets.get(id));
    }

    private static Schema schema(String name) {
        try (InputStream in = SetSchemas.class.getResourceAsStream(name + ".xml")) {
            if (in == null) {
                throw new IllegalStateException("the schema " + name + ".xml is not in the jar");
            }
            return SchemaFactory.newFactory().createSchema(in);
        } catch (IOException | EDISchemaException e) {
            throw new IllegalStateException("the schema " + name + ".xml cannot be read", e);
        }
    }
}
