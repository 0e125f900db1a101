package io.github.handshakecost.result;

/** A fact about the measurement that a reader of its figures has to know. */
public record Warning(String cause, String remedy) {

  @Override
  public String toString() {
    return cause + "; " + remedy;
  }
}
