package dev.drayage.examples.mutants;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The places of answers that nothing else in the answer contradicts, each with its reason; everything that is not named here must
 * be reported. A number with a single source must be told exactly as it stands.
 */
final class SingleSource {
    private record Place(Pattern path, String reason) {}

    private SingleSource() {}

    private static Place place(String path, String reason) {
        return new Place(Pattern.compile(path), reason);
    }

    /** Numbers that are stated once. */
    private static final List<Place> NUMBERS = List.of(
            place("netsuite \\$\\.items\\[]\\.(on_hand|available)", "a column of stock is one number"),
            place(
                    "netsuite \\$\\.items\\[]\\.(price|quantity)",
                    "a price, its break, units of a line: one number each"),
            place("netsuite \\$\\.items\\[]\\.(shipped|picked)", "units of a line that left: one number"),
            place("netsuite \\$\\.items\\[]\\.(amount|total)", "what was paid is told without its parts"),
            place("shopify .*\\.taxLines\\[]\\.rate", "a rate stands beside its amount, from which it cannot be told"),
            place(
                    "shopify .*\\.transactions(\\.nodes)?\\[]\\.amountSet\\.shopMoney\\.amount",
                    "what was paid so far need not be what the order comes to"),
            place("shopify .*\\.(available|quantities\\[]\\.quantity)", "stock at the shop is one number"));

    /** Numbers that are stated once and told in a sum, in another unit, or bounded by another number. */
    private static final List<Place> TERMS = List.of(
            place(
                    "shopify .*\\.refund(LineItems|ShippingLines)\\.nodes\\[]\\.(quantity|(subtotal|subtotalAmount|tax"
                            + "Amount|totalTax)Set\\.(shop|presentment)Money\\.amount)",
                    "less money may go back than the goods were worth, and a refund tells no total of its own"),
            place(
                    "shopify .*\\.fulfillmentLineItems\\.nodes\\[]\\.quantity",
                    "units that left, bounded by those of the line, decide what of a reduced order was sold"),
            place(
                    "amazon .*\\.(quantityOrdered|quantity(Unf|F)ulfilled)",
                    "units that are neither shipped nor to be shipped were cancelled"),
            place("netsuite \\$\\.package[a-zA-Z]*\\.items\\[]\\.packageWeight[a-zA-Z]*", "told in kilograms"));

    /** Parts of a sum that stands beside them: where they do not come to it, the sum is told undivided. */
    private static final List<Place> PARTS = List.of(
            place("amazon .*\\.proceeds\\.breakdowns\\[]\\.detailedBreakdowns.*", "each breakdown tells its subtotal"));

    /** Lists in which members are called by their place. */
    private static final List<Place> PLACES =
            List.of(place("netsuite \\$\\.package[a-zA-Z]*\\.items", "a parcel has no other name"));

    /** Lists whose members nobody counts. */
    private static final List<Place> LISTS = List.of(
            place("shopify .*\\.refund\\.transactions\\.nodes", "a connection tells no count"),
            place("shopify .*\\.fulfillmentLineItems\\.nodes", "a connection tells no count"),
            place(
                    "shopify .*\\.transactions\\[]\\.gateway",
                    "may be null; the method by which the ERP's payments are known"),
            place("amazon .*\\.tax\\.taxCollections", "the seller remits unless Amazon says that it does"));

    /** Members that the vendor may leave out, or leave empty, with a documented meaning. */
    private static final List<Place> OPTIONAL = List.of(
            place(
                    "netsuite \\$\\.items\\[]\\.(on_hand|available)",
                    "null columns are left out; stock that is left out is not told"),
            place("netsuite \\$\\.items\\[]\\.price", "a row without a price is no price"),
            place(
                    "netsuite \\$\\.package[a-zA-Z]*\\.items\\[]\\.packageWeight[a-zA-Z]*",
                    "nobody has to weigh a parcel"),
            place("shopify .*\\.taxLines\\[]\\.rate", "a tax that was entered as an amount has none"),
            place("amazon \\$\\.order\\.packages", "an order of which nothing left has none"),
            place(
                    "shopify .*\\.transactions\\[]\\.gateway",
                    "may be null; the method by which the ERP's payments are known"),
            place(
                    "amazon .*\\.tax(\\.taxCollections(\\[](\\.model)?)?)?",
                    "optional: the seller remits unless Amazon says it does"));

    /** Numbers that the vendor leaves out where they are zero. */
    private static final List<Place> ZEROES =
            List.of(place("netsuite \\$\\.items\\[]\\.(shipped|picked)", "null where nothing was picked or shipped"));

    static boolean isZero(String kind, String path) {
        return matches(ZEROES, kind, path);
    }

    static boolean isPart(String kind, String path) {
        return matches(PARTS, kind, path);
    }

    static boolean isPlace(String kind, String path) {
        return matches(PLACES, kind, path);
    }

    static boolean isNumber(String kind, String path) {
        return matches(NUMBERS, kind, path);
    }

    static boolean isTerm(String kind, String path) {
        return matches(TERMS, kind, path);
    }

    static boolean isList(String kind, String path) {
        return matches(LISTS, kind, path);
    }

    static boolean isOptional(String kind, String path) {
        return matches(OPTIONAL, kind, path);
    }

    private static boolean matches(List<Place> places, String kind, String path) {
        String full = kind + " " + path;
        return places.stream().anyMatch(place -> place.path().matcher(full).matches());
    }
}
