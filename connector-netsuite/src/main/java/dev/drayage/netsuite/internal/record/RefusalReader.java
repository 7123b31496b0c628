package dev.drayage.netsuite.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.error.UnavailableException;
import dev.drayage.http.ApiResponse;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code o:errorDetails} and takes out of the sentences what the request told of a buyer. Thread-safe. */
final class RefusalReader {
    private static final int LONGEST = 400;
    private static final Set<String> PERSONAL = Set.of(
            "shippingaddress",
            "billingaddress",
            "addressbook",
            "email",
            "phone",
            "companyname",
            "firstname",
            "lastname",
            "entityid",
            "description");

    private final Json json;

    RefusalReader(Json json) {
        this.json = json;
    }

    RecordRefusal read(ApiResponse answer, String operation, JsonNode sent) {
        Collection<String> hidden = personalTexts(sent);
        List<RecordRefusal.Detail> details = new ArrayList<>();
        try {
            for (JsonValue detail : json.read(answer.body(), operation).elements("o:errorDetails")) {
                details.add(new RecordRefusal.Detail(
                        detail.text("o:errorCode").orElse(""),
                        detail.text("o:errorPath").orElse(""),
                        redact(detail.text("detail").orElse(""), hidden)));
            }
        } catch (UnavailableException e) {
            details.clear();
        }
        if (details.isEmpty()) {
            details.add(new RecordRefusal.Detail("", "", "status " + answer.status() + " without details"));
        }
        return new RecordRefusal(answer.status(), details);
    }

    private static String redact(String text, Collection<String> hidden) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (String secret : hidden) {
            shown = shown.replace(secret, "***");
        }
        return shown;
    }

    private static List<String> personalTexts(JsonNode sent) {
        List<String> texts = new ArrayList<>();
        collect(sent, false, texts);
        texts.sort((a, b) -> Integer.compare(b.length(), a.length()));
        return texts;
    }

    private static void collect(JsonNode node, boolean personal, List<String> into) {
        if (node.isTextual() && personal && node.textValue().length() > 2) {
            into.add(node.textValue());
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, personal, into));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(property -> collect(
                            property.getValue(),
                            personal || isPersonal(property.getKey().toLowerCase(Locale.ROOT)),
                            into));
        }
    }

    private static boolean isPersonal(String name) {
        return PERSONAL.contains(name) || name.startsWith("custcol");
    }
}
