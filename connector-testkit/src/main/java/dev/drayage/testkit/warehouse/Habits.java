package dev.drayage.testkit.warehouse;

/**
 * How well a warehouse ships. Shares are probabilities from 0 to 1, drawn from the seed; trouble meets an order at most
 * once, then it is shipped like any other. Immutable.
 */
public final class Habits {
    private final Builder settings;

    private Habits(Builder settings) {
        this.settings = settings;
    }

    /** Ships all at once in the round after the order came, in one carton. */
    public static Habits plain() {
        return builder().build();
    }

    /** Does everything that warehouses do, each of it often. */
    public static Habits everything(long seed) {
        return builder()
                .seed(seed)
                .lateRounds(3)
                .partialShare(0.2)
                .cancellingShare(0.4)
                .splitShare(0.2)
                .nothingShare(0.1)
                .cartons(3)
                .dividedLineShare(0.2)
                .sameBytesAgainShare(0.1)
                .newInterchangeAgainShare(0.1)
                .heldBackShare(0.2)
                .shuffles(true)
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

    double partialShare() {
        return settings.partialShare;
    }

    double cancellingShare() {
        return settings.cancellingShare;
    }

    double splitShare() {
        return settings.splitShare;
    }

    double nothingShare() {
        return settings.nothingShare;
    }

    int cartons() {
        return settings.cartons;
    }

    double dividedLineShare() {
        return settings.dividedLineShare;
    }

    double sameBytesAgainShare() {
        return settings.sameBytesAgainShare;
    }

    double newInterchangeAgainShare() {
        return settings.newInterchangeAgainShare;
    }

    double heldBackShare() {
        return settings.heldBackShare;
    }

    boolean shuffles() {
        return settings.shuffles;
    }

    boolean answersCancels() {
        return settings.answersCancels;
    }

    Remainder shortage() {
        return settings.shortage;
    }

    int snapshotEvery() {
        return settings.snapshotEvery;
    }

    /** Collects the habits. Not thread-safe. */
    public static final class Builder {
        private long seed;
        private int lateRounds;
        private double partialShare;
        private double cancellingShare;
        private double splitShare;
        private double nothingShare;
        private int cartons = 1;
        private double dividedLineShare;
        private double sameBytesAgainShare;
        private double newInterchangeAgainShare;
        private double heldBackShare;
        private boolean shuffles;
        private boolean answersCancels = true;
        private Remainder shortage = Remainder.BACKORDERED;
        private int snapshotEvery;

        private Builder() {}

        private Builder(Builder other) {
            seed = other.seed;
            lateRounds = other.lateRounds;
            partialShare = other.partialShare;
            cancellingShare = other.cancellingShare;
            splitShare = other.splitShare;
            nothingShare = other.nothingShare;
            cartons = other.cartons;
            dividedLineShare = other.dividedLineShare;
            sameBytesAgainShare = other.sameBytesAgainShare;
            newInterchangeAgainShare = other.newInterchangeAgainShare;
            heldBackShare = other.heldBackShare;
            shuffles = other.shuffles;
            answersCancels = other.answersCancels;
            shortage = other.shortage;
            snapshotEvery = other.snapshotEvery;
        }

        /** What chance starts from, together with the simulator's own seed. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Orders wait up to so many rounds more than they must. */
        public Builder lateRounds(int most) {
            lateRounds = most;
            return this;
        }

        /** Orders of which one line is first shipped short. */
        public Builder partialShare(double share) {
            partialShare = share;
            return this;
        }

        /** Of those shipped short or not at all, the ones whose rest is cancelled instead of shipped later. */
        public Builder cancellingShare(double share) {
            cancellingShare = share;
            return this;
        }

        /** Orders that leave in two shipments. */
        public Builder splitShare(double share) {
            splitShare = share;
            return this;
        }

        /** Orders for which a document with no pieces comes first. */
        public Builder nothingShare(double share) {
            nothingShare = share;
            return this;
        }

        /** Shipments are packed into up to so many cartons. */
        public Builder cartons(int most) {
            cartons = most;
            return this;
        }

        /** Shipments with one line in two cartons. */
        public Builder dividedLineShare(double share) {
            dividedLineShare = share;
            return this;
        }

        /** Files that are put out again, byte for byte, under another name one round later. */
        public Builder sameBytesAgainShare(double share) {
            sameBytesAgainShare = share;
            return this;
        }

        /** Shipments that are told again in a new interchange one round later. */
        public Builder newInterchangeAgainShare(double share) {
            newInterchangeAgainShare = share;
            return this;
        }

        /** Shipments whose document waits a round, so that later shipments are told before. */
        public Builder heldBackShare(double share) {
            heldBackShare = share;
            return this;
        }

        /** Whether files are read, and documents written, in any order. */
        public Builder shuffles(boolean anyOrder) {
            shuffles = anyOrder;
            return this;
        }

        /** Whether an obeyed cancellation is answered by a document with no pieces. */
        public Builder answersCancels(boolean answers) {
            answersCancels = answers;
            return this;
        }

        /**
         * What becomes of pieces that the shelves do not hold. Cancelled ones are told at once; back-ordered ones are
         * told with the pieces that could be shipped, and wait silently if there were none.
         */
        public Builder shortage(Remainder fate) {
            shortage = fate;
            return this;
        }

        /** A snapshot at the end of every so many rounds; 0 for none. */
        public Builder snapshotEvery(int rounds) {
            snapshotEvery = rounds;
            return this;
        }

        /** The habits. */
        public Habits build() {
            return new Habits(new Builder(this));
        }
    }
}
