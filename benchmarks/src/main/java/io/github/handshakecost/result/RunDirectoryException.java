package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** A run directory cannot be made, written or read; the message names path, cause and remedy. */
public final class RunDirectoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunDirectoryException(String sentence) {
    super(sentence);
  }

  private RunDirectoryException(String sentence, Exception cause) {
    super(sentence, cause);
  }

  static RunDirectoryException of(String action, Path path, Exception cause) {
    return new RunDirectoryException(
        "cannot %s %s: %s; %s".formatted(action, path, reason(path, cause), remedy(action, cause)),
        cause);
  }

  /**
   * Why something failed, without the path that the sentence names already.
   *
   * @param path that is named
   */
  static String reason(Path path, Exception cause) {
    return cause instanceof FileSystemException failure
            && failure.getReason() != null
            && path.toString().equals(failure.getFile())
        ? failure.getReason()
        : reason(cause);
  }

  private static String reason(Exception cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return "a file stands where a directory is needed";
    }
    if (cause instanceof ReadOnlyFileSystemException) {
      return "the file system is read-only";
    }
    final String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  /** Another place can be named for what is made anew, but not for what belongs to a saved run. */
  private static String remedy(String action, Exception cause) {
    // The JDK has no exception of its own for a full disk, only the system's words (ENOSPC,
    // EDQUOT).
    final String words = reason(cause).toLowerCase(Locale.ROOT);
    final boolean full =
        cause instanceof IOException && (words.contains("space") || words.contains("quota"));
    if (full) {
      return "free some space, or name another place with --out";
    }
    return action.equals("create")
        ? "name a directory that you may write with --out"
        : "use a directory that you may write";
  }
}
