package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.AccountId;
import dev.drayage.threepl.internal.x12.Finding;
import dev.drayage.threepl.internal.x12.Leniency;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.ToldLines;
import dev.drayage.threepl.internal.x12.X12Error;
import dev.drayage.threepl.internal.x12.X12Fault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Pattern;

/** What the translation of one set needs to know, and how it reports what is wrong. */
record SetContext(
        SetHeader header, AccountId account, PartnerProfile profile, ToldLines toldLines, List<Finding> findings) {
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** A fault at an element; element 0 means the whole segment. */
    SetFaultException fault(Segment at, int position, int element, String dataElement, X12Error error, String message) {
        return new SetFaultException(
                new X12Fault(header.name(), at.spot(position).at(element, dataElement), error, message));
    }

    /** A fault of the set's content as a whole, noticed at a segment. */
    SetFaultException contradiction(Segment at, int position, String message) {
        return fault(at, position, 0, "", X12Error.SET_CONTENT, message);
    }

    /** Throws unless the profile bears it; then it is noted. */
    void unlessBorne(Leniency leniency, SetFaultException fault) throws SetFaultException {
        if (!profile.bears(leniency)) {
            throw fault;
        }
        findings.add(new Finding(leniency, fault.fault()));
    }

    /** A quantity: plain decimal, not negative. */
    BigDecimal quantity(Segment segment, int position, int element, String dataElement) throws SetFaultException {
        String text = segment.element(element);
        if (!QUANTITY.matcher(text).matches()) {
            throw fault(
                    segment,
                    position,
                    element,
                    dataElement,
                    text.isEmpty() ? X12Error.MISSING_ELEMENT : X12Error.INVALID_CHARACTER,
                    "\"" + text + "\" is no quantity");
        }
        return new BigDecimal(text);
    }

    /** Refuses a unit that does not mean one piece. */
    void unit(Segment segment, int position, int element) throws SetFaultException {
        String unit = segment.element(element);
        if (!profile.units().contains(unit)) {
            throw fault(
                    segment,
                    position,
                    element,
                    "355",
                    X12Error.INVALID_CODE,
                    "the unit \"" + unit + "\" is not one of "
                            + profile.units().stream().sorted().toList());
        }
    }

    /** A date of eight digits. */
    LocalDate date(Segment segment, int position, int element) throws SetFaultException {
        try {
            return LocalDate.parse(segment.element(element), DATE);
        } catch (DateTimeException e) {
            throw fault(segment, position, element, "373", X12Error.INVALID_DATE, "this is no date");
        }
    }

    /** A time of four, six or eight digits. */
    LocalTime time(Segment segment, int position, int element) throws SetFaultException {
        String text = segment.element(element);
        try {
            if (text.matches("[0-9]{4}([0-9]{2}){0,2}")) {
                return LocalTime.of(
                        Integer.parseInt(text.substring(0, 2)),
                        Integer.parseInt(text.substring(2, 4)),
                        text.length() > 4 ? Integer.parseInt(text.substring(4, 6)) : 0);
            }
        } catch (DateTimeException e) {
            // Falls through to the same fault as text that is no time at all.
        }
        throw fault(segment, position, element, "337", X12Error.INVALID_TIME, "this is no time");
    }
}
