package dev.drayage.threepl.internal.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * One incoming file in the ledger. Immutable.
 *
 * @param id digest of folder, name, size and time: what a listing tells of a file
 * @param generation counts files of the same id, since a partner may send the very same file again after it was put away
 * @param name as the partner called it
 * @param size in bytes
 * @param modified when it was last written to
 * @param digest SHA-256 of its content; empty until that is known
 * @param stage how far it came
 * @param at when it came to this stage
 * @param attempt counts the names it was to be put away under
 * @param cleared whether it is known to have left the incoming folder
 */
record LedgerRow(
        String id,
        int generation,
        String name,
        long size,
        Instant modified,
        String digest,
        Stage stage,
        Instant at,
        int attempt,
        boolean cleared) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** How far a file came; written down before the step that it announces. */
    enum Stage {
        /** It is being read, so that it may be gone at the partner where reading takes away. */
        FETCHING,
        /** The spool has it; its work is not known to be done. */
        SPOOLED,
        /** Its work is done, and it is to be put away. */
        ARCHIVING,
        /** It cannot be used, and is to be put away with its reasons. */
        FAILING,
        /** It was put away after its work. */
        ARCHIVED,
        /** It was put away with its reasons. */
        FAILED
    }

    static LedgerRow fetching(RemoteFile file, int generation, Instant now) {
        return new LedgerRow(
                idOf(file), generation, file.name(), file.size(), file.modified(), "", Stage.FETCHING, now, 1, false);
    }

    static String idOf(RemoteFile file) {
        return Digest.name(
                24,
                file.folder(),
                file.name(),
                Long.toString(file.size()),
                file.modified().toString());
    }

    boolean is(RemoteFile listed) {
        return id.equals(idOf(listed));
    }

    boolean isSettling() {
        return stage == Stage.ARCHIVING || stage == Stage.FAILING;
    }

    LedgerRow at(Stage next, Instant now) {
        return new LedgerRow(id, generation, name, size, modified, digest, next, now, attempt, cleared);
    }

    LedgerRow spooled(String contentDigest, Instant now) {
        return new LedgerRow(id, generation, name, size, modified, contentDigest, Stage.SPOOLED, now, attempt, cleared);
    }

    LedgerRow nextAttempt() {
        return new LedgerRow(id, generation, name, size, modified, digest, stage, at, attempt + 1, cleared);
    }

    LedgerRow settled(boolean hasLeft, Instant now) {
        Stage end = stage == Stage.ARCHIVING ? Stage.ARCHIVED : Stage.FAILED;
        return new LedgerRow(id, generation, name, size, modified, digest, end, now, attempt, hasLeft);
    }

    /** What callers know it by. */
    String handle() {
        return id + "." + generation;
    }

    String spoolName() {
        return Spool.name(id + "-" + generation, name);
    }

    /** The name it is put away under: time and digest make it unique, a number if even these are not. */
    String putAwayName() {
        String unique =
                "." + STAMP.format(modified) + "." + digest.substring(0, 12) + (attempt > 1 ? "-" + attempt : "");
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        String base = name.substring(0, name.length() - ending.length());
        int room = NameRules.LONGEST - Intake.REASONS.length() - unique.length() - NameRules.bytes(ending);
        return NameRules.shortened(base, room) + unique + ending;
    }

    /** Names hold no control characters, so a tab ends each field. */
    String toText() {
        return String.join(
                "\t",
                stage.name(),
                at.toString(),
                digest,
                Long.toString(size),
                modified.toString(),
                name,
                Integer.toString(generation),
                Integer.toString(attempt),
                Boolean.toString(cleared));
    }

    static LedgerRow ofText(String id, String text) {
        List<String> field = List.of(text.split("\t", -1));
        return new LedgerRow(
                id,
                Integer.parseInt(field.get(6)),
                field.get(5),
                Long.parseLong(field.get(3)),
                Instant.parse(field.get(4)),
                field.get(2),
                Stage.valueOf(field.get(0)),
                Instant.parse(field.get(1)),
                Integer.parseInt(field.get(7)),
                Boolean.parseBoolean(field.get(8)));
    }
}
