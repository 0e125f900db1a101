package io.github.handshakecost.environment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A control group in a mounted hierarchy.
 *
 * @param mount directory of the hierarchy's root, such as {@code sys/fs/cgroup}
 * @param group path of the group as {@code /proc/self/cgroup} gives it
 */
record GroupPath(String mount, String group) {

  /** What the record says where nothing is limited. */
  static final String NO_LIMIT = "none";

  /**
   * The group's directory and those of its ancestors, up to the mount. In a container the path may
   * be one that only the host can see; the mount then is the container's own group.
   */
  Stream<String> directories() {
    final List<String> names = Stream.of(group.split("/")).filter(n -> !n.isEmpty()).toList();
    if (names.contains("..")) {
      return Stream.of(mount);
    }
    return IntStream.rangeClosed(0, names.size())
        .mapToObj(up -> names.subList(0, names.size() - up))
        .map(kept -> kept.isEmpty() ? mount : mount + "/" + String.join("/", kept));
  }

  /** A number as the kernel writes it; empty for words such as {@code max}. */
  static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException word) {
      return Optional.empty();
    }
  }
}
