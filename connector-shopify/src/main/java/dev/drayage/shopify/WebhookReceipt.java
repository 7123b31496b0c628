package dev.drayage.shopify;

import java.util.function.Function;

/** What became of a delivery. */
public sealed interface WebhookReceipt {

    /** The status to answer with, within five seconds. */
    int status();

    /** The one function that fits. */
    <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused);

    /**
     * Signed by Shopify; to be answered with 200, also if the topic is of no interest.
     *
     * @param webhook what it says
     */
    record Accepted(Webhook webhook) implements WebhookReceipt {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused) {
            return accepted.apply(this);
        }
    }

    /**
     * Not taken: nothing of it may be used.
     *
     * @param status the status to answer with
     * @param reason why, for a log; repeats nothing of the delivery
     */
    record Refused(int status, String reason) implements WebhookReceipt {
        @Override
        public <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }
}
