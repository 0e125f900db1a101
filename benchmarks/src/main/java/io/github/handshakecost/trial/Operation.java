package io.github.handshakecost.trial;

import java.io.IOException;
import java.util.List;

/** What a user program does over and over: the thing that is timed. */
interface Operation {

  /** Every path that the operation asks for. */
  List<String> paths();

  /** Does it once. The result only keeps the JIT from dropping the work. */
  Object perform(User user) throws IOException;
}
