package dev.drayage.threepl.internal.exchange;

import java.time.Instant;

/**
 * A file as a listing showed it. Immutable.
 *
 * @param folder the folder that was listed
 * @param name its name there
 * @param size in bytes
 * @param modified when it was last written to by the partner's clock; SFTP tells whole seconds
 */
public record RemoteFile(String folder, String name, long size, Instant modified) {}
