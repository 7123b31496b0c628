package dev.drayage.testkit.shopify;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of all kinds of records, which refer to one another. Guarded by the shop. */
final class Shapes {
    final Shop shop;
    final OrderShapes orders = new OrderShapes(this);
    final MoneyShapes money = new MoneyShapes(this);
    final FulfillmentShapes fulfillment = new FulfillmentShapes(this);
    final StockShapes stock = new StockShapes(this);
    final CompanyShapes companies = new CompanyShapes(this);
    final PayoutShapes payouts = new PayoutShapes(this);

    Shapes(Shop shop) {
        this.shop = shop;
    }

    /** The shape of anything that {@code node} finds. */
    @Nullable Shape of(@Nullable Entity entity) {
        if (entity instanceof ShopOrder order) {
            return orders.order(order);
        } else if (entity instanceof OrderRefund refund) {
            return money.refund(refund);
        } else if (entity instanceof FulfillmentOrder order) {
            return fulfillment.order(order);
        } else if (entity instanceof Fulfillment shipment) {
            return fulfillment.shipment(shipment);
        } else if (entity instanceof StockLocation location) {
            return stock.location(location);
        } else if (entity instanceof Variant variant) {
            return stock.variant(variant);
        } else if (entity instanceof Product product) {
            return stock.product(product);
        } else if (entity instanceof InventoryItem item) {
            return stock.item(item);
        } else if (entity instanceof InventoryLevel level) {
            return stock.level(level);
        } else if (entity instanceof PriceList list) {
            return stock.priceList(list);
        } else if (entity instanceof Customer customer) {
            return companies.customer(customer);
        } else if (entity instanceof Company company) {
            return companies.company(company);
        } else if (entity instanceof CompanyLocation location) {
            return companies.location(location);
        } else if (entity instanceof CompanyContact contact) {
            return companies.contact(contact);
        } else if (entity instanceof Payout payout) {
            return payouts.payout(payout);
        }
        return null;
    }

    /** Id, times, tags and metafields, which all records share. */
    Shape base(Entity entity) {
        return Shape.of(entity.type())
                .put("id", entity.gid())
                .put("legacyResourceId", entity.number())
                .put("createdAt", entity.createdAt())
                .put("updatedAt", entity.updatedAt())
                .put("tags", List.copyOf(entity.tags))
                .ask("metafield", asked -> {
                    Args args = new Args(asked.getArguments());
                    String key = args.maybe("namespace").orElse(MetafieldsApi.APP_NAMESPACE) + "." + args.text("key");
                    Metafield found = entity.metafields.get(key);
                    return found == null ? null : found.shape();
                })
                .ask("metafields", asked -> {
                    Args args = new Args(asked.getArguments());
                    List<Metafield> all = entity.metafields.values().stream()
                            .filter(each -> args.maybe("namespace")
                                    .map(each.namespace()::equals)
                                    .orElse(true))
                            .toList();
                    return Connection.of(all, Metafield::number, Metafield::shape)
                            .at(asked);
                });
    }

    static Shape count(int number) {
        return Shape.of("Count").put("count", number).put("precision", "EXACT");
    }

    static List<Shape> attributes(Map<String, String> all) {
        return all.entrySet().stream()
                .map(entry -> Shape.of("Attribute").put("key", entry.getKey()).put("value", entry.getValue()))
                .toList();
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static @Nullable Shape address(@Nullable PostalAddress address, String gid) {
        if (address == null) {
            return null;
        }
        return Shape.of("MailingAddress")
                .put("id", gid)
                .put("firstName", orNull(address.firstName()))
                .put("lastName", orNull(address.lastName()))
                .put("name", orNull((address.firstName() + " " + address.lastName()).strip()))
                .put("company", orNull(address.company()))
                .put("address1", orNull(address.address1()))
                .put("address2", orNull(address.address2()))
                .put("city", orNull(address.city()))
                .put("province", orNull(address.provinceCode()))
                .put("provinceCode", orNull(address.provinceCode()))
                .put("zip", orNull(address.zip()))
                .put("country", orNull(address.countryCode()))
                .put("countryCode", orNull(address.countryCode()))
                .put("countryCodeV2", orNull(address.countryCode()))
                .put("phone", orNull(address.phone()))
                .put("formatted", List.of(address.address1(), address.city()));
    }

    static List<Shape> list(List<Shape> all, DataFetchingEnvironment asked) {
        int first = new Args(asked.getArguments()).integer("first").orElse(Integer.MAX_VALUE);
        return all.subList(0, Math.min(all.size(), first));
    }

    static @Nullable String when(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
