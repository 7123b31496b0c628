package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.ReadLimits;
import dev.drayage.threepl.internal.x12.X12Error;
import dev.drayage.threepl.internal.x12.X12Fault;
import dev.drayage.threepl.internal.x12.X12Fault.SetName;
import dev.drayage.threepl.internal.x12.X12Fault.Spot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A first, strict look at the text: segments as raw pieces, without any knowledge of sets. It exists beside the parser
 * because the parser forgives what must not be forgiven, such as empty segments and line breaks within one. Not thread-safe.
 */
final class RawText {
    /** How the text went on. */
    enum Kind {
        /** A segment. */
        SEGMENT,
        /** The end, between interchanges. */
        END,
        /** The end, within an interchange, header or segment. */
        CUT
    }

    /**
     * A piece of text.
     *
     * @param parts the segment's id and elements
     * @param flaw what is wrong with the text itself; empty if nothing is
     */
    record Raw(Kind kind, List<String> parts, int line, long offset, Optional<String> flaw) {
        String part(int position) {
            return position < parts.size() ? parts.get(position) : "";
        }

        Spot spot(int position) {
            return new Spot(part(0), position, 0, "", line, offset);
        }
    }

    /** What a segment's id looks like. */
    static final Pattern SEGMENT_ID = Pattern.compile("[A-Z][A-Z0-9]{1,2}");

    private final NormalisedText in;
    private final ReadLimits limits;
    private Delimiters delimiters = new Delimiters('*', '>', '~');
    private int line;
    private long offset;
    private int headerLine;
    private long headerOffset;
    private int pushed = -2;

    RawText(NormalisedText in, ReadLimits limits) {
        this.in = in;
        this.limits = limits;
        this.line = 1 + in.skippedLines();
        this.offset = in.skippedBytes();
    }

    /** The header of the next interchange, whose delimiters hold from here on. */
    Raw header() throws IOException, MalformedTextException {
        skip(true);
        int startLine = line;
        long start = offset;
        headerLine = line;
        headerOffset = offset;
        StringBuilder text = new StringBuilder();
        while (text.length() < Delimiters.HEADER) {
            int c = next();
            if (c < 0) {
                boolean begun = "ISA".startsWith(text.substring(0, Math.min(3, text.length())));
                if (text.length() == 0) {
                    return new Raw(Kind.END, List.of(), startLine, start, Optional.empty());
                } else if (begun && text.indexOf("IEA") < 0) {
                    return new Raw(Kind.CUT, List.of("ISA"), startLine, start, Optional.empty());
                }
                throw noHeader(text.toString(), startLine, start);
            }
            text.append((char) c);
        }
        delimiters = Delimiters.of(text).orElseThrow(() -> noHeader(text.toString(), startLine, start));
        String body = text.substring(0, text.length() - 1);
        return new Raw(Kind.SEGMENT, split(body), startLine, start, Optional.empty());
    }

    /** The next segment of the interchange. */
    Raw segment() throws IOException, MalformedTextException {
        skip(false);
        int startLine = line;
        long start = offset;
        StringBuilder text = new StringBuilder();
        int inElement = 0;
        int elements = 0;
        Optional<String> flaw = Optional.empty();
        int c = next();
        while (c >= 0 && c != delimiters.terminator()) {
            text.append((char) c);
            inElement = c == delimiters.element() ? 0 : inElement + 1;
            elements += c == delimiters.element() ? 1 : 0;
            if (inElement > limits.elementLength() || elements > limits.elements()) {
                throw malformed(
                        text.substring(0, Math.min(3, text.length())),
                        startLine,
                        start,
                        "a segment or element is longer than the limit: its terminator was lost, or it is no X12");
            }
            if ((c < ' ' || c > '~') && flaw.isEmpty()) {
                flaw = Optional.of(
                        c == '\n' || c == '\r'
                                ? "a line break stands within the segment: the text was wrapped"
                                : "the segment holds a character that X12 does not know");
            }
            c = next();
        }
        if (c < 0) {
            return new Raw(Kind.CUT, split(text.toString()), startLine, start, Optional.empty());
        }
        if (delimiters.endsLines()
                && !text.isEmpty()
                && text.indexOf(String.valueOf(delimiters.component())) == text.length() - 1) {
            // Without ISA16 the terminator slips into its place, and the line end into the terminator's.
            throw malformed(
                    "ISA", headerLine, headerOffset, "the header does not have its 106 characters: ISA16 is missing");
        }
        List<String> parts = split(text.toString());
        if (flaw.isEmpty() && !SEGMENT_ID.matcher(parts.get(0)).matches()) {
            flaw = Optional.of("what stands here is no segment");
        }
        return new Raw(Kind.SEGMENT, parts, startLine, start, flaw);
    }

    private List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(delimiters.element()); at >= 0; at = text.indexOf(delimiters.element(), from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Line breaks after a terminator are for the eye; blanks are only borne between interchanges. */
    private void skip(boolean blanks) throws IOException {
        int c = next();
        while (decorates(c) || (blanks && (c == ' ' || c == '\t' || c == '\n' || c == '\r'))) {
            c = next();
        }
        push(c);
    }

    private boolean decorates(int c) {
        return (c == '\r' || c == '\n') && c != delimiters.terminator();
    }

    private int next() throws IOException {
        int c = pushed;
        pushed = -2;
        if (c == -2) {
            c = in.read();
        }
        if (c >= 0) {
            offset++;
            line += c == '\n' ? 1 : 0;
        }
        return c;
    }

    private void push(int c) {
        pushed = c;
        if (c >= 0) {
            offset--;
            line -= c == '\n' ? 1 : 0;
        }
    }

    private MalformedTextException noHeader(String text, int atLine, long at) {
        if (!text.startsWith("ISA")) {
            String found = text.length() >= 2 && text.substring(0, 2).matches("[A-Z][A-Z0-9]")
                    ? text.split("[^A-Z0-9]", 2)[0]
                    : "";
            return malformed(
                    found.substring(0, Math.min(3, found.length())), atLine, at, "an interchange must begin with ISA");
        }
        boolean wrapped = text.indexOf('\n') >= 0 && text.indexOf('\n') < Delimiters.HEADER - 1;
        return malformed(
                "ISA",
                atLine,
                at,
                wrapped
                        ? "the text was wrapped: a line break stands within the 106 characters of the header"
                        : "the header does not have its 106 characters with 16 separators and three delimiters");
    }

    private static MalformedTextException malformed(String segment, int line, long offset, String message) {
        return new MalformedTextException(new X12Fault(
                SetName.ENVELOPE, new Spot(segment, 0, 0, "", line, offset), X12Error.INTERCHANGE, message));
    }
}
