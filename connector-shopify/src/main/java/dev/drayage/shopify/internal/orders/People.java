package dev.drayage.shopify.internal.orders;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.Buyer;
import dev.drayage.model.BuyingCompany;
import dev.drayage.model.RecordRef;
import dev.drayage.shopify.internal.api.Gid;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who buys and where it goes. Stateless. */
final class People {
    private People() {}

    static Optional<Buyer> buyer(JsonValue order) {
        JsonValue customer = order.at("customer");
        JsonValue billing = order.at("billingAddress");
        Optional<String> name = name(customer).or(() -> name(billing));
        Optional<String> email = order.text("email").or(() -> customer.text("email"));
        Optional<String> company = order.at("purchasingEntity").at("company").text("name");
        Optional<String> number = order.text("poNumber").filter(text -> !text.isBlank());
        if (name.isEmpty() && email.isEmpty() && company.isEmpty() && number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Buyer.builder()
                .name(name)
                .email(email)
                .phone(order.text("phone").or(() -> customer.text("phone")))
                .company(company)
                .purchaseOrderNumber(number)
                .build());
    }

    private static Optional<String> name(JsonValue person) {
        String name = Stream.of(person.text("firstName"), person.text("lastName"))
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    static Optional<Address> address(JsonValue address) {
        Optional<String> country = address.text("countryCodeV2");
        if (country.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Address.builder()
                .name(name(address))
                .company(address.text("company").filter(text -> !text.isBlank()))
                .lines(Stream.of(address.text("address1"), address.text("address2"))
                        .flatMap(Optional::stream)
                        .filter(line -> !line.isBlank())
                        .toList())
                .city(address.text("city"))
                .region(address.text("provinceCode"))
                .postalCode(address.text("zip"))
                .countryCode(country.get())
                .phone(address.text("phone"))
                .build());
    }

    static Optional<BuyingCompany> company(JsonValue order, AccountId account) {
        JsonValue buyer = order.at("purchasingEntity");
        return ref(buyer.at("company"), account)
                .map(company -> new BuyingCompany(
                        company, ref(buyer.at("location"), account), ref(buyer.at("contact"), account)));
    }

    /** Companies, their places and people are records of three types. */
    private static Optional<RecordRef> ref(JsonValue record, AccountId account) {
        return record.text("id").flatMap(Gid::parse).map(gid -> {
            String type = gid.type().substring(0, 1).toLowerCase(Locale.ROOT)
                    + gid.type().substring(1);
            return new RecordRef(account, type, gid.key());
        });
    }
}
