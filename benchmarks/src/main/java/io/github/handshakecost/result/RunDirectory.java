package io.github.handshakecost.result;

import io.github.handshakecost.model.AxisNames;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory of a run: {@code run.json}, {@code environment.json}, one file for each cell of
 * each finished fork under {@code forks}, and the reports made from them.
 *
 * <p>Each file appears whole or not at all, and a fork is saved as soon as it has finished: a
 * crash, Ctrl-C or a full disk costs at most the fork that was running. Methods throw {@link
 * RunDirectoryException} if they cannot write, and {@link UnreadableRunException} if they cannot
 * read.
 */
public final class RunDirectory {
  static final String MANIFEST = "run.json";
  static final String ENVIRONMENT = "environment.json";
  static final String FORKS = "forks";
  private static final String WITHDRAWN = "withdrawn";
  private static final String LISTABLE = "make it a directory that you may read";
  private static final Pattern FORK = Pattern.compile("round-(\\d{1,9})-.*\\.json");
  private static final Pattern SPECIAL_CHARACTERS = Pattern.compile("[^A-Za-z0-9.]+");

  private final Path path;

  private RunDirectory(Path path) {
    this.path = path;
  }

  /** Makes a directory for a new run, its parents included; refuses one with content. */
  public static RunDirectory create(Path path) {
    try {
      refuseContent(path);
      Files.createDirectories(path.resolve(FORKS));
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw RunDirectoryException.of("create", path, e);
    }
    return new RunDirectory(path);
  }

  /** A run that was killed before its plan was saved leaves nothing of value. */
  static void refuseContent(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> content = Files.list(path)) {
        if (!content.allMatch(RunDirectory::isWorthless)) {
          throw new FileSystemException(path.toString(), null, "it is not empty");
        }
      }
    }
  }

  private static boolean isWorthless(Path entry) {
    if (!entry.getFileName().toString().equals(FORKS) || !Files.isDirectory(entry)) {
      return AtomicFile.isUnfinished(entry);
    }
    try (Stream<Path> forks = Files.list(entry)) {
      return forks.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Opens an existing run. */
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

  /** Whether a directory holds a run, even a damaged one: its manifest or forks. */
  public static boolean isAt(Path path) {
    if (Files.isDirectory(path) && !Files.isExecutable(path)) {
      throw new UnreadableRunException(path, "cannot be read: permission denied", LISTABLE);
    }
    return hasManifest(path) || !forkFiles(path).isEmpty();
  }

  private static boolean hasManifest(Path path) {
    return Files.exists(path.resolve(MANIFEST));
  }

  /** The files of a run's forks, by round and then by name; none if their directory is missing. */
  static List<Path> forkFiles(Path path) {
    final Path folder = path.resolve(FORKS);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> FORK.matcher(name(file)).matches())
          .sorted(Comparator.comparingInt(RunDirectory::round).thenComparing(RunDirectory::name))
          .toList();
    } catch (IOException e) {
      throw new UnreadableRunException(
          folder, "cannot be listed: " + RunDirectoryException.reason(folder, e), LISTABLE, e);
    }
  }

  /** As a number: round 1000 comes after round 999. */
  private static int round(Path file) {
    final Matcher name = FORK.matcher(name(file));
    return name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  static String forkName(int round, Cell cell) {
    final String values =
        Stream.concat(
                Stream.of(cell.benchmark()),
                cell.params().entrySet().stream().map(RunDirectory::inName))
            .map(value -> SPECIAL_CHARACTERS.matcher(value).replaceAll("-"))
            .collect(Collectors.joining("_"));
    return String.format(Locale.ROOT, "round-%03d-%s.json", round, values);
  }

  /** Optional axes with their names, since cells have different ones. */
  private static String inName(Map.Entry<String, String> param) {
    return AxisNames.optionalAxes().containsKey(param.getKey())
        ? param.getKey() + "-" + param.getValue()
        : param.getValue();
  }

  public Path path() {
    return path;
  }

  /** Everything that is saved. */
  public Run load() {
    return new RunReader(path).read();
  }

  public void save(RunManifest manifest) {
    AtomicFile.writeDurably(path.resolve(MANIFEST), Json.pretty(manifest));
  }

  public void saveEnvironment(Map<String, ?> environment) {
    AtomicFile.writeDurably(path.resolve(ENVIRONMENT), Json.pretty(environment));
  }

  /** Saves one cell of a finished fork, once. */
  public void save(ForkRecord fork) {
    final Path file = file(fork);
    if (Files.exists(file)) {
      throw new RunDirectoryException(
          "%s exists already: a round holds one fork of a cell; count rounds from %d on"
              .formatted(file, fork.round() + 1));
    }
    AtomicFile.writeDurably(file, Json.compact(fork));
  }

  private Path file(ForkRecord fork) {
    return path.resolve(FORKS).resolve(forkName(fork.round(), fork.cell()));
  }

  /** Deletes forks that will be measured again. */
  public void discard(List<ForkRecord> partial) {
    partial.forEach(fork -> AtomicFile.delete(file(fork)));
  }

  /** Writes a report beside the saved files. */
  public void write(String file, String text) {
    AtomicFile.write(path.resolve(file), text);
  }

  /**
   * Takes every saved fork of a cell out of the results, because its premise broke. The files are
   * kept in another folder, for those who look for the cause.
   */
  public void withdraw(Cell cell) {
    final Path withdrawn = path.resolve(WITHDRAWN);
    try {
      for (final Path file : forkFiles(path)) {
        if (name(file).equals(forkName(round(file), cell))) {
          Files.createDirectories(withdrawn);
          Files.move(file, unusedIn(withdrawn, name(file)));
        }
      }
    } catch (IOException e) {
      throw RunDirectoryException.of("withdraw forks from", path, e);
    }
  }

  /** A name that no earlier withdrawn fork has. */
  private static Path unusedIn(Path folder, String name) {
    Path unused = folder.resolve(name);
    for (int n = 2; Files.exists(unused); n++) {
      unused = folder.resolve(name.replace(".json", "." + n + ".json"));
    }
    return unused;
  }

  /** Removes the files that a killed process had begun to write. */
  public void removeUnfinished() {
    try {
      AtomicFile.removeUnfinished(path);
      AtomicFile.removeUnfinished(path.resolve(FORKS));
    } catch (IOException e) {
      throw RunDirectoryException.of("tidy up", path, e);
    }
  }
}
