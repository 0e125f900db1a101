package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunLockTest {
  @TempDir private Path temporary;

  @Test
  void secondRunIsRefusedWhereverItsTemporaryFolderIs() {
    final String first =
        hold(
            "one",
            () -> {
              assertThatThrownBy(() -> hold("other", () -> "second"))
                  .isInstanceOf(CannotRunException.class)
                  .hasMessageContainingAll(
                      "another run or JMH measures", "home", "wait until it has ended");
              return "first";
            });

    assertThat(first).isEqualTo("first");
    assertThat(hold("other", () -> "third")).isEqualTo("third");
  }

  @Test
  void lockIsFreeAfterAFailure() {
    assertThatThrownBy(
            () ->
                hold(
                    "one",
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");

    assertThat(hold("one", () -> "next")).isEqualTo("next");
  }

  @Test
  void runningJmhIsNoticed() throws IOException {
    final Path jmh = Files.createDirectories(temporary.resolve("one")).resolve("jmh.lock");
    try (FileChannel channel =
        FileChannel.open(jmh, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(channel.lock().isValid()).isTrue();

      assertThatThrownBy(() -> hold("one", () -> "run"))
          .isInstanceOf(CannotRunException.class)
          .hasMessageContaining(jmh.toString());
    }
  }

  @Test
  void runWithoutAHomeIsNotRefused() throws IOException {
    Files.writeString(temporary.resolve("home"), "a file");

    assertThat(hold("one", () -> "run")).isEqualTo("run");
  }

  private String hold(String folder, Supplier<String> work) {
    return RunLock.holding(
        temporary.resolve("home").resolve("handshake-cost.lock"),
        temporary.resolve(folder).resolve("jmh.lock"),
        work);
  }
}
