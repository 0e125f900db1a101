package io.github.handshakecost.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files in which Linux describes itself. A missing or unreadable file is unknown, so other
 * systems need no special code.
 *
 * @param root directory of {@code proc} and {@code sys}
 */
record SystemFiles(Path root) {
  /** The value of everything that could not be found out. */
  static final String UNKNOWN = "unknown";

  /** In bytes; {@code /proc/cpuinfo} may be longer, but only its first CPU is read. */
  private static final int LARGEST = 1 << 16;

  static SystemFiles ofThisMachine() {
    return new SystemFiles(Path.of("/"));
  }

  /** The stripped text of a file, given relative to the root; empty if unreadable or blank. */
  Optional<String> read(String path) {
    try (InputStream stream = Files.newInputStream(root.resolve(path))) {
      // A sysctl answers only the first read (Linux, kernel/sysctl.c: proc_dointvec), and
      // Files.readString first reads one byte of a file of size 0.
      final byte[] bytes = new byte[LARGEST];
      final int length = stream.readNBytes(bytes, 0, LARGEST);
      final ByteBuffer content = ByteBuffer.wrap(bytes, 0, length);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(content).toString().strip())
          .filter(text -> !text.isEmpty());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  List<String> lines(String path) {
    return read(path).map(text -> text.lines().toList()).orElse(List.of());
  }

  /** The rest of the first line that begins with a prefix. */
  String after(String prefix, String path) {
    return lines(path).stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst()
        .orElse(UNKNOWN);
  }

  boolean exists(String path) {
    return Files.exists(root.resolve(path));
  }

  /** The value of a kernel setting, on one line. */
  String sysctl(String name) {
    return orUnknown("proc/sys/" + name.replace('.', '/')).replaceAll("\\s+", " ");
  }

  String orUnknown(String path) {
    return read(path).orElse(UNKNOWN);
  }
}
