package io.github.handshakecost.selftest;

import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.GroupTask.Arm;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.run.ArmForks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Arms that are compared within a JVM; a round is one fork of all of them. */
final class Arms implements Part {
  private final String name;
  private final List<Arm> arms;
  private final ArmForks forks;
  private final Steps steps;
  private final Function<List<List<ForkRecord>>, SelfTest.Part> judge;
  private final List<List<ForkRecord>> measured = new ArrayList<>();

  /**
   * @param judge of two forks at least
   */
  Arms(
      String name,
      List<Arm> arms,
      ArmForks forks,
      Steps steps,
      Function<List<List<ForkRecord>>, SelfTest.Part> judge) {
    this.name = name;
    this.arms = arms;
    this.forks = forks;
    this.steps = steps;
    this.judge = judge;
  }

  @Override
  public Optional<SelfTest.Part> measure(int round) {
    measured.add(steps.step(name, round, () -> forks.together(round, name, arms)));
    return measured.size() < 2 ? Optional.empty() : Optional.of(judge.apply(measured));
  }
}
