package io.github.handshakecost.trial;

import java.io.IOException;

/** Makes something of a body. */
@FunctionalInterface
interface BodyDecoder<T> {
  T decode(byte[] body) throws IOException;
}
