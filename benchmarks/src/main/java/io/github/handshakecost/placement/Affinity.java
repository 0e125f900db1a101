package io.github.handshakecost.placement;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Binds the calling thread to CPUs, by {@code sched_setaffinity(2)} of Linux. No other thread is
 * touched; but a thread that a bound one starts inherits the binding, and on a bound thread {@link
 * Runtime#availableProcessors()} counts only what is left (JDK, os_linux.cpp). So bind last.
 */
public final class Affinity {

  /** The size of glibc's {@code cpu_set_t}: room for 1024 CPUs. */
  private static final int MASK_WORDS = 1024 / Long.SIZE;

  private static final int CALLING_THREAD = 0;

  /** EINVAL; sched_setaffinity(2): the mask names no CPU that this thread may use. */
  private static final int NO_SUCH_CPU = 22;

  private Affinity() {}

  /**
   * The CPUs that the calling thread may run on.
   *
   * @throws PlacementRefusedException where the system does not tell
   */
  public static CpuSet allowed() {
    return allowed(LibC.load());
  }

  static CpuSet allowed(LibC libc) {
    final long[] mask = new long[MASK_WORDS];
    try {
      libc.sched_getaffinity(CALLING_THREAD, maskBytes(), mask);
    } catch (LastErrorException refused) {
      throw refused("cannot read which CPUs this thread may run on", refused);
    }
    return CpuSet.ofMask(mask);
  }

  /**
   * Binds the calling thread to one CPU. To undo it, keep {@link #allowed()} from before and {@link
   * #restrictCurrentThread} to that afterwards, on the same thread.
   *
   * @throws PlacementRefusedException where the system refuses, or gives this process no such CPU
   */
  public static void pinCurrentThread(int cpu) {
    restrictCurrentThread(new CpuSet(List.of(cpu)));
  }

  /**
   * Lets the calling thread run on these CPUs alone.
   *
   * @throws PlacementRefusedException where the system refuses, or gives this process none of them
   */
  public static void restrictCurrentThread(CpuSet cpus) {
    restrictCurrentThread(LibC.load(), cpus);
  }

  static void restrictCurrentThread(LibC libc, CpuSet cpus) {
    // A CPU beyond the mask falls off it, and the kernel refuses an empty mask as it should.
    final long[] mask = Arrays.copyOf(cpus.toMask(), MASK_WORDS);
    try {
      libc.sched_setaffinity(CALLING_THREAD, maskBytes(), mask);
    } catch (LastErrorException refused) {
      throw refused("cannot bind this thread to CPU " + cpus, refused);
    }
  }

  /**
   * The CPU to measure on: the highest one allowed, because interrupts and housekeeping gather on
   * the lowest.
   *
   * @throws PlacementRefusedException where the system does not tell
   */
  public static int measuringCpu() {
    return Collections.max(allowed().cpus());
  }

  /** Why threads cannot be bound here, in a sentence with a remedy; empty where they can. */
  public static Optional<String> refusal() {
    return refusal(LibC::load);
  }

  static Optional<String> refusal(Supplier<LibC> system) {
    try {
      final LibC libc = system.get();
      // Setting what is already set changes nothing, and is refused where any setting is.
      restrictCurrentThread(libc, allowed(libc));
      return Optional.empty();
    } catch (PlacementRefusedException refused) {
      return Optional.ofNullable(refused.getMessage());
    }
  }

  private static PlacementRefusedException refused(String what, LastErrorException error) {
    final boolean noSuchCpu = error.getErrorCode() == NO_SUCH_CPU;
    return new PlacementRefusedException(
        what,
        "errno " + error.getErrorCode() + ", " + error.getMessage(),
        noSuchCpu
            ? "name a CPU of Cpus_allowed_list in /proc/self/status"
            : "allow sched_setaffinity in the seccomp profile of the container",
        error);
  }

  /** No constant: making one needs the native code, and where that is missing it has to be said. */
  private static NativeLong maskBytes() {
    return new NativeLong((long) MASK_WORDS * Long.BYTES);
  }
}
