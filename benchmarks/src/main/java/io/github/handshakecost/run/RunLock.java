package io.github.handshakecost.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets one run measure at a time, because two disturb each other. JMH has a lock too, but in its
 * temporary folder, which can differ; this one belongs to the user. The system releases it when the
 * process ends, however it ends.
 */
public final class RunLock {
  /** JMH's switch; it holds for both locks. */
  private static final String IGNORE = "jmh.ignoreLock";

  private RunLock() {}

  /**
   * Does work under the lock. Without a home directory that can be written only JMH's lock is left.
   *
   * @throws CannotRunException if another run or JMH measures
   */
  public static <T> T holding(Supplier<T> work) {
    if (Boolean.getBoolean(IGNORE)) {
      return work.get();
    }
    return holding(
        Path.of(System.getProperty("user.home"), ".cache", "handshake-cost.lock"),
        Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock"),
        work);
  }

  static <T> T holding(Path own, Path ofJmh, Supplier<T> work) {
    // JMH takes its own lock in each fork.
    take(ofJmh).ifPresent(RunLock::release);
    final Optional<FileChannel> lock = take(own);
    try {
      return work.get();
    } finally {
      lock.ifPresent(RunLock::release);
    }
  }

  private static Optional<FileChannel> take(Path file) {
    try {
      Files.createDirectories(file.getParent());
      final FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isFree(channel)) {
        return Optional.of(channel);
      }
      channel.close();
    } catch (IOException cannotBeWritten) {
      return Optional.empty();
    }
    throw refused(file);
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisJvm) {
      return false;
    }
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // The system releases it at the end of the process.
    }
  }

  static CannotRunException refused(Object lock) {
    return new CannotRunException(
        "another run or JMH measures on this machine (it holds %s), and two disturb each other; wait until it has ended"
            .formatted(lock));
  }
}
