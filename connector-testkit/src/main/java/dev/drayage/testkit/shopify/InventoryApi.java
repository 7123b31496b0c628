package dev.drayage.testkit.shopify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mutations of quantities: all rows of a call or none. Guarded by the shop. */
final class InventoryApi {
    private static final int BOUND = 1_000_000_000;
    private static final Set<String> ADJUSTABLE =
            Set.of("available", "damaged", "incoming", "quality_control", "reserved", "safety_stock");
    private static final Set<String> REASONS = Set.of(
            "correction",
            "cycle_count_available",
            "damaged",
            "movement_canceled",
            "movement_created",
            "movement_received",
            "movement_updated",
            "other",
            "promotion",
            "quality_control",
            "received",
            "reservation_created",
            "reservation_deleted",
            "reservation_updated",
            "restock",
            "safety_stock",
            "shrinkage");

    private record Change(InventoryLevel level, String name, int delta) {}

    private final Shop shop;
    private final Shapes shapes;

    InventoryApi(Shop shop, Shapes shapes) {
        this.shop = shop;
        this.shapes = shapes;
    }

    void addTo(Mutations mutations) {
        mutations
                .add("inventorySetQuantities", (args, asked) -> set(args.in("input")))
                .add("inventoryAdjustQuantities", (args, asked) -> adjust(args.in("input")))
                .add("inventoryActivate", (args, asked) -> activate(args))
                .add("inventoryDeactivate", (args, asked) -> {
                    long number = Gids.number(args.text("inventoryLevelId"), "InventoryLevel");
                    shop.levels().stream()
                            .filter(each -> each.number() == number)
                            .forEach(each -> {
                                each.active = false;
                                each.touch(shop.now());
                            });
                    return Shape.of("Payload");
                });
    }

    private static void explicit(List<Args> rows, String type) {
        if (rows.stream().anyMatch(each -> !each.has("changeFromQuantity"))) {
            throw new ApiError(
                    "INVALID_FIELD_ARGUMENTS",
                    type + " must include the following argument: changeFromQuantity.",
                    Map.of());
        }
        if (rows.size() > 250) {
            throw new ApiError(
                    "MAX_INPUT_SIZE_EXCEEDED",
                    "The input array size of " + rows.size() + " is greater than the maximum allowed of 250.",
                    Map.of());
        }
    }

    private Shape set(Args input) {
        List<Args> rows = input.objects("quantities");
        explicit(rows, "InventoryQuantityInput");
        List<UserError> errors = new ArrayList<>();
        String name = input.text("name");
        if (!name.equals("available") && !name.equals("on_hand")) {
            throw error("The quantity name must be either 'available' or 'on_hand'.", "INVALID_NAME", "input", "name")
                    .thrown();
        }
        reason(input);
        errors.addAll(duplicates(rows));
        List<Change> changes = new ArrayList<>();
        for (int n = 0; n < rows.size(); n++) {
            int wanted = rows.get(n).integer("quantity").orElse(0);
            if (wanted > BOUND) {
                errors.add(row(
                        "The quantity can't be higher than 1,000,000,000.",
                        "INVALID_QUANTITY_TOO_HIGH",
                        "quantities",
                        n,
                        "quantity"));
            } else if (wanted < -BOUND) {
                errors.add(row(
                        "The quantity can't be lower than -1,000,000,000.",
                        "INVALID_QUANTITY_TOO_LOW",
                        "quantities",
                        n,
                        "quantity"));
            } else if (wanted < 0 && name.equals("on_hand")) {
                errors.add(row(
                        "The quantity can't be negative.", "INVALID_QUANTITY_NEGATIVE", "quantities", n, "quantity"));
            }
            level(rows.get(n), "quantities", n, name, errors, changes, wanted, true);
        }
        return apply(input, errors, changes);
    }

    private Shape adjust(Args input) {
        List<Args> rows = input.objects("changes");
        explicit(rows, "InventoryChangeInput");
        String name = input.text("name");
        if (!ADJUSTABLE.contains(name)) {
            throw error(
                            "The specified quantity name is invalid. Valid values are: available, damaged, incoming, quality_control, reserved, safety_stock.",
                            "INVALID_QUANTITY_NAME",
                            "input",
                            "name")
                    .thrown();
        }
        reason(input);
        List<UserError> errors = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (int n = 0; n < rows.size(); n++) {
            boolean ledger = rows.get(n).maybe("ledgerDocumentUri").isPresent();
            if (ledger && name.equals("available")) {
                errors.add(row(
                        "A ledger document URI is not allowed when adjusting available.",
                        "INVALID_AVAILABLE_DOCUMENT",
                        "changes",
                        n,
                        "ledgerDocumentUri"));
            } else if (!ledger && !name.equals("available")) {
                errors.add(row(
                        "The ledger document URI is required except when adjusting available.",
                        "INVALID_QUANTITY_DOCUMENT",
                        "changes",
                        n,
                        "ledgerDocumentUri"));
            }
            level(
                    rows.get(n),
                    "changes",
                    n,
                    name,
                    errors,
                    changes,
                    rows.get(n).integer("delta").orElse(0),
                    false);
        }
        return apply(input, errors, changes);
    }

    private static void reason(Args input) {
        if (!REASONS.contains(input.text("reason"))) {
            throw error("The specified reason is invalid.", "INVALID_REASON", "input", "reason")
                    .thrown();
        }
        if (input.maybe("referenceDocumentUri")
                .filter(uri -> !uri.matches("[A-Za-z][A-Za-z0-9+.-]*:.+"))
                .isPresent()) {
            throw error(
                            "The specified reference document is invalid.",
                            "INVALID_REFERENCE_DOCUMENT",
                            "input",
                            "referenceDocumentUri")
                    .thrown();
        }
    }

