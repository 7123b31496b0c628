package dev.drayage.shopify.internal.api;

import dev.drayage.internal.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The answer to a document. It may be partial: a field that the app may not see is null and named by {@link #denied()}, and
 * all else is there. A mutation that was refused by a rule of the shop is an answer too; {@link #refusals()} says why.
 * Immutable.
 *
 * @param root what the root field holds; absent if there is no such record, or if the mutation was refused altogether
 * @param errors what Shopify refused to look at or to show
 * @param userErrors why a mutation did not do what it was asked
 * @param cost what the answer says about points
 * @param requestId Shopify's id of the request
 */
public record Answer(
        JsonValue root,
        List<TopLevelError> errors,
        List<UserError> userErrors,
        Optional<QueryCost> cost,
        Optional<String> requestId) {
    public Answer {
        errors = List.copyOf(errors);
        userErrors = List.copyOf(userErrors);
    }

    /**
     * Places that the app may not see, as paths with dots from the root field on; list positions stand in them as numbers.
     * A null anywhere else is Shopify's null.
     */
    public Set<String> denied() {
        Set<String> places = new TreeSet<>();
        errors.stream()
                .filter(error -> error.kind() == TopLevelError.Kind.DENIED)
                .forEach(error -> places.add(error.place()));
        return places;
    }

    /** Whether the app may not see this place, or something above it. */
    public boolean isDenied(String place) {
        return denied().stream().anyMatch(found -> place.equals(found) || place.startsWith(found + "."));
    }

    /** Whether a mutation was not carried out, or not as asked. */
    public boolean isRefused() {
        return !userErrors.isEmpty() || (!errors.isEmpty() && !root.isPresent());
    }

    /** Why it was not carried out, one line for each reason; may repeat what was sent. */
    public List<String> refusals() {
        return Stream.concat(
                        userErrors.stream().map(UserError::text),
                        isRefused() && !root.isPresent() ? errors.stream().map(TopLevelError::text) : Stream.empty())
                .toList();
    }

    /** Sizes only. */
    @Override
    public String toString() {
        return "answer at " + root + ", " + errors.size() + " errors, " + userErrors.size() + " user errors";
    }
}
