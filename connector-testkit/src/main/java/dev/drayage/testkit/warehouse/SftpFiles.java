package dev.drayage.testkit.warehouse;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Set;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** The files behind the SFTP door: counts what is done to them and lets planned faults strike. Thread-safe. */
final class SftpFiles implements SftpFileSystemAccessor {
    private final SftpFaults faults;
    private final SftpTraffic traffic;

    SftpFiles(SftpFaults faults, SftpTraffic traffic) {
        this.faults = faults;
        this.traffic = traffic;
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle fileHandle,
            Path file,
            String handle,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        traffic.count(writes ? SftpOperation.UPLOAD : SftpOperation.DOWNLOAD);
        SeekableByteChannel whole =
                SftpFileSystemAccessor.super.openFile(subsystem, fileHandle, file, handle, options, attributes);
        return new CuttableChannel(whole, faults, () -> cut(subsystem));
    }

    @Override
    public DirectoryStream<Path> openDirectory(
            SftpSubsystemProxy subsystem,
            DirectoryHandle directoryHandle,
            Path directory,
            String handle,
            LinkOption... options)
            throws IOException {
        traffic.count(SftpOperation.LIST);
        return SftpFileSystemAccessor.super.openDirectory(subsystem, directoryHandle, directory, handle, options);
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path oldPath, Path newPath, Collection<CopyOption> options)
            throws IOException {
        traffic.count(SftpOperation.RENAME);
        if (faults.takeDeniedRename()) {
            throw new AccessDeniedException(oldPath.toString());
        }
        if (faults.renameOverwrites()) {
            Files.move(oldPath, newPath, StandardCopyOption.REPLACE_EXISTING);
        } else if (Files.exists(newPath) && !options.contains(StandardCopyOption.REPLACE_EXISTING)) {
            // version 3 has no status of its own for a name that is taken
            throw new SftpException(SftpConstants.SSH_FX_FAILURE, "Failure");
        } else {
            SftpFileSystemAccessor.super.renameFile(subsystem, oldPath, newPath, options);
        }
        if (faults.takeLostRename()) {
            cut(subsystem);
            throw new IOException("the connection was cut after the rename");
        }
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean isDirectory) throws IOException {
        traffic.count(SftpOperation.REMOVE);
        if (faults.takeDeniedRemoval()) {
            throw new AccessDeniedException(path.toString());
        }
        SftpFileSystemAccessor.super.removeFile(subsystem, path, isDirectory);
    }

    @Override
    public void createDirectory(SftpSubsystemProxy subsystem, Path path) throws IOException {
        traffic.count(SftpOperation.MAKE_FOLDER);
        SftpFileSystemAccessor.super.createDirectory(subsystem, path);
    }

    @Override
    public NavigableMap<String, Object> resolveReportedFileAttributes(
            SftpSubsystemProxy subsystem,
            Path file,
            int flags,
            NavigableMap<String, Object> attributes,
            LinkOption... options)
            throws IOException {
        NavigableMap<String, Object> reported =
                SftpFileSystemAccessor.super.resolveReportedFileAttributes(subsystem, file, flags, attributes, options);
        if (faults.hidesTimes()) {
            reported.keySet().removeIf(name -> name.endsWith("Time"));
        }
        return reported;
    }

    private static void cut(SftpSubsystemProxy subsystem) {
        subsystem.getServerSession().close(true);
    }
}
