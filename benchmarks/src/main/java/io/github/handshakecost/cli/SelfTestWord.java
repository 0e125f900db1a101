package io.github.handshakecost.cli;

import io.github.handshakecost.selftest.SelfTestPart;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The next word is the part of the self-test, unless it may be an option of JMH. */
final class SelfTestWord implements IParameterPreprocessor {
  @Override
  public boolean preprocess(
      Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    if (args.isEmpty() || args.peek().startsWith("-")) {
      args.push(SelfTestPart.STANDARD);
    }
    return false;
  }
}
