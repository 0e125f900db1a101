package io.github.handshakecost.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files in which a kernel describes itself: {@code /proc} and {@code /sys}. A file that is
 * absent, not ours to read, or not text is simply unknown, so that other systems need no code of
 * their own.
 *
 * @param root under which {@code proc} and {@code sys} lie; another one in tests
 */
public record SystemFiles(Path root) {

  /** What the record says of everything that it could not find out. */
  public static final String UNKNOWN = "unknown";

  /** In bytes; of {@code /proc/cpuinfo}, which may be longer, only the first CPU matters. */
  private static final int LARGEST = 1 << 16;

  /** The files of the machine that this program runs on. */
  public static SystemFiles ofThisMachine() {
    return new SystemFiles(Path.of("/"));
  }

  /**
   * The text of a file without white space at its ends; empty where it cannot be read or says
   * nothing.
   *
   * @param path relative to the root, such as {@code proc/sys/net/ipv4/tcp_tw_reuse}
   */
  public Optional<String> read(String path) {
    try (InputStream stream = Files.newInputStream(root.resolve(path))) {
      // A sysctl answers the first read alone (Linux, kernel/sysctl.c: proc_dointvec), and
      // Files.readString begins with one byte where a file's size is said to be 0.
      final byte[] bytes = new byte[LARGEST];
      final int length = stream.readNBytes(bytes, 0, LARGEST);
      return Optional.of(decode(ByteBuffer.wrap(bytes, 0, length)).strip())
          .filter(text -> !text.isEmpty());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static String decode(ByteBuffer bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
  }

  /** The lines of a file; none where it cannot be read. */
  public List<String> lines(String path) {
    return read(path).map(text -> text.lines().toList()).orElse(List.of());
  }

  /** Whether a file or a directory exists, readable or not. */
  public boolean exists(String path) {
    return Files.exists(root.resolve(path));
  }

  /** The value of a sysctl, in one line; empty where the system has none of that name. */
  public Optional<String> sysctl(String name) {
    return read("proc/sys/" + name.replace('.', '/')).map(text -> text.replaceAll("\\s+", " "));
  }

  String orUnknown(String path) {
    return read(path).orElse(UNKNOWN);
  }
}
