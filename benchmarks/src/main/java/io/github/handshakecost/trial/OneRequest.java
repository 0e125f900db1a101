package io.github.handshakecost.trial;

import java.io.IOException;
import java.util.List;

/** A single GET. */
record OneRequest(String path) implements Operation {

  static OneRequest ofBytes(int length) {
    return new OneRequest("/bytes/" + length);
  }

  @Override
  public List<String> paths() {
    return List.of(path);
  }

  @Override
  public Object perform(User user) throws IOException {
    return user.get(path);
  }
}
