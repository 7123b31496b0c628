package dev.drayage.examples.mutants;

/** What was done to an answer, by what it means for whoever reads it. */
enum Harm {
    /** The same value, written otherwise. */
    SAME_VALUE,
    /** Another value that the vendor could have meant. */
    OTHER_VALUE,
    /** No value that the vendor documents there. */
    DAMAGE,
    /** An element of a list stands twice. */
    DOUBLED,
    /** Elements of a list are missing. */
    LEFT_OUT,
    /** Elements of a list stand in another order. */
    REORDERED,
    /** Another page is announced, and answers as this one. */
    LOOP,
    /** Not what a server answers, or no document at all. */
    WIRE
}
