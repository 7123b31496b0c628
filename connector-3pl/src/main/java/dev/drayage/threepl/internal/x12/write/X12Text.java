package dev.drayage.threepl.internal.x12.write;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.threepl.internal.x12.OutputStyle;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Brings text into the characters that X12 and the partner take. Names of things (SKUs, order numbers, line ids) are never
 * altered: what cannot be said is refused. Text for people is put into upper case without accents, and a delimiter becomes a
 * blank; a character that even so cannot be said is refused, because leaving it out would be silent. Immutable.
 */
final class X12Text {
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ß', "SS"),
            Map.entry('ẞ', "SS"),
            Map.entry('æ', "AE"),
            Map.entry('Æ', "AE"),
            Map.entry('œ', "OE"),
            Map.entry('Œ', "OE"),
            Map.entry('ø', "O"),
            Map.entry('Ø', "O"),
            Map.entry('ł', "L"),
            Map.entry('Ł', "L"),
            Map.entry('đ', "D"),
            Map.entry('Đ', "D"),
            Map.entry('ð', "D"),
            Map.entry('Ð', "D"),
            Map.entry('þ', "TH"),
            Map.entry('Þ', "TH"),
            Map.entry('ı', "I"),
            Map.entry('’', "'"),
            Map.entry('‘', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('„', "\""),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('…', "..."),
            Map.entry('\u00A0', " "),
            Map.entry('\t', " "),
            Map.entry('\n', " "),
            Map.entry('\r', " "));

    private final OutputStyle style;

    X12Text(OutputStyle style) {
        this.style = style;
    }

    /**
     * The name of a thing, unaltered.
     *
     * @param what what it names, for messages
     * @throws RefusedException if it holds a character that cannot be said, or is too long
     */
    String name(String text, String what, int most) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lower = c >= 'a' && c <= 'z' && !style.lowerCase();
            if (c < ' ' || c > '~' || lower || style.delimits(c)) {
                throw refused(what + " \"" + text + "\" holds a character at place " + (i + 1)
                        + " that cannot be sent to the warehouse");
            }
        }
        if (text.isBlank() || text.length() > most || !text.equals(text.strip())) {
            throw refused(what + " \"" + text + "\" must have 1 to " + most + " characters and no blanks around");
        }
        return text;
    }

    /**
     * Text for people: upper case, without accents and delimiters; blanks are not repeated.
     *
     * @param what what it is, for messages; the text itself is a buyer's and never told
     * @throws RefusedException if a character cannot be said
     */
    String prose(String text, String what) {
        StringBuilder out = new StringBuilder();
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            String letters = LETTERS.getOrDefault(c, String.valueOf(c)).toUpperCase(Locale.ROOT);
            for (int j = 0; j < letters.length(); j++) {
                char letter = letters.charAt(j);
                if (letter < ' ' || letter > '~') {
                    throw refused(what + " holds a character that cannot be written in X12 (place " + (i + 1)
                            + "): write it in Latin letters");
                }
                out.append(style.delimits(letter) ? ' ' : letter);
            }
        }
        return out.toString().strip().replaceAll(" {2,}", " ");
    }

    /** Text for people that must fit. */
    String prose(String text, String what, int most) {
        String prose = prose(text, what);
        if (prose.length() > most) {
            throw refused(what + " has " + prose.length() + " characters; the warehouse takes " + most);
        }
        return prose;
    }

    /**
     * Text for people, broken at blanks into pieces.
     *
     * @param most characters of a piece
     * @param pieces the most pieces
     */
    List<String> pieces(String text, String what, int most, int pieces) {
        List<String> out = new ArrayList<>();
        String rest = prose(text, what);
        while (rest.length() > most) {
            int blank = rest.lastIndexOf(' ', most);
            int end = blank > 0 ? blank : most;
            out.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            out.add(rest);
        }
        if (out.size() > pieces) {
            throw refused(what + " is longer than " + pieces + " times " + most + " characters");
        }
        return out;
    }

    private static RefusedException refused(String message) {
        return new RefusedException(ErrorCode.REFUSED_BY_TARGET, message);
    }
}
