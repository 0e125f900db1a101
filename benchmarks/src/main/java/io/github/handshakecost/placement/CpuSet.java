package io.github.handshakecost.placement;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of CPUs, each by the number that the kernel gives it.
 *
 * @param cpus in ascending order, never negative
 */
public record CpuSet(List<Integer> cpus) {

  public CpuSet {
    cpus = cpus.stream().sorted().distinct().toList();
    if (!cpus.isEmpty() && cpus.get(0) < 0) {
      throw new IllegalArgumentException("CPU " + cpus.get(0) + " is below 0; CPUs count from 0");
    }
  }

  /** The set in a mask as {@code sched_getaffinity(2)} fills it: CPU 0 is the lowest bit. */
  static CpuSet ofMask(long[] mask) {
    return new CpuSet(BitSet.valueOf(mask).stream().boxed().toList());
  }

  /** The set as {@code sched_setaffinity(2)} takes it, in as many words as it needs. */
  long[] toMask() {
    final BitSet bits = new BitSet();
    cpus.forEach(bits::set);
    return bits.toLongArray();
  }

  /** For people: {@code 0,1,5}. */
  @Override
  public String toString() {
    return cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
