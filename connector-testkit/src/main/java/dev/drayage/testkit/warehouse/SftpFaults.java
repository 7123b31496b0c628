package dev.drayage.testkit.warehouse;

/**
 * What goes wrong at the SFTP door. Each call sets one kind of fault for the next operations of that kind; a fault is
 * used up when it strikes. Thread-safe.
 */
public final class SftpFaults {
    private int lostRenames;
    private int deniedRenames;
    private int deniedRemovals;
    private int refusedLogins;
    private int cutUploads;
    private long uploadBytes;
    private int cutDownloads;
    private long downloadBytes;
    private boolean renameOverwrites;
    private boolean hidesTimes;

    SftpFaults() {}

    /** The next renames are carried out, but the connection is cut before the answer. */
    public synchronized void loseAnswersOfRenames(int times) {
        lostRenames = times;
    }

    /** The next renames are refused for want of permission. */
    public synchronized void denyRenames(int times) {
        deniedRenames = times;
    }

    /** The next removals are refused for want of permission. */
    public synchronized void denyRemovals(int times) {
        deniedRemovals = times;
    }

    /** The next connections are refused at login, whatever they show. */
    public synchronized void refuseLogins(int times) {
        refusedLogins = times;
    }

    /** The next uploads of more than so many bytes are cut there, and the part stays. */
    public synchronized void cutUploads(int times, long afterBytes) {
        cutUploads = times;
        uploadBytes = afterBytes;
    }

    /** The next downloads of more than so many bytes are cut there. */
    public synchronized void cutDownloads(int times, long afterBytes) {
        cutDownloads = times;
        downloadBytes = afterBytes;
    }

    /** Whether a rename silently replaces a file that has the name; at first it is refused, as in version 3. */
    public synchronized void renameOverwrites(boolean silently) {
        renameOverwrites = silently;
    }

    /** Whether files show no times, in listings and elsewhere. */
    public synchronized void hideTimes(boolean hidden) {
        hidesTimes = hidden;
    }

    /** From now on nothing goes wrong, and a rename never overwrites. */
    public synchronized void clear() {
        lostRenames = 0;
        deniedRenames = 0;
        deniedRemovals = 0;
        refusedLogins = 0;
        cutUploads = 0;
        cutDownloads = 0;
        renameOverwrites = false;
        hidesTimes = false;
    }

    synchronized boolean takeLostRename() {
        return lostRenames > 0 && lostRenames-- > 0;
    }

    synchronized boolean takeDeniedRename() {
        return deniedRenames > 0 && deniedRenames-- > 0;
    }

    synchronized boolean takeDeniedRemoval() {
        return deniedRemovals > 0 && deniedRemovals-- > 0;
    }

    synchronized boolean takeRefusedLogin() {
        return refusedLogins > 0 && refusedLogins-- > 0;
    }

    /** How many of the next {@code length} bytes still arrive; {@code length} if all do. */
    synchronized int takeUploadCut(long before, int length) {
        if (cutUploads > 0 && before + length > uploadBytes) {
            cutUploads--;
            return (int) Math.max(0, uploadBytes - before);
        }
        return length;
    }

    /** How many of the next {@code length} bytes are still sent; {@code length} if all are. */
    synchronized int takeDownloadCut(long before, int length) {
        if (cutDownloads > 0 && before + length > downloadBytes) {
            cutDownloads--;
            return (int) Math.max(0, downloadBytes - before);
        }
        return length;
    }

    synchronized boolean renameOverwrites() {
        return renameOverwrites;
    }

    synchronized boolean hidesTimes() {
        return hidesTimes;
    }
}
