package io.github.handshakecost.stats;

import java.util.Locale;

/** What {@code summary.json} says of a cell some of whose forks are not as they should be. */
enum Flag {
  UNSETTLED,
  DRIFTED,
  MULTIMODAL,
  OUTLIER;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
