package dev.drayage.model;

/**
 * Where one record lives: account, record type and the system's own id of it.
 *
 * @param account the account that holds the record
 * @param type name of its {@link RecordType}
 * @param id the system's own id, never empty
 */
public record RecordRef(AccountId account, String type, String id) {

    public RecordRef {
        if (type.isEmpty() || type.indexOf('/') >= 0) {
            throw new IllegalArgumentException("RecordRef.type must be a record type's name");
        }
        if (id.isBlank()) {
            throw new IllegalArgumentException("RecordRef.id must not be blank");
        }
    }

    /** A reference to a record of a known type. */
    public static RecordRef of(AccountId account, RecordType<?> type, String id) {
        return new RecordRef(account, type.name(), id);
    }

    /** Reads the form that {@link #toString()} writes. */
    public static RecordRef parse(String text) {
        int first = text.indexOf('/');
        int second = text.indexOf('/', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("RecordRef must be system:account/type/id");
        }
        return new RecordRef(
                AccountId.parse(text.substring(0, first)),
                text.substring(first + 1, second),
                text.substring(second + 1));
    }

    @Override
    public String toString() {
        return account + "/" + type + "/" + id;
    }
}
