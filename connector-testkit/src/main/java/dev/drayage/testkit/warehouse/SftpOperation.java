package dev.drayage.testkit.warehouse;

/** What a client does at the SFTP door. */
public enum SftpOperation {
    /** A login that was let in. */
    LOGIN,
    /** A folder opened for listing. */
    LIST,
    /** A file opened for reading. */
    DOWNLOAD,
    /** A file opened for writing. */
    UPLOAD,
    /** A file renamed, or an attempt at it. */
    RENAME,
    /** A file or folder removed, or an attempt at it. */
    REMOVE,
    /** A folder made, or an attempt at it. */
    MAKE_FOLDER
}
