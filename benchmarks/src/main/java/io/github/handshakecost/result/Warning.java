package io.github.handshakecost.result;

/**
 * Something a reader of a number has to know. Travels with the result.
 *
 * @param cause what was seen, with its figures
 * @param remedy what to do about it
 */
public record Warning(String cause, String remedy) {

  @Override
  public String toString() {
    return cause + "; " + remedy;
  }
}
