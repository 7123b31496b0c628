package dev.drayage.netsuite.internal.options;

import dev.drayage.model.AccountId;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import java.util.Map;
import java.util.Optional;

/** What each channel's sales are booked against. Keys are accounts such as {@code amazon:A1EX-na}. Immutable. */
public final class ChannelBook {
    private final Map<String, String> customers;
    private final Map<String, String> locations;
    private final Map<String, String> fbaLocations;
    private final Map<String, String> departments;
    private final Map<String, String> classes;

    private ChannelBook(Settings settings) {
        customers = read(settings, NetSuiteSchema.CUSTOMERS);
        locations = read(settings, NetSuiteSchema.LOCATIONS);
        fbaLocations = read(settings, NetSuiteSchema.FBA_LOCATIONS);
        departments = read(settings, NetSuiteSchema.DEPARTMENTS);
        classes = read(settings, NetSuiteSchema.CLASSES);
    }

    /** The book that the settings give. */
    public static ChannelBook of(Settings settings) {
        return new ChannelBook(settings);
    }

    /** The fixed customer. */
    public Optional<String> customer(AccountId channel) {
        return Optional.ofNullable(customers.get(channel.toString()));
    }

    /** Every fixed customer by channel. */
    public Map<String, String> customers() {
        return customers;
    }

    /** The location of orders that the merchant ships. */
    public Optional<String> location(AccountId channel) {
        return Optional.ofNullable(locations.get(channel.toString()));
    }

    /** The location of sales that the channel shipped. */
    public Optional<String> fbaLocation(AccountId channel) {
        return Optional.ofNullable(fbaLocations.get(channel.toString()));
    }

    /** The department. */
    public Optional<String> department(AccountId channel) {
        return Optional.ofNullable(departments.get(channel.toString()));
    }

    /** The class. */
    public Optional<String> classification(AccountId channel) {
        return Optional.ofNullable(classes.get(channel.toString()));
    }

    private static Map<String, String> read(Settings settings, Setting<Map<String, String>> of) {
        return Map.copyOf(settings.get(of));
    }
}
