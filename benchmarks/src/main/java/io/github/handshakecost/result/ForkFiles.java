package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the files of forks are named, which is also how they are found. */
final class ForkFiles {
  private static final String SUFFIX = ".json";
  private static final Pattern NAME = Pattern.compile("round-(\\d{1,9})-(.*)\\.json");
  private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9.]+");

  private ForkFiles() {}

  static String name(int round, Cell cell) {
    return name(round, slug(cell));
  }

  /** The same where the slug of the cell is known. */
  static String name(int round, String slug) {
    // Three digits at least, without a formatter: a large run has some ten thousand names.
    final String digits = Integer.toString(round);
    return "round-" + "0".repeat(Math.max(0, 3 - digits.length())) + digits + "-" + slug + SUFFIX;
  }

  /** All of a directory, by round and then by name; none where there is no directory. */
  static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> nameOf(file).startsWith("round-") && nameOf(file).endsWith(SUFFIX))
          .map(file -> new Numbered(round(file), nameOf(file), file))
          .sorted(Comparator.comparingInt(Numbered::round).thenComparing(Numbered::name))
          .map(Numbered::file)
          .toList();
    }
  }

  /** Whether a file is named as a fork of this cell, of whatever round. */
  static boolean isOf(Path file, Cell cell) {
    final Matcher name = NAME.matcher(nameOf(file));
    return name.matches() && slug(cell).equals(name.group(2));
  }

  /** Where a file can be moved to without taking another's place. */
  static Path unusedIn(Path folder, Path file) {
    final String name = nameOf(file);
    final String stem = name.substring(0, name.length() - SUFFIX.length());
    Path unused = folder.resolve(name);
    for (int n = 2; Files.exists(unused); n++) {
      unused = folder.resolve(stem + "." + n + SUFFIX);
    }
    return unused;
  }

  /** A file and what it is sorted by, read off its name once. */
  private record Numbered(int round, String name, Path file) {}

  /** As a number: round 1000 comes after round 999. */
  private static int round(Path file) {
    final Matcher name = NAME.matcher(nameOf(file));
    return name.matches() ? Integer.parseInt(name.group(1)) : Integer.MAX_VALUE;
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString();
  }

  /** What names a cell in the name of a file. */
  static String slug(Cell cell) {
    return Stream.concat(Stream.of(cell.benchmark()), cell.params().values().stream())
        .map(part -> NO_WORD.matcher(part).replaceAll("-"))
        .collect(Collectors.joining("_"));
  }
}
