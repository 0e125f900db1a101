package io.github.handshakecost.cli;

import io.github.handshakecost.environment.BuildCommit;
import picocli.CommandLine.IVersionProvider;

/** Names the commit: a number belongs to one. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    final BuildCommit build = BuildCommit.ofThisBuild();
    return new String[] {
      "handshake-cost, commit " + build.abbreviated() + (build.dirty() ? ", changed since" : "")
    };
  }
}
