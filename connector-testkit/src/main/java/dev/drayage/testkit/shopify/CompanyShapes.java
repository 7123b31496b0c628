package dev.drayage.testkit.shopify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers, companies, their locations and people. Guarded by the shop. */
final class CompanyShapes {
    private final Shapes shapes;

    CompanyShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    Shape customer(Customer each) {
        return shapes.base(each)
                .put("email", Shapes.orNull(each.email))
                .put("firstName", Shapes.orNull(each.firstName))
                .put("lastName", Shapes.orNull(each.lastName))
                .put("displayName", each.name())
                .put("phone", Shapes.orNull(each.phone))
                .put("taxExempt", each.taxExempt)
                .put("defaultEmailAddress", Shape.of("CustomerEmailAddress").put("emailAddress", each.email))
                .put(
                        "companyContactProfiles",
                        shapes.shop.companies.values().stream()
                                .flatMap(company -> company.contacts.stream())
                                .filter(contact -> contact.customer == each)
                                .map(contact -> Shape.of("CompanyContact")
                                        .put("id", contact.gid())
                                        .ask("company", asked -> company(contact.company)))
                                .toList());
    }

    Shape contact(CompanyContact each) {
        return shapes.base(each)
                .put("title", each.title)
                .put("locale", "en")
                .put("isMainContact", each.company.contacts.indexOf(each) == 0)
                .ask("customer", asked -> customer(each.customer))
                .ask("company", asked -> company(each.company));
    }

    Shape company(Company each) {
        Shape ordering = role(each.orderingRole, "Ordering only");
        List<Shape> roles = List.of(ordering, role(each.adminRole, "Location admin"));
        return shapes.base(each)
                .put("name", each.name)
                .put("externalId", each.externalId)
                .put("note", Shapes.orNull(each.note))
                .put("customerSince", each.customerSince)
                .ask("mainContact", asked -> each.contacts.isEmpty() ? null : contact(each.contacts.get(0)))
                .put("defaultRole", ordering)
                .ask("contactRoles", Connection.of(roles, roles::indexOf, role -> role))
                .ask("contacts", Connection.of(each.contacts, this::contact))
                .ask("locations", Connection.of(each.locations, this::location))
                .put("locationsCount", Shapes.count(each.locations.size()))
                .put("contactsCount", Shapes.count(each.contacts.size()))
                .ask(
                        "orders",
                        asked -> Connection.of(
                                        shapes.shop.orders.values().stream()
                                                .filter(order -> order.companyLocation != null
                                                        && order.companyLocation.company == each)
                                                .toList(),
                                        shapes.orders::order)
                                .at(asked));
    }

    private static Shape role(long number, String name) {
        return Shape.of("CompanyContactRole")
                .put("id", Gids.gid("CompanyContactRole", number))
                .put("name", name);
    }

    Shape location(CompanyLocation each) {
        PaymentTermsTemplate terms = each.terms;
        List<ShopOrder> orders = shapes.shop.orders.values().stream()
                .filter(order -> order.companyLocation == each)
                .toList();
        List<PriceList> lists = shapes.shop.priceLists.values().stream()
                .filter(list -> list.locations.contains(each))
                .toList();
        return shapes.base(each)
                .put("name", each.name)
                .put("externalId", each.externalId)
                .put("note", Shapes.orNull(each.note))
                .put("phone", Shapes.orNull(each.phone))
                .put("locale", each.locale)
                .put("currency", shapes.shop.settings().currency())
                .ask("company", asked -> company(each.company))
                .put(
                        "taxSettings",
                        Shape.of("CompanyLocationTaxSettings")
                                .put("taxRegistrationId", each.taxRegistrationId)
                                .put("taxExempt", each.taxExempt)
                                .put("taxExemptions", List.copyOf(each.taxExemptions)))
                .put(
                        "buyerExperienceConfiguration",
                        Shape.of("BuyerExperienceConfiguration")
                                .put("checkoutToDraft", each.checkoutToDraft)
                                .put("editableShippingAddress", each.editableShippingAddress)
                                .put("payNowOnly", terms == null)
                                .put("paymentTermsTemplate", terms == null ? null : terms.shape()))
                .put("billingAddress", address(each.billing, each.billingNumber))
                .put("shippingAddress", address(each.shipping, each.shippingNumber))
                .put("inCatalog", !lists.isEmpty())
                .put("ordersCount", Shapes.count(orders.size()))
                .ask("catalogs", Connection.of(lists, shapes.stock::catalog))
                .ask("orders", Connection.of(orders, shapes.orders::order))
                .ask(
                        "roleAssignments",
                        Connection.of(
                                each.company.contacts,
                                contact -> Shape.of("CompanyContactRoleAssignment")
                                        .put("id", Gids.gid("CompanyContactRoleAssignment", contact.number()))
                                        .put("role", role(each.company.orderingRole, "Ordering only"))
                                        .ask("companyContact", asked -> contact(contact))
                                        .ask("company", asked -> company(each.company))
                                        .ask("companyLocation", asked -> location(each))));
    }

    private static @Nullable Shape address(@Nullable PostalAddress address, long number) {
        Shape shape = Shapes.address(address, Gids.gid("CompanyAddress", number));
        if (shape == null || address == null) {
            return null;
        }
        return shape.put("zoneCode", Shapes.orNull(address.provinceCode()))
                .put("recipient", Shapes.orNull((address.firstName() + " " + address.lastName()).strip()))
                .put("companyName", address.company())
                .put("address1", address.address1())
                .put("formattedAddress", List.of(address.address1(), address.city()));
    }
}
