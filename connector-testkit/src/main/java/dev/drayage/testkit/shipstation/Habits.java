package dev.drayage.testkit.shipstation;

/**
 * How orders are shipped when nobody gives a command. Shares are probabilities from 0 to 1, drawn from the seed; an
 * order is split, or its label bought again, at most once. Immutable.
 */
public final class Habits {
    private final Builder settings;

    private Habits(Builder settings) {
        this.settings = settings;
    }

    /** Ships all at once in the round after the order came, with one label for one carton. */
    public static Habits plain() {
        return builder().build();
    }

    /** Does everything that people at ShipStation do, each of it often. */
    public static Habits everything(long seed) {
        return builder()
                .seed(seed)
                .lateRounds(3)
                .splitShare(0.25)
                .cartons(3)
                .fulfillmentShare(0.25)
                .voidShare(0.2)
                .build();
    }

    /** Starts from {@link #plain()}. */
    public static Builder builder() {
        return new Builder();
    }

    long seed() {
        return settings.seed;
    }

    int lateRounds() {
        return settings.lateRounds;
    }

    double splitShare() {
        return settings.splitShare;
    }

    int cartons() {
        return settings.cartons;
    }

    double fulfillmentShare() {
        return settings.fulfillmentShare;
    }

    double voidShare() {
        return settings.voidShare;
    }

    /** Collects the habits. Not thread-safe. */
    public static final class Builder {
        private long seed;
        private int lateRounds;
        private double splitShare;
        private int cartons = 1;
        private double fulfillmentShare;
        private double voidShare;

        private Builder() {}

        private Builder(Builder other) {
            seed = other.seed;
            lateRounds = other.lateRounds;
            splitShare = other.splitShare;
            cartons = other.cartons;
            fulfillmentShare = other.fulfillmentShare;
            voidShare = other.voidShare;
        }

        /** What chance starts from. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Orders wait up to so many rounds more than they must. */
        public Builder lateRounds(int most) {
            lateRounds = most;
            return this;
        }

        /** Orders that are split, so that they leave in two shipments. */
        public Builder splitShare(double share) {
            splitShare = share;
            return this;
        }

        /** Shipments are packed into up to so many cartons. */
        public Builder cartons(int most) {
            cartons = most;
            return this;
        }

        /** Shipments that are marked as shipped instead of labelled. */
        public Builder fulfillmentShare(double share) {
            fulfillmentShare = share;
            return this;
        }

        /** Labels that are voided one round later; another one is bought soon after. */
        public Builder voidShare(double share) {
            voidShare = share;
            return this;
        }

        /** The habits. */
        public Habits build() {
            return new Habits(new Builder(this));
        }
    }
}
