package dev.drayage.testkit.warehouse;

import java.util.Locale;

/** X12 004010 with this partner's ways of filling it in. Immutable. */
public final class X12Dialect implements Dialect {

    /** Where a shipping advice says the carrier's number. */
    public enum Tracking {
        /** With the carton: MAN, qualifier CP. */
        CARTON_CP("CP"),
        /** With the carton: MAN, qualifier CN. */
        CARTON_CN("CN"),
        /** In an N9 with qualifier 2I after LX. */
        LX_REFERENCE(""),
        /** In N9 with qualifier 2I in the header. */
        HEADER_REFERENCE("");

        private final String qualifier;

        Tracking(String qualifier) {
            this.qualifier = qualifier;
        }

        String qualifier() {
            return qualifier;
        }
    }

    /** Which lines a shipping advice lists. */
    public enum Reporting {
        /** All of the shipment: W06-01 is F. */
        FULL,
        /** Only those that differ from the order: W06-01 is X, or N if there are none. */
        EXCEPTIONS
    }

    /** How words are written. */
    public enum Letters {
        /** As the depositor wrote them. */
        AS_THEY_ARE,
        /** In capitals. */
        UPPER,
        /** In small letters; codes and numbers stay as they are. */
        LOWER;

        String write(String words) {
            return switch (this) {
                case AS_THEY_ARE -> words;
                case UPPER -> words.toUpperCase(Locale.ROOT);
                case LOWER -> words.toLowerCase(Locale.ROOT);
            };
        }
    }

    /** How documents of one round are put into files. */
    public enum Bundling {
        /** Each document in an interchange of its own. */
        OWN_INTERCHANGE,
        /** One interchange with a group for each document. */
        OWN_GROUP,
        /** One interchange with one group. */
        ONE_GROUP
    }

    private final Builder settings;

    private X12Dialect(Builder settings) {
        this.settings = settings;
    }

    /** The usual ways: tracking with the carton, SSCCs, line numbers, 997 for all that comes. */
    public static X12Dialect usual() {
        return builder().build();
    }

    /** Starts from the usual ways. */
    public static Builder builder() {
        return new Builder();
    }

    Delimiters delimiters() {
        return settings.delimiters;
    }

    Tracking tracking() {
        return settings.tracking;
    }

    boolean ssccs() {
        return settings.ssccs;
    }

    boolean lineNumbers() {
        return settings.lineNumbers;
    }

    boolean upcs() {
        return settings.upcs;
    }

    Reporting reporting() {
        return settings.reporting;
    }

    Letters letters() {
        return settings.letters;
    }

    Bundling bundling() {
        return settings.bundling;
    }

    boolean acknowledges() {
        return settings.acknowledges;
    }

    boolean shippedMinusOrdered() {
        return settings.shippedMinusOrdered;
    }

    boolean omitsZeros() {
        return settings.omitsZeros;
    }

    String cancelledCode() {
        return settings.cancelledCode;
    }

    String backorderedCode() {
        return settings.backorderedCode;
    }

    /** Collects the ways of a partner. Not thread-safe. */
    public static final class Builder {
        private Delimiters delimiters = Delimiters.usual();
        private Tracking tracking = Tracking.CARTON_CP;
        private boolean ssccs = true;
        private boolean lineNumbers = true;
        private boolean upcs;
        private Reporting reporting = Reporting.FULL;
        private Letters letters = Letters.AS_THEY_ARE;
        private Bundling bundling = Bundling.OWN_INTERCHANGE;
        private boolean acknowledges = true;
        private boolean shippedMinusOrdered;
        private boolean omitsZeros;
        private String cancelledCode = "CU";
        private String backorderedCode = "BP";

        private Builder() {}

        private Builder(Builder other) {
            delimiters = other.delimiters;
            tracking = other.tracking;
            ssccs = other.ssccs;
            lineNumbers = other.lineNumbers;
            upcs = other.upcs;
            reporting = other.reporting;
            letters = other.letters;
            bundling = other.bundling;
            acknowledges = other.acknowledges;
            shippedMinusOrdered = other.shippedMinusOrdered;
            omitsZeros = other.omitsZeros;
            cancelledCode = other.cancelledCode;
            backorderedCode = other.backorderedCode;
        }

        /** The delimiters and line ends of what the warehouse writes. */
        public Builder delimiters(Delimiters characters) {
            delimiters = characters;
            return this;
        }

        /** Where the carrier's number stands. */
        public Builder tracking(Tracking place) {
            tracking = place;
            return this;
        }

        /** Whether cartons bear an SSCC-18 (MAN GM). */
        public Builder ssccs(boolean bear) {
            ssccs = bear;
            return this;
        }

        /** Whether lines carry the depositor's line number (N9*LI); without, there is only the article. */
        public Builder lineNumbers(boolean carried) {
            lineNumbers = carried;
            return this;
        }

        /** Whether lines carry the UPC next to the SKU, where the article has one. */
        public Builder upcs(boolean carried) {
            upcs = carried;
            return this;
        }

        /** Which lines are listed. */
        public Builder reporting(Reporting which) {
            reporting = which;
            return this;
        }

        /** How words are written. */
        public Builder letters(Letters how) {
            letters = how;
            return this;
        }

        /** How documents of one round share files. */
        public Builder bundling(Bundling how) {
            bundling = how;
            return this;
        }

        /** Whether the warehouse answers with 997. */
        public Builder acknowledges(boolean answers) {
            acknowledges = answers;
            return this;
        }

        /** Whether W12-04 is shipped minus ordered, the wrong way round. */
        public Builder shippedMinusOrdered(boolean wrongWayRound) {
            shippedMinusOrdered = wrongWayRound;
            return this;
        }

        /** Whether a snapshot leaves out articles of which there is none. */
        public Builder omitsZeros(boolean leavesOut) {
            omitsZeros = leavesOut;
            return this;
        }

        /** The line status of a line that is wholly cancelled: CU, IC or DS. */
        public Builder cancelledCode(String code) {
            cancelledCode = code;
            return this;
        }

        /** The line status of a line whose rest comes later: BP or SS. */
        public Builder backorderedCode(String code) {
            backorderedCode = code;
            return this;
        }

        /** The dialect. */
        public X12Dialect build() {
            return new X12Dialect(new Builder(this));
        }
    }
}
