package io.github.handshakecost.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A directory that has a name. Java takes an empty path for the current directory. */
final class DirectoryConverter implements ITypeConverter<Path> {

  @Override
  public Path convert(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException(
          "'" + text + "' is no name of a directory; give one, as in --out results/mine");
    }
    return Path.of(text);
  }
}
