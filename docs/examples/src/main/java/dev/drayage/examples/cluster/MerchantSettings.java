package dev.drayage.examples.cluster;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What a process knows of one merchant: a file of flat settings, {@code amazon.} and {@code netsuite.} in front of each. Immutable.
 *
 * @param name the tenant of the store
 * @param amazon settings of Seller Central
 * @param netsuite settings of NetSuite
 */
record MerchantSettings(String name, Map<String, String> amazon, Map<String, String> netsuite) {
    private static final String SUFFIX = ".properties";

    MerchantSettings {
        amazon = Map.copyOf(amazon);
        netsuite = Map.copyOf(netsuite);
    }

    /** Every merchant of a folder. */
    static List<MerchantSettings> readAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(MerchantSettings::read)
                    .toList();
        }
    }

    private static MerchantSettings read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException("the settings in " + file + " cannot be read", e);
        }
        String name = String.valueOf(file.getFileName());
        return new MerchantSettings(
                name.substring(0, name.length() - SUFFIX.length()),
                under("amazon.", properties),
                under("netsuite.", properties));
    }

    private static Map<String, String> under(String prefix, Properties properties) {
        Map<String, String> found = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), properties.getProperty(key));
            }
        }
        return found;
    }

    void write(Path folder) throws IOException {
        Properties properties = new Properties();
        amazon.forEach((key, value) -> properties.setProperty("amazon." + key, value));
        netsuite.forEach((key, value) -> properties.setProperty("netsuite." + key, value));
        try (Writer writer = Files.newBufferedWriter(folder.resolve(name + SUFFIX))) {
            properties.store(writer, null);
        }
    }
}
