package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record as it stood after a write. Thread-safe, and never changed by later writes; the body is unpacked anew by every call.
 *
 * <p>Amounts are in the transaction's currency, times are UTC and cut to the second, as NetSuite keeps them.
 */
public final class StoredRecord {
    private final RecordType type;
    private final long id;
    private final @Nullable String externalId;
    private final @Nullable String tranId;
    private final String status;
    private final long createdFrom;
    private final long createdAt;
    private final long modifiedAt;
    private final byte[] packed;
    private final PackedJson packing;
    private volatile @Nullable StoredRecord earlier;

    StoredRecord(
            RecordType type,
            long id,
            ObjectNode body,
            Instant createdAt,
            Instant modifiedAt,
            PackedJson packing,
            @Nullable StoredRecord earlier) {
        this.type = type;
        this.id = id;
        this.externalId = Json.has(body, "externalId") ? body.path("externalId").asText() : null;
        this.tranId = Json.has(body, "tranId") ? body.path("tranId").asText() : null;
        this.status = Json.refId(body, "status").intern();
        this.createdFrom = body.path("createdFrom").path("id").asLong(0);
        this.createdAt = createdAt.getEpochSecond();
        this.modifiedAt = modifiedAt.getEpochSecond();
        this.packing = packing;
        this.packed = packing.pack(body);
        this.earlier = earlier;
    }

    /** Record type in camel case, such as {@code salesOrder}. */
    public String type() {
        return type.name();
    }

    /** Internal id. */
    public String id() {
        return Long.toString(id);
    }

    /** External id, if it has one. */
    public Optional<String> externalId() {
        return Optional.ofNullable(externalId);
    }

    /** Document number, such as {@code SO1001}; only transactions have one. */
    public Optional<String> tranId() {
        return Optional.ofNullable(tranId);
    }

    /** Status letter of a transaction; empty for other records. */
    public String status() {
        return status;
    }

    /** Internal id of the transaction that this one was transformed from. */
    public Optional<String> createdFrom() {
        return createdFrom == 0 ? Optional.empty() : Optional.of(Long.toString(createdFrom));
    }

    /** When it was created. */
    public Instant createdAt() {
        return Instant.ofEpochSecond(createdAt);
    }

    /** When it was last written. */
    public Instant lastModified() {
        return Instant.ofEpochSecond(modifiedAt);
    }

    /** Total as the account computed it; empty for records without one. */
    public Optional<BigDecimal> total() {
        ObjectNode body = body();
        return Json.has(body, "total") ? Optional.of(Json.number(body, "total")) : Optional.empty();
    }

    /** A copy of the body: references as {@code {"id": ...}}, sublists as {@code {"items": [...]}}. */
    public ObjectNode body() {
        return packing.unpack(packed);
    }

    @Override
    public String toString() {
        return type.name() + " " + id + (externalId == null ? "" : " (" + externalId + ")");
    }

    RecordType recordType() {
        return type;
    }

    long number() {
        return id;
    }

    long createdFromNumber() {
        return createdFrom;
    }

    /** What stood here before this write, kept only while queries lag behind. */
    @Nullable StoredRecord earlier() {
        return earlier;
    }

    void forgetEarlier() {
        earlier = null;
    }
}
