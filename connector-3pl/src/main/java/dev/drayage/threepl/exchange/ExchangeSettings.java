package dev.drayage.threepl.exchange;

import dev.drayage.settings.SecretSource;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of a file exchange; a connector's schema lists them beside its own. Folder names are the partner's own. */
public final class ExchangeSettings {
    /** How files travel. */
    public enum Transport {
        /** Through a folder of this machine. */
        FOLDER,
        /** To and from an SFTP server. */
        SFTP
    }

    /** The spool of an exchange through a folder, in that folder. */
    private static final String SPOOL_FOLDER = ".spool";

    /** How files travel. */
    public static final Setting<Transport> TRANSPORT = Setting.choice(
            "exchange.transport",
            Transport.class,
            Optional.of(Transport.FOLDER),
            "How files travel: through a folder of this machine, or to and from the partner's SFTP server.");

    /** The root of a local exchange. */
    public static final Setting<Path> FOLDER =
            Setting.path("exchange.folder", "The local folder in which the partner's folders are, or are made.");

    /** Where files wait between two steps. */
    public static final Setting<Path> SPOOL = Setting.path(
            "exchange.spool",
            "A folder of this account alone on a local disk that survives restarts: files wait there on their way; what"
                    + " was sent and what failed stays there until it is cleared. For an exchange through a folder it is "
                    + SPOOL_FOLDER + " in that folder unless given.");

    /** Whether the server renames. */
    public static final Setting<Boolean> CAN_RENAME = Setting.flag(
            "exchange.canRename",
            true,
            "Whether files can be renamed. If not, outgoing files are followed by a done marker, and incoming ones stay"
                    + " where they are.");

    /** Whether reading takes away. */
    public static final Setting<Boolean> DELETES_ON_READ =
            Setting.flag("exchange.deletesOnRead", false, "Whether the server takes a file away once it was read.");

    /** The SFTP server. */
    public static final Setting<String> SFTP_HOST = Setting.text("sftp.host", "Name or address of the SFTP server.");

    /** Its port. */
    public static final Setting<Integer> SFTP_PORT = Setting.count("sftp.port", 22, 1, "Port of the SFTP server.");

    /** Its host keys. */
    public static final Setting<List<String>> SFTP_HOST_KEYS = Setting.words(
            "sftp.fingerprints",
            "Fingerprints of the server's host keys, as the partner told them: SHA256: and 43 characters. Name the next"
                    + " key too while the partner changes keys.");

    /** The user. */
    public static final Setting<String> SFTP_USER = Setting.text("sftp.user", "User name at the SFTP server.");

    /** Its password. */
    public static final Setting<SecretSource> SFTP_PASSWORD =
            Setting.secret("sftp.password", "The user's password, unless it has a private key.");

    /** Its private key. */
    public static final Setting<SecretSource> SFTP_PRIVATE_KEY = Setting.secret(
            "sftp.privateKey", "The user's private key as OpenSSH or PEM text, unless it has a password.");

    /** The key's passphrase. */
    public static final Setting<SecretSource> SFTP_PASSPHRASE =
            Setting.secret("sftp.passphrase", "The passphrase of the private key, if it has one.");

    /** The root at the server. */
    public static final Setting<String> SFTP_ROOT = Setting.text(
                    "sftp.root", "The directory at the server in which the partner's folders are, or are made.")
            .orElse(".");

    /** How often an idle session shows that it is there. */
    public static final Setting<Duration> SFTP_KEEP_ALIVE = Setting.duration(
            "sftp.keepAlive", Duration.ofSeconds(30), "How often an idle session is kept alive; PT0S for never.");

    /** Where outgoing files are put. */
    public static final Setting<String> OUTGOING = Setting.text(
                    "outgoing.folder", "Where files for the partner are put.")
            .orElse("outbound");

    /** Where unfinished outgoing files stand. */
    public static final Setting<String> TEMPORARY_FOLDER = Setting.text(
                    "outgoing.temporaryFolder",
                    "Where outgoing files stand until they are complete, on the same file system; none for the folder"
                            + " itself.")
            .orElse("");

    /** How unfinished outgoing files end. */
    public static final Setting<String> TEMPORARY_ENDING = Setting.text(
                    "outgoing.temporaryEnding", "The ending of outgoing files that are not complete.")
            .orElse(".tmp");

    /** How done markers of outgoing files end. */
    public static final Setting<String> DONE_ENDING = Setting.text(
            "outgoing.doneEnding",
            "The ending of the empty file that tells that an outgoing one is complete; only where nothing can be renamed.");

    /** Where incoming files arrive. */
    public static final Setting<String> INCOMING = Setting.text(
                    "incoming.folder", "Where the partner puts files for us.")
            .orElse("inbound");

    /** Where files go that were worked on. */
    public static final Setting<String> PROCESSED = Setting.text(
                    "incoming.processed", "Where incoming files go once their work is done.")
            .orElse("processed");

