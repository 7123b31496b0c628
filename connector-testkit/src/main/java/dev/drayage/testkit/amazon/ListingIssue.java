package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What Amazon finds wrong with a submission, or with a listing afterwards. Immutable.
 *
 * @param code Amazon's code
 * @param message what is wrong, in English
 * @param category Amazon's word for the kind of fault
 */
record ListingIssue(String code, String message, String category) {

    static ListingIssue missing(String message) {
        return new ListingIssue("90220", message, "MISSING_ATTRIBUTE");
    }

    static ListingIssue invalid(String message) {
        return new ListingIssue("4000001", message, "INVALID_ATTRIBUTE");
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("message", message)
                .put("severity", "ERROR");
        ArrayNode names = json.putArray("attributeNames");
        names.add(ListingPatch.ATTRIBUTE);
        json.putArray("categories").add(category);
        return json;
    }
}
