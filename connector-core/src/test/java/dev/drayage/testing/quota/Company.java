package dev.drayage.testing.quota;

/** Who else draws on a quota, and whether the plan is right. */
public enum Company {
    /** Nobody else, and the plan is the vendor's. */
    ALONE("alone"),
    /** Another client takes 40 % (two of NetSuite's five slots) for the middle third of the time, evenly. */
    OTHER_EVENLY("another client, evenly"),
    /** The same in clusters, by chance. */
    OTHER_BY_CHANCE("another client, by chance"),
    /** The plan says twice as much as there is; answers tell what they tell. */
    PLAN_TWICE("plan twice too high"),
    /** The same, and no answer tells the rate. */
    PLAN_TWICE_UNTOLD("the same, and answers tell nothing");

    private final String words;

    Company(String words) {
        this.words = words;
    }

    /** In words. */
    public String words() {
        return words;
    }
}