    /** Where files go that cannot be used. */
    public static final Setting<String> FAILED = Setting.text(
                    "incoming.failed", "Where incoming files go that cannot be used, each with its reasons beside it.")
            .orElse("failed");

    /** Names that are left alone. */
    public static final Setting<List<String>> UNFINISHED = Setting.words(
                    "incoming.unfinished",
                    "Endings of names that are still being written; names that begin with a dot are too.")
            .orElse(".tmp,.part,.filepart,.writing,.swp");

    /** Markers of complete files. */
    public static final Setting<List<String>> DONE_ENDINGS = Setting.words(
            "incoming.doneEndings",
            "Endings of the markers that the partner puts beside a complete file, such as .done; none if it puts none.");

    /** How long a file must be unchanged. */
    public static final Setting<Duration> SETTLE = Setting.duration(
            "incoming.settle",
            Duration.ofSeconds(30),
            "A file without a marker is taken once two listings this far apart show the same size and time of it. PT0S"
                    + " takes it at once: only for partners who write under another name first and then rename.");

    /** How long the ledger knows a file. */
    public static final Setting<Duration> RETENTION = Setting.duration(
            "incoming.retention",
            Duration.ofDays(90),
            "How long the ledger knows a file after its work was done. The same content that comes again later counts as new.");

    /** The largest file. */
    public static final Setting<Integer> MAX_KILOBYTES = Setting.count(
            "incoming.maxKilobytes", 10_240, 1, "The largest file that is read, in KiB; a larger one is refused.");

    /** How many files at once. */
    public static final Setting<Integer> MAX_FILES = Setting.count(
            "incoming.maxFiles", 500, 1, "How many files are in work at most; more wait for the next run.");

    /** Every setting of an exchange, in the order of the reference page. */
    public static final List<Setting<?>> ALL = List.of(
            TRANSPORT,
            FOLDER,
            SPOOL,
            CAN_RENAME,
            DELETES_ON_READ,
            SFTP_HOST,
            SFTP_PORT,
            SFTP_HOST_KEYS,
            SFTP_USER,
            SFTP_PASSWORD,
            SFTP_PRIVATE_KEY,
            SFTP_PASSPHRASE,
            SFTP_ROOT,
            SFTP_KEEP_ALIVE,
            OUTGOING,
            TEMPORARY_FOLDER,
            TEMPORARY_ENDING,
            DONE_ENDING,
            INCOMING,
            PROCESSED,
            FAILED,
            UNFINISHED,
            DONE_ENDINGS,
            SETTLE,
            RETENTION,
            MAX_KILOBYTES,
            MAX_FILES);

    private static final String FINGERPRINT = "SHA256:[A-Za-z0-9+/]{43}=?";

    private ExchangeSettings() {}

    /** What does not fit together; a connector's schema has it as a rule. */
    public static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        if (settings.get(TRANSPORT) == Transport.SFTP) {
            sftpProblems(settings, problems);
        } else if (settings.find(FOLDER).isEmpty()) {
            problems.add(FOLDER.name() + " is missing: " + FOLDER.help());
        }
        if (!settings.get(CAN_RENAME) && settings.find(DONE_ENDING).isEmpty()) {
            problems.add(DONE_ENDING.name() + " is missing: without renames only a marker tells a complete file");
        }
        for (Setting<String> folder : List.of(OUTGOING, TEMPORARY_FOLDER, INCOMING, PROCESSED, FAILED)) {
            if (List.of(settings.get(folder).split("/", -1)).contains(SPOOL_FOLDER)) {
                problems.add(folder.name() + " must not be the spool");
            }
        }
        return problems;
    }

    /** The spool that is given, or else the one in the folder of the exchange. */
    public static Path spool(Settings settings) {
        return settings.find(SPOOL)
                .or(() -> settings.find(FOLDER).map(root -> root.resolve(SPOOL_FOLDER)))
                .orElseThrow();
    }

    private static void sftpProblems(Settings settings, List<String> problems) {
        for (Setting<?> needed : List.of(SPOOL, SFTP_HOST, SFTP_USER)) {
            if (settings.find(needed).isEmpty()) {
                problems.add(needed.name() + " is missing: " + needed.help());
            }
        }
        List<String> fingerprints = settings.get(SFTP_HOST_KEYS);
        if (fingerprints.isEmpty()
                || !fingerprints.stream().allMatch(fingerprint -> fingerprint.matches(FINGERPRINT))) {
            problems.add(SFTP_HOST_KEYS.name() + " must hold at least one fingerprint such as ssh-keygen -l prints:"
                    + " SHA256: and 43 characters");
        }
        if (settings.find(SFTP_PASSWORD).isPresent()
                == settings.find(SFTP_PRIVATE_KEY).isPresent()) {
            problems.add("either " + SFTP_PASSWORD.name() + " or " + SFTP_PRIVATE_KEY.name() + " must be given");
        }
    }
}
