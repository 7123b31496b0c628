package dev.drayage.testkit.amazon;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/** Buyers and addresses that are obviously made up. Not thread-safe. */
final class InventedPeople {
    private static final List<String> FIRST =
            List.of("Ada", "Ben", "Cleo", "Dora", "Egon", "Flora", "Gus", "Hilda", "Ivo", "Juno", "Kit", "Lotte");
    private static final List<String> LAST = List.of(
            "Example", "Sample", "Placeholder", "Madeup", "Testwood", "Fictional", "O'Pretend", "Invented-Smith");
    private static final List<String> STREETS =
            List.of("Sample Street", "Placeholder Avenue", "Fiction Road", "Invented Lane", "Test Court");
    private static final List<String> COMPANIES =
            List.of("Example Widgets LLC", "Sample & Sons Inc.", "Placeholder Supply Co.");
    private static final List<String> MESSAGES = List.of(
            "Happy birthday!",
            "With love from all of us",
            "Congratulations, enjoy it!",
            "Get well soon \u2013 Grandma");
    private static final List<Place> PLACES = List.of(
            new Place("Exampleville", "CA", "90000", "0.0725"),
            new Place("Sampleton", "TX", "75000", "0.0625"),
            new Place("Testburg", "NY", "10000", "0.08875"),
            new Place("Fictional Falls", "WA", "98000", "0.065"),
            new Place("Port Placeholder", "FL", "33000", "0.06"),
            new Place("Madeup City", "IL", "60000", "0.0625"),
            new Place("Pretend Springs", "OR", "97000", "0"));

    private final SplittableRandom random;
    private int count;

    InventedPeople(SplittableRandom random) {
        this.random = random;
    }

    record Person(SimulatedBuyer buyer, SimulatedAddress address, String company, BigDecimal taxRate) {}

    private record Place(String city, String state, String postalCode, BigDecimal taxRate) {
        Place(String city, String state, String postalCode, String taxRate) {
            this(city, state, postalCode, new BigDecimal(taxRate));
        }
    }

    Person next() {
        String name = pick(FIRST) + " " + pick(LAST);
        Place place = pick(PLACES);
        SimulatedAddress address = SimulatedAddress.of(
                name,
                random.nextInt(1, 999) + " " + pick(STREETS),
                place.city(),
                place.state(),
                place.postalCode(),
                "US");
        if (random.nextInt(4) == 0) {
            address = address.withLines("Apt " + random.nextInt(1, 60), "");
        }
        return new Person(
                SimulatedBuyer.of(name, "buyer-" + count++ + "@marketplace.example.com"),
                address.withPhone("+1 555-01" + random.nextInt(10, 100)),
                pick(COMPANIES),
                place.taxRate());
    }

    String giftMessage() {
        return pick(MESSAGES);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
