package io.github.handshakecost.axis;

import io.github.handshakecost.fixture.KeyType;

/** The key of the server's certificate. */
public enum Key implements AxisValue {
  EC_P256("ec-p256", KeyType.EC_P256),
  RSA_2048("rsa-2048", KeyType.RSA_2048);

  private final String label;
  private final KeyType type;

  Key(String label, KeyType type) {
    this.label = label;
    this.type = type;
  }

  @Override
  public String label() {
    return label;
  }

  public KeyType type() {
    return type;
  }
}
