package dev.drayage.threepl.internal.exchange;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Which names may be used at all: those that name one file in one folder on every kind of server. Stateless. */
final class NameRules {
    static final int LONGEST = 200;

    private NameRules() {}

    /** Whether a name from a listing can be used in a call. */
    static boolean isUsable(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST
                && name.indexOf('\uFFFD') < 0 // a name that is not UTF-8 cannot be given back to the server
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf('/') < 0
                && name.indexOf('\\') < 0
                && name.chars().noneMatch(NameRules::isControl);
    }

    /** A name that is about to be read or moved away. */
    static String usable(String name) {
        if (!isUsable(name)) {
            throw refused("file name", name);
        }
        return name;
    }

    /** A name that is about to be written; partners take those with a leading dot for unfinished or hidden. */
    static String writable(String name) {
        if (name.startsWith(".")) {
            throw refused("file name", name);
        }
        return usable(name);
    }

    /** The names along a folder's path, none for the root. A slash at either end does not count. */
    static List<String> folder(String folder) {
        String path = folder.startsWith("/") ? folder.substring(1) : folder;
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (path.isEmpty()) {
            return List.of();
        }
        List<String> names = Arrays.asList(path.split("/", -1));
        if (!names.stream().allMatch(NameRules::isUsable)) {
            throw refused("folder", folder);
        }
        return names;
    }

    /** The same name, fit for a message. */
    static String printable(String name) {
        StringBuilder text = new StringBuilder();
        name.chars().limit(LONGEST).forEach(c -> text.append(isControl(c) ? '?' : (char) c));
        return text.toString();
    }

    /** The length of a name as file systems count it. */
    static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As many whole letters from the start of a name as fit. */
    static String shortened(String name, int bytes) {
        StringBuilder text = new StringBuilder();
        int left = bytes;
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            String letter = Character.toString(name.codePointAt(i));
            left -= bytes(letter);
            if (left < 0) {
                break;
            }
            text.append(letter);
        }
        return text.toString();
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }

    private static RefusedException refused(String what, String name) {
        return new RefusedException(
                ErrorCode.FILE_REFUSED,
                what + " '" + printable(name) + "' cannot be used: give one of at most " + LONGEST
                        + " characters, without separators, control characters, '..' or a leading dot");
    }
}
