package dev.drayage.testing.quota;

import java.util.random.RandomGenerator;

/**
 * One row of {@link PublishedPlans}: a plan, who takes part, and what is held.
 *
 * @param vendor NetSuite, Amazon, Shopify or ShipStation
 * @param operation the bucket in the vendor's words
 * @param plan what is published, in words
 * @param company who takes part
 * @param held what every build checks; {@link #AIM} or less
 * @param model runs it with a source of chance
 */
public record Scenario(String vendor, String operation, String plan, Company company, Held held, Model model) {
    /** What is aimed at: 98 % of what is offered, at most 0.2 % of the calls refused. */
    public static final Held AIM = new Held(0.98, 0.002);

    /**
     * A share that is used at least and one that is refused at most, from 0 to 1.
     *
     * @param used of what was offered
     * @param refused of the calls
     */
    public record Held(double used, double refused) {
        /** Whether figures keep to it. */
        public boolean by(Figures figures) {
            return figures.usedShare() >= used && figures.usedShare() <= 1 && figures.refusedShare() <= refused;
        }
    }

    /** The vendor and its traffic. */
    @FunctionalInterface
    public interface Model {
        /** Runs it from its start. */
        Figures run(RandomGenerator random);
    }

    @Override
    public String toString() {
        return vendor + " " + operation + ", " + company.words();
    }
}
