package dev.drayage.threepl.internal.exchange;

import java.util.List;

/**
 * What lies in a folder. Immutable.
 *
 * @param files in no order
 * @param refused names of entries that cannot be used safely, such as one with a separator in it; control characters are
 *     replaced, so that they can be printed
 */
public record Listing(List<RemoteFile> files, List<String> refused) {
    public Listing {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
    }
}
