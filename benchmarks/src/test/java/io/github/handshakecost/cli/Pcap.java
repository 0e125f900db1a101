package io.github.handshakecost.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The connections in a capture at the client's end, with times in microseconds. */
record Pcap(List<Connection> connections) {
  private static final int FILE_HEADER = 24;
  private static final int PACKET_HEADER = 16;
  private static final int SYN = 2;
  private static final int ACK = 16;

  /** First byte of a TLS record that carries a handshake (RFC 8446 section 5.1). */
  private static final int HANDSHAKE = 22;

  private static final int ENCRYPTED = 23;
  private static final int CHANGE_CIPHER_SPEC = 20;

  /**
   * One connection. Its handshake goes from ClientHello to the client's Finished, which under TLS
   * 1.3 is the first that it sends encrypted (RFC 8446 section 4.4.4).
   */
  static final class Connection {
    private double syn = Double.NaN;
    private double synAck = Double.NaN;
    private double hello = Double.NaN;
    private double finished = Double.NaN;

    double connectMicros() {
      return synAck - syn;
    }

    double handshakeMicros() {
      return finished - hello;
    }

    private void sent(double at, int flags, ByteBuffer payload) {
      if ((flags & (SYN | ACK)) == SYN) {
        syn = at;
      } else if (payload.remaining() > 0) {
        final int type = payload.get(payload.position());
        if (type == HANDSHAKE && Double.isNaN(hello)) {
          hello = at;
        } else if ((type == ENCRYPTED || type == CHANGE_CIPHER_SPEC) && Double.isNaN(finished)) {
          finished = at;
        }
      }
    }

    private void received(double at, int flags) {
      if ((flags & (SYN | ACK)) == (SYN | ACK)) {
        synAck = at;
      }
    }
  }

  /** Reads a file of raw IPv4 packets with nanoseconds. */
  static Pcap read(Path file) throws IOException {
    final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    final List<Connection> connections = new ArrayList<>();
    final Map<Integer, Connection> byClientPort = new HashMap<>();
    bytes.position(FILE_HEADER);
    while (bytes.remaining() >= PACKET_HEADER) {
      final double at = bytes.getInt() * 1e6 + bytes.getInt() / 1e3;
      final int length = bytes.getInt();
      bytes.getInt();
      packet(at, bytes.slice(bytes.position(), length), byClientPort, connections);
      bytes.position(bytes.position() + length);
    }
    return new Pcap(connections);
  }

  /**
   * The client is at 10.9.0.1. Each SYN opens a connection, also at a port that was used before.
   */
  private static void packet(
      double at,
      ByteBuffer packet,
      Map<Integer, Connection> byClientPort,
      List<Connection> connections) {
    final int tcp = (packet.get(0) & 0xf) * 4;
    final int flags = packet.get(tcp + 13);
    final int data = tcp + ((packet.get(tcp + 12) >> 4) & 0xf) * 4;
    final boolean outward = packet.get(15) == 1;
    final int client = Short.toUnsignedInt(packet.getShort(outward ? tcp : tcp + 2));
    if (outward && (flags & (SYN | ACK)) == SYN) {
      byClientPort.put(client, new Connection());
      connections.add(byClientPort.get(client));
    }
    final Connection connection = byClientPort.get(client);
    if (connection == null) {
      return;
    }
    if (outward) {
      connection.sent(at, flags, packet.slice(data, packet.limit() - data));
    } else {
      connection.received(at, flags);
    }
  }

  /** The connections whose TCP connect took at least a time. */
  Pcap connectingFor(double micros) {
    return new Pcap(
        connections.stream().filter(connection -> connection.connectMicros() >= micros).toList());
  }

  /** The mean over all connections with a handshake. */
  double meanMicros(ToDoubleFunction<Connection> time) {
    return times(time).average().orElseThrow();
  }

  /** The least of all connections with a handshake. */
  double leastMicros(ToDoubleFunction<Connection> time) {
    return times(time).min().orElseThrow();
  }

  private DoubleStream times(ToDoubleFunction<Connection> time) {
    return connections.stream()
        .filter(connection -> !Double.isNaN(connection.handshakeMicros()))
        .mapToDouble(time);
  }
}
