package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The directory that a run leaves behind: {@code run.json}, {@code environment.json}, one file for
 * each finished fork under {@code forks}, and the reports made from them.
 *
 * <p>Each file appears whole or not at all, and a finished fork is saved as soon as it is known, so
 * that a crash, Ctrl-C or a full disk costs at most the fork that was running. Every failure to
 * write is a {@link RunDirectoryException}, every file that cannot be understood an {@link
 * UnreadableRunException}.
 */
public final class RunDirectory {
  static final String MANIFEST = "run.json";
  static final String ENVIRONMENT = "environment.json";
  static final String FORKS = "forks";
  static final String WITHDRAWN = "withdrawn";
  private static final String LISTABLE = "make it a directory that you may read";

  private final Path path;

  private RunDirectory(Path path) {
    this.path = path;
  }

  /**
   * Makes a directory for a new run, its parents included.
   *
   * @throws RunDirectoryException if it holds something already or cannot be made or written
   */
  public static RunDirectory create(Path path) {
    try {
      refuseContent(path);
      Files.createDirectories(path.resolve(FORKS));
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw RunDirectoryException.of("create", path, e);
    }
    return new RunDirectory(path);
  }

  /**
   * An existing run.
   *
   * @throws UnreadableRunException if there is none at this path
   */
  public static RunDirectory open(Path path) {
    if (!isAt(path)) {
      throw new UnreadableRunException(
          path, "is no run directory: it holds no " + MANIFEST, "name one that run has written");
    }
    if (!hasManifest(path)) {
      throw new UnreadableRunException(
          path, "holds forks of a run and no " + MANIFEST, "restore that file");
    }
    return new RunDirectory(path);
  }

  /**
   * Whether a directory holds a run, however damaged: its manifest or forks.
   *
   * @throws UnreadableRunException if nobody may look
   */
  public static boolean isAt(Path path) {
    if (Files.isDirectory(path) && !Files.isExecutable(path)) {
      throw new UnreadableRunException(path, "cannot be read: permission denied", LISTABLE);
    }
    return hasManifest(path) || !forkFiles(path).isEmpty();
  }

  /** Whatever it is: a link that leads nowhere is a damaged one. */
  private static boolean hasManifest(Path path) {
    return Files.exists(path.resolve(MANIFEST), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * The files of a run's forks; none where there is no directory of them.
   *
   * @throws UnreadableRunException if nobody may look
   */
  static List<Path> forkFiles(Path path) {
    final Path folder = path.resolve(FORKS);
    try {
      return ForkFiles.in(folder);
    } catch (IOException e) {
      throw new UnreadableRunException(
          folder, "cannot be listed: " + RunDirectoryException.reason(folder, e), LISTABLE, e);
    }
  }

  public Path path() {
    return path;
  }

  /**
   * Saves a finished fork.
   *
   * @throws RunDirectoryException if it cannot be written, or this round has one of its cell
   */
  public void save(ForkRecord fork) {
    final Path file = path.resolve(FORKS).resolve(ForkFiles.name(fork.round(), fork.cell()));
    if (Files.exists(file)) {
      throw new RunDirectoryException(
          "%s exists already: a round holds one fork of a cell; count rounds from %d on"
              .formatted(file, fork.round() + 1));
    }
    AtomicFile.writeDurably(file, Json.compact(fork));
  }

  /**
   * Deletes forks that are to be measured again.
   *
   * @throws RunDirectoryException if one cannot be deleted
   */
  public void discard(List<ForkRecord> partial) {
    for (final ForkRecord fork : partial) {
      final Path file = path.resolve(FORKS).resolve(ForkFiles.name(fork.round(), fork.cell()));
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw RunDirectoryException.of("delete", file, e);
      }
    }
  }

  /** Saves the manifest in place of an earlier one. */
  public void save(RunManifest manifest) {
    AtomicFile.writeDurably(path.resolve(MANIFEST), Json.pretty(manifest));
  }

  public void saveEnvironment(Map<String, ?> environment) {
    AtomicFile.writeDurably(path.resolve(ENVIRONMENT), Json.pretty(environment));
  }

  /** Writes a report beside the saved files, in place of an earlier one. */
  public void write(String file, String text) {
    AtomicFile.write(path.resolve(file), text);
  }

  /**
   * Takes every saved fork of a cell out of the results: its premise broke, so none of its numbers
   * may stand. They are kept beside them, for whoever looks for the cause, and those of an earlier
   * failure with them.
   */
  public void withdraw(Cell cell) {
    final Path withdrawn = path.resolve(WITHDRAWN);
    try {
      for (final Path file : ForkFiles.in(path.resolve(FORKS))) {
        if (ForkFiles.isOf(file, cell)) {
          Files.createDirectories(withdrawn);
          Files.move(file, ForkFiles.unusedIn(withdrawn, file));
        }
      }
    } catch (IOException e) {
      throw RunDirectoryException.of("withdraw forks from", path, e);
    }
  }

  /**
   * Everything saved so far.
   *
   * @throws UnreadableRunException if a file is empty, cut short, foreign or of a newer version
   */
  public Run load() {
    return new RunReader(path).read();
  }

  /** Removes what a killed process had begun to write. */
  public void removeUnfinished() {
    try {
      UnfinishedFiles.remove(path);
      UnfinishedFiles.remove(path.resolve(FORKS));
    } catch (IOException e) {
      throw RunDirectoryException.of("tidy up", path, e);
    }
  }

  /** A run that was killed before its plan was saved leaves nothing that anybody could miss. */
  static void refuseContent(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return;
    }
    try (Stream<Path> content = Files.list(path)) {
      if (!content.allMatch(RunDirectory::isEmpty)) {
        throw new FileSystemException(path.toString(), null, "it is not empty");
      }
    }
  }

  private static boolean isEmpty(Path entry) {
    if (!entry.getFileName().toString().equals(FORKS) || !Files.isDirectory(entry)) {
      return UnfinishedFiles.isOne(entry);
    }
    try (Stream<Path> forks = Files.list(entry)) {
      return forks.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
