package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code CITATION.cff}, from which GitHub makes the button "Cite this repository". */
final class CitationTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void versionIsThatOfTheBuild() throws IOException {
    final Matcher version =
        Pattern.compile("<artifactId>handshake-cost</artifactId>\\s*<version>(.*)</version>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();

    assertThat(citation()).contains("version: " + version.group(1));
  }

  /** The keys that version 1.2.0 of the format requires, and the author of the entries. */
  @Test
  void whatTheFormatRequiresIsThere() throws IOException {
    assertThat(citation())
        .contains("cff-version: 1.2.0", "title: handshake-cost", "authors:")
        .contains("  - name: The handshake-cost developers", "license: Apache-2.0")
        .anyMatch(line -> line.startsWith("message: "));
  }

  private static List<String> citation() throws IOException {
    return Files.readAllLines(ROOT.resolve("CITATION.cff"));
  }
}
