package io.github.handshakecost.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

final class BuildCommitTest {

  private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

  @Test
  void commitAndDirtyFlagComeFromTheBuild() {
    assertThat(BuildCommit.of(properties("true"))).isEqualTo(new BuildCommit(HASH, true));
    assertThat(BuildCommit.of(properties("false"))).isEqualTo(new BuildCommit(HASH, false));
  }

  @Test
  void treeIsDirtyUnlessTheBuildCallsItClean() {
    final Properties silent = properties("false");
    silent.remove("git.dirty");

    assertThat(BuildCommit.of(silent).dirty()).isTrue();
  }

  @Test
  void buildOutsideARepositoryIsUnknown() {
    final BuildCommit commit = BuildCommit.readFrom("/no/such/git.properties");

    assertThat(commit).isEqualTo(new BuildCommit("unknown", false));
    assertThat(commit.known()).isFalse();
    assertThat(commit.abbreviated()).isEqualTo("unknown");
  }

  @Test
  void abbreviationHasSevenDigits() {
    assertThat(new BuildCommit(HASH, true).abbreviated()).isEqualTo("0123456");
  }

  @Test
  void thisBuildHasAHashOrIsUnknown() {
    assertThat(BuildCommit.ofThisBuild().commit()).matches("[0-9a-f]{40}|unknown");
  }

  private static Properties properties(String dirty) {
    final Properties properties = new Properties();
    properties.setProperty("git.commit.id.full", HASH);
    properties.setProperty("git.dirty", dirty);
    return properties;
  }
}
