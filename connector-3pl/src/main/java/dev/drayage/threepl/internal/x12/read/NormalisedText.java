package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.Leniency;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The bytes of a file without a byte order mark and without blank lines in front, and with those repairs that the profile
 * bears. Repairs are told by {@link #repairs()} once the text was read to its end. Not thread-safe.
 */
final class NormalisedText extends InputStream {
    private static final int LONGEST_HEADER = 256;
    private static final List<Integer> WIDTHS = List.of(2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1);

    private final InputStream in;
    private final PartnerProfile profile;
    private final Set<Leniency> repairs = EnumSet.noneOf(Leniency.class);
    private final int skippedBytes;
    private final int skippedLines;
    private final byte[] header;
    private final int headerLength;
    private final Optional<Delimiters> delimiters;

    private int headerRead;
    private int last = -1;
    private boolean ended;

    NormalisedText(InputStream raw, PartnerProfile profile) throws IOException {
        this.in = new BufferedInputStream(raw, 1 << 16);
        this.profile = profile;
        int bom = skipMark();
        int[] blank = skipBlank();
        this.skippedBytes = bom + blank[0];
        this.skippedLines = blank[1];
        byte[] first = in.readNBytes(LONGEST_HEADER);
        String text = unwrapped(first);
        Optional<Delimiters> regular = Delimiters.of(text);
        String padded = regular.isEmpty() && profile.bears(Leniency.UNPADDED_HEADER) ? padded(text) : text;
        if (!padded.equals(text)) {
            repairs.add(Leniency.UNPADDED_HEADER);
        }
        this.delimiters = regular.isPresent() ? regular : Delimiters.of(padded);
        this.header = padded.getBytes(StandardCharsets.ISO_8859_1);
        this.headerLength = header.length;
    }

    /** Bytes before the first segment. */
    int skippedBytes() {
        return skippedBytes;
    }

    /** Lines before the first segment. */
    int skippedLines() {
        return skippedLines;
    }

    /** What had to be repaired so far. */
    Set<Leniency> repairs() {
        return repairs;
    }

    @Override
    public int read() throws IOException {
        int c = next();
        while (c >= 0 && isBreak(c) && unwraps()) {
            c = next();
            repairs.add(Leniency.WRAPPED_TEXT);
        }
        if (c < 0) {
            return end();
        }
        if (c > 0x7F && profile.bears(Leniency.FOREIGN_CHARACTERS)) {
            repairs.add(Leniency.FOREIGN_CHARACTERS);
            c = '?';
        }
        if (!isBreak(c) || delimiters.filter(Delimiters::endsLines).isPresent()) {
            last = c;
        }
        return c;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c < 0) {
                return count == 0 ? -1 : count;
            }
            target[from + count++] = (byte) c;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int next() throws IOException {
        return headerRead < headerLength ? header[headerRead++] & 0xFF : in.read();
    }

    /** A terminator in place of the missing one, once, if the profile bears that. */
    private int end() {
        if (ended || delimiters.isEmpty() || !profile.bears(Leniency.FINAL_TERMINATOR)) {
            return -1;
        }
        ended = true;
        char terminator = delimiters.get().terminator();
        if (last < 0 || last == terminator || last == '\n') {
            return -1;
        }
        repairs.add(Leniency.FINAL_TERMINATOR);
        return terminator;
    }

    /** Breaks that are more than decoration are only dropped where the profile bears it and they end no segment. */
    private boolean unwraps() {
        return profile.bears(Leniency.WRAPPED_TEXT)
                && delimiters
                        .filter(d -> !d.endsLines() && last != d.terminator())
                        .isPresent();
    }

    private String unwrapped(byte[] first) {
        String text = new String(first, StandardCharsets.ISO_8859_1);
        if (!profile.bears(Leniency.WRAPPED_TEXT) || Delimiters.of(text).isPresent()) {
            return text;
        }
        String joined = text.replace("\r", "").replace("\n", "");
        if (Delimiters.of(joined).isEmpty()) {
            return text;
        }
        repairs.add(Leniency.WRAPPED_TEXT);
        return joined;
    }

    private static String padded(String text) {
        if (!text.startsWith("ISA") || text.length() < 4) {
            return text;
        }
        String separator = text.substring(3, 4);
        String[] parts = text.split(Pattern.quote(separator), 18);
        if (parts.length < 18 || parts[16].length() < 2) {
            return text;
        }
        StringBuilder out = new StringBuilder("ISA");
        for (int i = 1; i <= 15; i++) {
            int width = WIDTHS.get(i - 1);
            if (parts[i].length() > width) {
                return text;
            }
            out.append(separator).append(parts[i]).append(" ".repeat(width - parts[i].length()));
        }
        int rest = text.length() - parts[17].length() - 1 - parts[16].length();
        return out.append(separator).append(text.substring(rest)).toString();
    }

    private int skipMark() throws IOException {
        in.mark(3);
        byte[] start = in.readNBytes(3);
        if (start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return 3;
        }
        in.reset();
        return 0;
    }

    private int[] skipBlank() throws IOException {
        int bytes = 0;
        int lines = 0;
        while (true) {
            in.mark(1);
            int c = in.read();
            if (!isBreak(c) && c != ' ' && c != '\t') {
                in.reset();
                return new int[] {bytes, lines};
            }
            bytes++;
            lines += c == '\n' ? 1 : 0;
        }
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r';
    }
}
