package dev.drayage.testkit.shopify;

import graphql.execution.directives.QueryAppliedDirective;
import graphql.execution.directives.QueryAppliedDirectiveArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all mutations share: idempotency keys, user errors in place of a result, and the journal. Guarded by the shop.
 */
final class Mutations {
    /** One mutation: checks, then changes, then answers. */
    @FunctionalInterface
    interface Mutation {
        Shape run(Args args, DataFetchingEnvironment asked);
    }

    private static final Set<String> KEY_NEEDED =
            Set.of("inventoryActivate", "inventoryAdjustQuantities", "inventorySetQuantities", "refundCreate");

    private record Answered(String mutation, Map<String, Object> arguments, Shape answer) {}

    private final Shop shop;
    private final Shape root;
    private final Map<String, Answered> keys = new HashMap<>();

    Mutations(Shop shop, Shape root) {
        this.shop = shop;
        this.root = root;
    }

    Mutations add(String name, Mutation mutation) {
        root.ask(name, asked -> answer(name, mutation, asked));
        return this;
    }

    private Shape answer(String name, Mutation mutation, DataFetchingEnvironment asked) {
        Args args = new Args(asked.getArguments());
        Optional<String> key = key(asked);
        if (KEY_NEEDED.contains(name) && key.isEmpty()) {
            throw ApiError.badRequest("The @idempotent directive is required for this mutation but was not provided.");
        }
        if (key.isPresent() && key.get().isBlank()) {
            throw ApiError.badRequest("The idempotency key can't be blank.");
        }
        Answered before = key.map(keys::get).orElse(null);
        if (before != null) {
            boolean same = before.mutation().equals(name) && before.arguments().equals(args.raw());
            return same ? before.answer() : errors(List.of(mismatch()));
        }
        Shape answer = carriedOut(name, mutation, args, asked);
        key.ifPresent(text -> keys.put(text, new Answered(name, args.raw(), answer)));
        return answer;
    }

    private Shape carriedOut(String name, Mutation mutation, Args args, DataFetchingEnvironment asked) {
        try {
            Shape answer = mutation.run(args, asked);
            if (!answer.has("userErrors")) {
                answer.put("userErrors", List.of()).put("orderCancelUserErrors", List.of());
            }
            shop.journal().add(new AcceptedWrite(shop.now(), name, args.raw()));
            return answer;
        } catch (UserError.Refused refused) {
            refused.errors().forEach(error -> shop.traffic().refused(name + ": " + error.message()));
            return errors(refused.errors());
        }
    }

    private static Shape errors(List<UserError> errors) {
        List<Shape> shapes = errors.stream().map(UserError::shape).toList();
        return Shape.of("Payload").put("userErrors", shapes).put("orderCancelUserErrors", shapes);
    }

    private static UserError mismatch() {
        return UserError.at("The idempotency key was already used with other parameters.")
                .coded("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
    }

    private static Optional<String> key(DataFetchingEnvironment asked) {
        List<QueryAppliedDirective> directives = asked.getQueryDirectives().getImmediateAppliedDirective("idempotent");
        if (directives.isEmpty()) {
            return Optional.empty();
        }
        QueryAppliedDirectiveArgument key = directives.get(0).getArgument("key");
        Object value = key == null ? null : key.getValue();
        return Optional.of(value == null ? "" : value.toString());
    }
}
