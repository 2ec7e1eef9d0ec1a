package org.openstall.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lock on a file that the operating system takes back when the process ends, however it ends. */
final class ProcessLock implements AutoCloseable {
    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty when another process, or another part of this one, has it. */
    static Optional<ProcessLock> tryExclusive(Path file) throws IOException {
        FileChannel channel = open(file);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new ProcessLock(channel));
    }

    /** Together with others that share it; waits while somebody has it alone. */
    static ProcessLock shared(Path file) throws IOException {
        FileChannel channel = open(file);
        channel.lock(0, Long.MAX_VALUE, true);
        return new ProcessLock(channel);
    }

    /** Waits until nobody else has it. */
    static ProcessLock exclusive(Path file) throws IOException {
        FileChannel channel = open(file);
        channel.lock();
        return new ProcessLock(channel);
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
