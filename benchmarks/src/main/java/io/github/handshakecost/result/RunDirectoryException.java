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

/** A directory cannot be made or written; the message names path, cause and remedy. */
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

  /** Why something failed, without the path if the sentence names it already. */
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
      return "a directory is needed, and this is a file";
    }
    if (cause instanceof ReadOnlyFileSystemException) {
      return "the file system is read-only";
    }
    final String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static String remedy(String action, Exception cause) {
    // The JDK has no exception for a full disk, only the system's words (ENOSPC, EDQUOT).
    final String words = reason(cause).toLowerCase(Locale.ROOT);
    if (cause instanceof IOException && (words.contains("space") || words.contains("quota"))) {
      return "free some space, or name another place with --out";
    }
    return action.equals("create")
        ? "name a directory that you may write with --out"
        : "use a directory that you may write";
  }
}
