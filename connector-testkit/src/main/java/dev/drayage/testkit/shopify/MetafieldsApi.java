package dev.drayage.testkit.shopify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metafields and tags of anything. Guarded by the shop. */
final class MetafieldsApi {
    /** What an app's own namespace stands for when none is given. */
    static final String APP_NAMESPACE = "app--1";

    private final Shop shop;
    private final Shapes shapes;

    MetafieldsApi(Shop shop, Shapes shapes) {
        this.shop = shop;
        this.shapes = shapes;
    }

    void addTo(Mutations mutations) {
        mutations
                .add("metafieldsSet", (args, asked) -> set(args.objects("metafields")))
                .add("tagsAdd", (args, asked) -> tags(args, true))
                .add("tagsRemove", (args, asked) -> tags(args, false));
    }

    private Shape tags(Args args, boolean add) {
        Entity entity = shop.entity(args.text("id"))
                .orElseThrow(() -> UserError.at("Resource does not exist", "id").thrown());
        List<String> tags = args.texts("tags").stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        boolean changed = add
                ? entity.tags.addAll(tags)
                : entity.tags.removeIf(each -> tags.stream().anyMatch(each::equalsIgnoreCase));
        if (changed) {
            entity.touch(shop.now());
        }
        return Shape.of("Payload").ask("node", asked -> shapes.of(entity));
    }

    private Shape set(List<Args> rows) {
        if (rows.size() > 25) {
            throw UserError.at("Exceeded the maximum metafields input limit of 25.", "metafields")
                    .coded("LESS_THAN_OR_EQUAL_TO")
                    .thrown();
        }
        List<UserError> errors = new ArrayList<>();
        Map<Metafield, Entity> fresh = new LinkedHashMap<>();
        for (int n = 0; n < rows.size(); n++) {
            Args row = rows.get(n);
            String index = Integer.toString(n);
            Entity owner = shop.entity(row.text("ownerId")).orElse(null);
            if (owner == null) {
                errors.add(UserError.at("Owner does not exist.", "metafields", index, "ownerId")
                        .coded("INVALID"));
                continue;
            }
            String namespace = row.maybe("namespace").orElse(APP_NAMESPACE);
            Metafield before = owner.metafields.get(namespace + "." + row.text("key"));
            String type = row.maybe("type").orElse(before == null ? "" : before.type());
            if (type.isEmpty()) {
                errors.add(UserError.at("Type can't be blank", "metafields", index, "type")
                        .coded("BLANK"));
            } else if (row.has("compareDigest") && !digest(before).equals(row.text("compareDigest"))) {
                errors.add(UserError.at(
                                "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.",
                                "metafields",
                                index,
                                "compareDigest")
                        .coded("STALE_OBJECT"));
            } else {
                long number = before == null ? shop.id("Metafield") : before.number();
                fresh.put(
                        new Metafield(
                                number,
                                namespace,
                                row.text("key"),
                                type,
                                row.text("value"),
                                before == null ? shop.now() : before.createdAt(),
                                shop.now(),
                                owner.type().toUpperCase(Locale.ROOT)),
                        owner);
            }
        }
        if (!errors.isEmpty()) {
            throw new UserError.Refused(errors);
        }
        fresh.forEach((metafield, owner) -> {
            owner.metafields.put(metafield.namespace() + "." + metafield.key(), metafield);
            owner.touch(shop.now());
        });
        return Shape.of("Payload")
                .put("metafields", fresh.keySet().stream().map(Metafield::shape).toList());
    }

    private static String digest(@Nullable Metafield metafield) {
        return metafield == null ? "" : metafield.digest();
    }
}
