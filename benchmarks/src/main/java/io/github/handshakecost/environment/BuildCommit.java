package io.github.handshakecost.environment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * The commit that this program was built from, as the build wrote it into the jar.
 *
 * @param commit full hash, or {@code unknown} where the build saw no repository
 * @param dirty whether the tree had uncommitted changes; false where the commit is unknown
 */
public record BuildCommit(String commit, boolean dirty) {

  private static final String RESOURCE = "/io/github/handshakecost/git.properties";
  private static final int ABBREVIATED_LENGTH = 7;

  /** Of the running program. */
  public static BuildCommit ofThisBuild() {
    return readFrom(RESOURCE);
  }

  static BuildCommit readFrom(String resource) {
    final Properties properties = new Properties();
    try (InputStream stream = BuildCommit.class.getResourceAsStream(resource)) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException unreadable) {
      properties.clear();
    }
    return of(properties);
  }

  static BuildCommit of(Properties properties) {
    final String commit = properties.getProperty("git.commit.id.full", "").strip();
    if (commit.isEmpty()) {
      return new BuildCommit(SystemFiles.UNKNOWN, false);
    }
    // A tree that nobody vouches for is not clean.
    final boolean clean = "false".equals(properties.getProperty("git.dirty"));
    return new BuildCommit(commit, !clean);
  }

  /** Whether the build knew its commit. */
  public boolean known() {
    return !commit.equals(SystemFiles.UNKNOWN);
  }

  /** The first seven digits, for names and sentences; {@code unknown} stays whole. */
  public String abbreviated() {
    return commit.length() > ABBREVIATED_LENGTH && known()
        ? commit.substring(0, ABBREVIATED_LENGTH)
        : commit;
  }
}
