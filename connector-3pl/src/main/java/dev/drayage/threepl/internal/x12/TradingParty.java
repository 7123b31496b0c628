package dev.drayage.threepl.internal.x12;

/**
 * One side of the envelopes.
 *
 * @param qualifier kind of the interchange id, such as {@code ZZ}
 * @param id interchange id, at most 15 characters, without padding
 * @param groupId application id of the groups, 2 to 15 characters
 */
public record TradingParty(String qualifier, String id, String groupId) {
    public TradingParty {
        if (qualifier.length() != 2) {
            throw new IllegalArgumentException("TradingParty.qualifier must have two characters");
        }
        if (id.isBlank() || id.length() > 15 || !id.equals(id.strip())) {
            throw new IllegalArgumentException("TradingParty.id must have 1 to 15 characters, without padding");
        }
        if (groupId.length() < 2 || groupId.length() > 15) {
            throw new IllegalArgumentException("TradingParty.groupId must have 2 to 15 characters");
        }
    }

    /** A side that is called the same in interchange and group. */
    public static TradingParty of(String qualifier, String id) {
        return new TradingParty(qualifier, id, id);
    }
}