    private static List<UserError> duplicates(List<Args> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(each -> counts.merge(pair(each), 1, Integer::sum));
        List<UserError> errors = new ArrayList<>();
        for (int n = 0; n < rows.size(); n++) {
            if (counts.getOrDefault(pair(rows.get(n)), 0) > 1) {
                errors.add(row(
                        "The combination of inventoryItemId and locationId must be unique.",
                        "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
                        "quantities",
                        n,
                        "locationId"));
            }
        }
        return errors;
    }

    private static String pair(Args row) {
        return row.text("inventoryItemId") + " " + row.text("locationId");
    }

    private void level(
            Args row,
            String list,
            int n,
            String name,
            List<UserError> errors,
            List<Change> changes,
            int value,
            boolean absolute) {
        InventoryItem item = shop.items.get(Gids.number(row.text("inventoryItemId"), "InventoryItem"));
        StockLocation place = shop.locations.get(Gids.number(row.text("locationId"), "Location"));
        if (item == null) {
            errors.add(row(
                    "The specified inventory item could not be found.",
                    "INVALID_INVENTORY_ITEM",
                    list,
                    n,
                    "inventoryItemId"));
            return;
        }
        if (place == null) {
            errors.add(row("The specified location could not be found.", "INVALID_LOCATION", list, n, "locationId"));
            return;
        }
        InventoryLevel level = item.level(place).filter(each -> each.active).orElse(null);
        if (level == null) {
            errors.add(row(
                    "The specified inventory item is not stocked at the location.",
                    "ITEM_NOT_STOCKED_AT_LOCATION",
                    list,
                    n,
                    "locationId"));
            return;
        }
        int current = level.quantity(name);
        if (row.integer("changeFromQuantity")
                .filter(expected -> expected != current)
                .isPresent()) {
            errors.add(row(
                    "The changeFromQuantity argument no longer matches the persisted quantity.",
                    "CHANGE_FROM_QUANTITY_STALE",
                    list,
                    n,
                    "changeFromQuantity"));
            return;
        }
        changes.add(new Change(level, name, absolute ? value - current : value));
    }

    private Shape apply(Args input, List<UserError> errors, List<Change> changes) {
        if (!errors.isEmpty()) {
            throw new UserError.Refused(errors);
        }
        List<Shape> rows = new ArrayList<>();
        for (Change change : changes) {
            if (change.delta() != 0) {
                boolean onHand = change.name().equals("on_hand");
                change.level().add(onHand ? "available" : change.name(), change.delta(), shop.now());
                shop.webhooks().changed("inventory_levels/update", change.level());
                rows.add(shape(change, onHand ? "available" : change.name()));
                if (!change.name().equals("incoming")) {
                    rows.add(shape(change, "on_hand"));
                }
            }
        }
        return Shape.of("Payload")
                .put(
                        "inventoryAdjustmentGroup",
                        Shape.of("InventoryAdjustmentGroup")
                                .put("id", Gids.gid("InventoryAdjustmentGroup", shop.id("InventoryAdjustmentGroup")))
                                .put("createdAt", shop.now())
                                .put("reason", input.text("reason"))
                                .put("referenceDocumentUri", input.textOrNull("referenceDocumentUri"))
                                .put("changes", rows));
    }

    private Shape shape(Change change, String name) {
        return Shape.of("InventoryChange")
                .put("name", name)
                .put("delta", change.delta())
                .put("quantityAfterChange", null)
                .ask("item", asked -> shapes.stock.item(change.level().item))
                .ask("location", asked -> shapes.stock.location(change.level().location));
    }

    private Shape activate(Args args) {
        InventoryItem item = shop.items.get(Gids.number(args.text("inventoryItemId"), "InventoryItem"));
        StockLocation place = shop.locations.get(Gids.number(args.text("locationId"), "Location"));
        if (item == null) {
            throw UserError.at("The specified inventory item could not be found.", "inventoryItemId")
                    .thrown();
        }
        if (place == null) {
            throw UserError.at("The specified location could not be found.", "locationId")
                    .thrown();
        }
        boolean onHand = args.integer("onHand").isPresent();
        boolean available = args.integer("available").isPresent();
        if (onHand && available) {
            String both = "The product couldn't be stocked at " + place.name
                    + " because not allowed to set available and on_hand quantities at the same time.";
            throw new UserError.Refused(List.of(UserError.at(both, "available"), UserError.at(both, "onHand")));
        }
        boolean active = item.level(place).filter(each -> each.active).isPresent();
        if (active && (onHand || available)) {
            String name = onHand ? "an on_hand" : "available";
            throw UserError.at(
                            "Not allowed to set " + name + " quantity when the item is already active at the location.",
                            onHand ? "onHand" : "available")
                    .thrown();
        }
        int wanted = args.integer("onHand").or(() -> args.integer("available")).orElse(0);
        if (Math.abs((long) wanted) > BOUND) {
            throw UserError.at(
                            "The product couldn't be stocked at " + place.name
                                    + " because the quantity needs to be between -1 billion and 1 billion.",
                            "onHand")
                    .thrown();
        }
        boolean fresh = item.level(place).isEmpty();
        InventoryLevel level = Stock.level(shop, item, place);
        level.active = true;
        if (fresh || onHand || available) {
            level.add(
                    "available",
                    wanted - (onHand ? level.quantity("on_hand") : level.quantity("available")),
                    shop.now());
        }
        level.touch(shop.now());
        return Shape.of("Payload").ask("inventoryLevel", asked -> shapes.stock.level(level));
    }

    private static UserError error(String message, String code, String... field) {
        return UserError.at(message, field).coded(code);
    }

    private static UserError row(String message, String code, String list, int n, String field) {
        return error(message, code, "input", list, Integer.toString(n), field);
    }
}
