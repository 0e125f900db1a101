package io.github.handshakecost.environment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * The commit that this program was built from.
 *
 * @param commit full hash, or {@code unknown} if the build saw no repository
 * @param dirty whether the tree had uncommitted changes; false if the commit is unknown
 */
public record BuildCommit(String commit, boolean dirty) {
  private static final String RESOURCE = "/io/github/handshakecost/git.properties";
  private static final int ABBREVIATED_LENGTH = 7;

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

  /** A tree counts as clean only if the build says so. */
  static BuildCommit of(Properties properties) {
    final String commit = properties.getProperty("git.commit.id.full", "").strip();
    return commit.isEmpty()
        ? new BuildCommit(SystemFiles.UNKNOWN, false)
        : new BuildCommit(commit, !"false".equals(properties.getProperty("git.dirty")));
  }

  public boolean known() {
    return !commit.equals(SystemFiles.UNKNOWN);
  }

  /** The first seven digits, or {@code unknown}. */
  public String abbreviated() {
    return known()
        ? commit.substring(0, Math.min(ABBREVIATED_LENGTH, commit.length()))
        : SystemFiles.UNKNOWN;
  }
}
