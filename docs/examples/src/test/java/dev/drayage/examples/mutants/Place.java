package dev.drayage.examples.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of a document.
 *
 * @param path from the root, list positions left out
 * @param parent what holds it; null for the document itself
 * @param name of the member that it is, or that holds the list it is in
 * @param index where in a list; -1 for a member
 * @param node the value
 */
record Place(String path, @Nullable JsonNode parent, String name, int index, JsonNode node) {
    /** Every value of a document, the document first. */
    static List<Place> all(JsonNode root) {
        List<Place> places = new ArrayList<>();
        collect(new Place("$", null, "", -1, root), places);
        return places;
    }

    private static void collect(Place place, List<Place> places) {
        places.add(place);
        JsonNode node = place.node();
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(
                            new Place(
                                    place.path() + "." + member.getKey(), node, member.getKey(), -1, member.getValue()),
                            places));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(new Place(place.path() + "[]", node, place.name(), i, node.get(i)), places);
            }
        }
    }

    /** Whether it says that another page follows. */
    boolean announcesPages() {
        return name.equals("hasNextPage") || name.equals("hasMore");
    }
}
