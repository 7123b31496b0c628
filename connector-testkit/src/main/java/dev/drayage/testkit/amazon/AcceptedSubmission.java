package dev.drayage.testkit.amazon;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A change of a listing that Amazon answered with ACCEPTED, whether or not the answer reached the caller and whatever became of
 * it.
 *
 * @param at when
 * @param submissionId Amazon's id of it
 * @param sku the SKU
 * @param marketplaceIds the stores that it named
 * @param ops its operations in their order: add, replace, merge, delete
 * @param stock what it told of each channel
 */
public record AcceptedSubmission(
        Instant at,
        String submissionId,
        String sku,
        Set<String> marketplaceIds,
        List<String> ops,
        List<ChannelStock> stock) {
    public AcceptedSubmission {
        marketplaceIds = Set.copyOf(marketplaceIds);
        ops = List.copyOf(ops);
        stock = List.copyOf(stock);
    }
}
