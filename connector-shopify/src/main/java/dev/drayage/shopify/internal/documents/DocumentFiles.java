package dev.drayage.shopify.internal.documents;

import dev.drayage.shopify.internal.graphql.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts documents together from whole files: the operation, then each fragment that it or another fragment names. Stateless. */
final class DocumentFiles {
    private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.([A-Z][A-Za-z]*)");

    private DocumentFiles() {}

    static Document read(String area, String name) {
        Map<String, String> files = new LinkedHashMap<>();
        add(area + "/" + name, files);
        Document document = Document.of(area, String.join("\n", files.values()));
        if (!document.name().equals(name)) {
            throw new IllegalStateException("file " + name + " holds the document " + document.name());
        }
        return document;
    }

    private static void add(String path, Map<String, String> files) {
        if (files.containsKey(path)) {
            return;
        }
        String text = text(path);
        files.put(path, text);
        Matcher spread = SPREAD.matcher(text);
        while (spread.find()) {
            add("fragments/" + spread.group(1), files);
        }
    }

    private static String text(String path) {
        try (InputStream in = DocumentFiles.class.getResourceAsStream(path + ".graphql")) {
            if (in == null) {
                throw new IllegalStateException("document file " + path + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
