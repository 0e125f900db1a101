package io.github.handshakecost.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SystemFilesTest {

  private final Path root;

  SystemFilesTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void sysctlIsFoundByItsNameAndPrintedOnOneLine() {
    final SystemFiles files =
        new FakeSystem(root).with("proc/sys/net/ipv4/tcp_rmem", "4096\t131072\t33554432\n").files();

    assertThat(files.sysctl("net.ipv4.tcp_rmem")).isEqualTo("4096 131072 33554432");
  }

  @Test
  void missingFileEmptyFileAndDirectoryAreUnknown() {
    final SystemFiles files = new FakeSystem(root).with("proc/empty", " \n").files();

    assertThat(files.read("proc/absent")).isEmpty();
    assertThat(files.read("proc/empty")).isEmpty();
    assertThat(files.read("proc")).isEmpty();
    assertThat(files.orUnknown("proc/absent")).isEqualTo("unknown");
  }

  @Test
  void fileThatIsNotTextIsUnknown() throws IOException {
    Files.write(root.resolve("blob"), new byte[] {(byte) 0xC3, (byte) 0x28});

    assertThat(new SystemFiles(root).read("blob")).isEmpty();
  }

  @Test
  void sysctlOfThisKernelIsReadWhole() {
    final SystemFiles files = SystemFiles.ofThisMachine();
    assumeTrue(
        files.exists("proc/sys/net/ipv4/ip_local_port_range"), "there is no sysctl to read here");

    assertThat(files.sysctl("net.ipv4.ip_local_port_range")).matches("\\d+ \\d{4,5}");
  }
}
