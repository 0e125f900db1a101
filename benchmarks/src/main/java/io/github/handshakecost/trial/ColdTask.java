package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.client.Target;
import io.github.handshakecost.client.Target.AddressRing;
import io.github.handshakecost.client.TlsConfig;
import io.github.handshakecost.client.TlsConfig.Trust;
import io.github.handshakecost.client.TlsLibrary;
import io.github.handshakecost.fixture.HttpsFixture;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The work of a new JVM. It comes through standard input, because other users can read a command
 * line and the token is secret. Names stay text, so that the first request loads their classes.
 *
 * @param policy the name of its constant
 * @param client the name of its constant
 * @param nths the requests to time, ascending
 */
record ColdTask(
    String policy,
    String client,
    URI base,
    List<InetAddress> addresses,
    String tls,
    String caPem,
    String token,
    ExpectedResponse expected,
    List<Integer> nths) {
  private static final int TENTH = 10;

  static ColdTask of(Settings settings, TestBed bed, List<Integer> nths) {
    final String path = "/bytes/" + settings.get(Axes.BODY);
    final HttpsFixture server = bed.servers().of(settings);
    return new ColdTask(
        settings.get(Axes.POLICY).name(),
        settings.get(Axes.CLIENT).name(),
        settings.secure() ? server.https() : server.http(),
        bed.addresses(server),
        settings.get(Axes.PROTOCOL).jdkName(),
        server.caPem(),
        server.bearerToken(),
        ExpectedResponse.of(path, server.body(path)),
        nths);
  }

  void writeTo(OutputStream stream) throws IOException {
    final DataOutputStream out = new DataOutputStream(stream);
    out.writeUTF(policy);
    out.writeUTF(client);
    out.writeUTF(base.toString());
    out.writeInt(addresses.size());
    for (final InetAddress address : addresses) {
      out.writeUTF(address.getHostAddress());
    }
    out.writeUTF(tls);
    out.writeUTF(caPem);
    out.writeUTF(token);
    out.writeUTF(expected.path());
    out.writeInt(expected.length());
    out.writeLong(expected.crc());
    out.writeInt(nths.size());
    for (final int nth : nths) {
      out.writeInt(nth);
    }
    out.flush();
  }

  static ColdTask readFrom(InputStream stream) throws IOException {
    final DataInputStream in = new DataInputStream(stream);
    final String policy = in.readUTF();
    final String client = in.readUTF();
    final URI base = URI.create(in.readUTF());
    final List<InetAddress> addresses = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      addresses.add(InetAddress.getByName(in.readUTF()));
    }
    final String tls = in.readUTF();
    final String caPem = in.readUTF();
    final String token = in.readUTF();
    final ExpectedResponse expected =
        new ExpectedResponse(in.readUTF(), in.readInt(), in.readLong());
    final List<Integer> nths = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      nths.add(in.readInt());
    }
    return new ColdTask(policy, client, base, addresses, tls, caPem, token, expected, nths);
  }

  Target target() {
    return new Target(
        base,
        new AddressRing(addresses),
        new TlsConfig(TlsLibrary.JDK, tls, caPem, Trust.ONE, List.of(), false),
        token,
        1);
  }

  /** The requests around a number that are timed for it: those within 10 % of it. */
  static int first(int nth) {
    return nth - nth / TENTH;
  }

  static int last(int nth) {
    return nth + nth / TENTH;
  }

  /** Keeps the token out of messages and logs. */
  @Override
  public String toString() {
    return policy + " " + target();
  }
}
