package dev.drayage.threepl.internal.x12;

/** What can be wrong with a document, with the code by which an acknowledgement says it. */
public enum X12Error {
    /** The segment is not known. */
    UNKNOWN_SEGMENT(Level.SEGMENT, "1"),
    /** The segment is not expected here. */
    UNEXPECTED_SEGMENT(Level.SEGMENT, "2"),
    /** A mandatory segment is missing. */
    MISSING_SEGMENT(Level.SEGMENT, "3"),
    /** A loop occurs too often. */
    LOOP_TOO_OFTEN(Level.SEGMENT, "4"),
    /** A segment occurs too often. */
    SEGMENT_TOO_OFTEN(Level.SEGMENT, "5"),
    /** The segment does not belong to this set. */
    SEGMENT_NOT_IN_SET(Level.SEGMENT, "6"),
    /** The segment is out of order. */
    SEGMENT_OUT_OF_ORDER(Level.SEGMENT, "7"),
    /** A mandatory element is missing. */
    MISSING_ELEMENT(Level.ELEMENT, "1"),
    /** An element that another one demands is missing. */
    MISSING_CONDITIONAL_ELEMENT(Level.ELEMENT, "2"),
    /** The segment has too many elements. */
    TOO_MANY_ELEMENTS(Level.ELEMENT, "3"),
    /** An element is too short. */
    ELEMENT_TOO_SHORT(Level.ELEMENT, "4"),
    /** An element is too long. */
    ELEMENT_TOO_LONG(Level.ELEMENT, "5"),
    /** An element holds a character that it must not. */
    INVALID_CHARACTER(Level.ELEMENT, "6"),
    /** An element holds a code or value that is not taken. */
    INVALID_CODE(Level.ELEMENT, "7"),
    /** An element is no date. */
    INVALID_DATE(Level.ELEMENT, "8"),
    /** An element is no time. */
    INVALID_TIME(Level.ELEMENT, "9"),
    /** Two elements exclude each other. */
    EXCLUSION(Level.ELEMENT, "10"),
    /** The set is not taken. */
    SET_NOT_SUPPORTED(Level.SET, "1"),
    /** The set has no end. */
    SET_TRAILER_MISSING(Level.SET, "2"),
    /** The set's end names another control number. */
    SET_CONTROL_NUMBER(Level.SET, "3"),
    /** The set's end counts other segments. */
    SET_COUNT(Level.SET, "4"),
    /** The set's content contradicts itself or is too large. */
    SET_CONTENT(Level.SET, "5"),
    /** The group's kind is not taken. */
    GROUP_NOT_SUPPORTED(Level.GROUP, "1"),
    /** The group's version is not taken. */
    GROUP_VERSION(Level.GROUP, "2"),
    /** The group has no end. */
    GROUP_TRAILER_MISSING(Level.GROUP, "3"),
    /** The group's end names another control number. */
    GROUP_CONTROL_NUMBER(Level.GROUP, "4"),
    /** The group's end counts other sets. */
    GROUP_COUNT(Level.GROUP, "5"),
    /** The interchange is wrong; no functional acknowledgement can say how. */
    INTERCHANGE(Level.FILE, "");

    /** Which part of an acknowledgement names the error. */
    public enum Level {
        /** AK3. */
        SEGMENT,
        /** AK4, below an AK3 with code 8. */
        ELEMENT,
        /** AK5. */
        SET,
        /** AK9. */
        GROUP,
        /** None. */
        FILE
    }

    private final Level level;
    private final String code;

    X12Error(Level level, String code) {
        this.level = level;
        this.code = code;
    }

    /** Which part of an acknowledgement names the error. */
    public Level level() {
        return level;
    }

    /** The code there. */
    public String code() {
        return code;
    }
}
