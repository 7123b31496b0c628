package dev.drayage.quota;

import java.time.Duration;

/**
 * Our estimate of what the vendor would still grant from one bucket. It errs on the vendor's side: a refusal costs
 * more than a short wait. Times are nanoseconds of the time source. Confined to the lock of its bucket.
 */
interface Meter {

    /** One sent call as the meter remembers it. */
    final class Grant {
        final double cost;
        final long sentAt;
        final long lesson;

        /** A call of {@code cost} sent at {@code sentAt}, when {@code lesson} refusals had been learnt from. */
        Grant(double cost, long sentAt, long lesson) {
            this.cost = cost;
            this.sentAt = sentAt;
            this.lesson = lesson;
        }
    }

    /** Time until {@code cost} units can be had while {@code reserve} (a share from 0 to 1) of the bucket is left alone; zero for now. */
    Duration wait(double cost, double reserve, long now);

    /** Takes the units of a call that is sent now. */
    Grant take(double cost, long now);

    /** Gives back the units of a call that was not sent. */
    void giveBack(Grant grant, long now);

    /** Learns from an answer. */
    void learn(Grant grant, QuotaObservation seen, long now);

    /** Units offered since the meter was made. */
    double offered(long now);

    /** Units left. */
    double level(long now);

    /** Units that it holds when full. */
    double capacity();

    /** Units that come back each second. */
    double perSecond();

    /** Sets the units left, when another process spent too. */
    void setLevel(double units, long now);
}
