package dev.drayage.amazon.internal.orders;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Address;
import dev.drayage.model.Buyer;
import dev.drayage.model.FulfilledBy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Buyer and delivery address, as far as the settings ask for them and Amazon tells: a missing role just leaves fields out.
 * Of an order that Amazon ships nothing is kept that leads to a person. Stateless.
 */
final class People {
    private People() {}

    static Optional<Buyer> buyer(JsonValue order, OrderOptions options) {
        JsonValue buyer = order.at("buyer");
        if (!options.buyerData() || !buyer.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Buyer.builder()
                .name(Words.word(buyer, "buyerName"))
                .email(Words.word(buyer, "buyerEmail"))
                .company(Words.word(buyer, "buyerCompanyName"))
                .purchaseOrderNumber(Words.word(buyer, "buyerPurchaseOrderNumber"))
                .build());
    }

    /** The address; empty without a country, because nothing can be sent to or taxed at such a place. */
    static Optional<Address> shipTo(JsonValue order, FulfilledBy fulfilledBy, OrderOptions options) {
        JsonValue address = order.at("recipient").at("deliveryAddress");
        Optional<String> country = Words.word(address, "countryCode");
        if (!options.recipientData() || country.isEmpty()) {
            return Optional.empty();
        }
        Address.Builder place = Address.builder();
        place.countryCode(country.get().toUpperCase(Locale.ROOT))
                .city(Words.word(address, "city").or(() -> Words.word(address, "municipality")))
                .region(Words.word(address, "stateOrRegion").or(() -> Words.word(address, "districtOrCounty")));
        if (fulfilledBy == FulfilledBy.MERCHANT) {
            place.name(Words.word(address, "name"))
                    .company(Words.word(address, "companyName"))
                    .lines(lines(address))
                    .postalCode(Words.word(address, "postalCode"))
                    .phone(Words.word(address, "phone"));
        }
        return Optional.of(place.build());
    }

    private static List<String> lines(JsonValue address) {
        return Stream.of("addressLine1", "addressLine2", "addressLine3")
                .flatMap(name -> Words.word(address, name).stream())
                .toList();
    }
}
