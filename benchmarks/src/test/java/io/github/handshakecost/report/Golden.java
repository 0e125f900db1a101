package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that show what a report looks like, and change only on purpose. */
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** {@code mvn test -Dgolden.update=true} writes the files anew; read the diff. */
  static void assertSame(String name, String found) throws IOException {
    final Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER.resolve(name).resolve("..").normalize());
      Files.writeString(file, found);
    }
    assertThat(found).isEqualTo(Files.readString(file));
  }
}
