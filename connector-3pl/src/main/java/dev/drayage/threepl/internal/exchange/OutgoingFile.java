package dev.drayage.threepl.internal.exchange;

/**
 * A file to be delivered once. Immutable.
 *
 * <p>The key says which delivery it is, whatever bytes it has; the name is the final one and must be unique for all time, since
 * a partner may have taken earlier ones away. Of the content nothing but digest and size leaves the spool and the partner's area.
 */
public final class OutgoingFile {
    /** The longest key of a delivery. */
    public static final int LONGEST_KEY = 150;

    /** The longest final name; the rest is needed for the temporary one. */
    public static final int LONGEST_NAME = 170;

    private final String key;
    private final String folder;
    private final String name;
    private final byte[] content;
    private final String digest;

    private OutgoingFile(String key, String folder, String name, byte[] content) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("the key of a delivery must have 1 to " + LONGEST_KEY + " characters");
        }
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("the name of a delivery may have " + LONGEST_NAME + " characters");
        }
        NameRules.writable(name);
        NameRules.folder(folder);
        this.key = key;
        this.folder = folder;
        this.name = name;
        this.content = content.clone();
        this.digest = Digest.of(content);
    }

    /** A file for a folder of the partner. */
    public static OutgoingFile of(String key, String folder, String name, byte[] content) {
        return new OutgoingFile(key, folder, name, content);
    }

    /** Which delivery it is. */
    public String key() {
        return key;
    }

    /** The partner's folder. */
    public String folder() {
        return folder;
    }

    /** The final name. */
    public String name() {
        return name;
    }

    /** SHA-256 of the content. */
    public String digest() {
        return digest;
    }

    long size() {
        return content.length;
    }

    Durable.Content content() {
        return target -> target.write(content);
    }

    @Override
    public String toString() {
        return "OutgoingFile[" + key + ", " + folder + "/" + name + ", " + content.length + " bytes]";
    }
}
