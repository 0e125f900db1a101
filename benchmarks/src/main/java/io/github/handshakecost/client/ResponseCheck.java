package io.github.handshakecost.client;

/** What every response must pass before it counts. */
@FunctionalInterface
public interface ResponseCheck {

  /**
   * Lets the right response pass.
   *
   * @throws RuntimeException naming path, expected and found, if the response is not the right one
   */
  void check(String path, Response response);
}
