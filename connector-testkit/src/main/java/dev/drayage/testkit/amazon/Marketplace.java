package dev.drayage.testkit.amazon;

import java.util.Arrays;
import java.util.Optional;

/** The stores that the simulator knows by name, with Amazon's ids. */
public enum Marketplace {
    US("ATVPDKIKX0DER", "Amazon.com", "US", "USD", "en_US", "www.amazon.com"),
    CA("A2EUQ1WTGCTBG2", "Amazon.ca", "CA", "CAD", "en_CA", "www.amazon.ca"),
    MX("A1AM78C64UM0Y8", "Amazon.com.mx", "MX", "MXN", "es_MX", "www.amazon.com.mx"),
    GB("A1F83G8C2ARO7P", "Amazon.co.uk", "GB", "GBP", "en_GB", "www.amazon.co.uk"),
    DE("A1PA6795UKMFR9", "Amazon.de", "DE", "EUR", "de_DE", "www.amazon.de"),
    FR("A13V1IB3VIYZZH", "Amazon.fr", "FR", "EUR", "fr_FR", "www.amazon.fr"),
    JP("A1VC38T7YXB528", "Amazon.co.jp", "JP", "JPY", "ja_JP", "www.amazon.co.jp"),
    AU("A39IBJ37TRP1C6", "Amazon.com.au", "AU", "AUD", "en_AU", "www.amazon.com.au");

    private final String id;
    private final String displayName;
    private final String country;
    private final String currency;
    private final String language;
    private final String domain;

    Marketplace(String id, String displayName, String country, String currency, String language, String domain) {
        this.id = id;
        this.displayName = displayName;
        this.country = country;
        this.currency = currency;
        this.language = language;
        this.domain = domain;
    }

    static Optional<Marketplace> find(String id) {
        return Arrays.stream(values()).filter(store -> store.id.equals(id)).findFirst();
    }

    /** Amazon's marketplace id. */
    public String id() {
        return id;
    }

    /** Name as answered, such as {@code Amazon.com}. */
    public String displayName() {
        return displayName;
    }

    /** ISO 3166-1 code of the country. */
    public String country() {
        return country;
    }

    /** ISO 4217 code of the store's currency. */
    public String currency() {
        return currency;
    }

    /** Default language of the store. */
    public String language() {
        return language;
    }

    /** Host name of the store. */
    public String domain() {
        return domain;
    }
}
