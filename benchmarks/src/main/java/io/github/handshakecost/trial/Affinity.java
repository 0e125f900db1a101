package io.github.handshakecost.trial;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import io.github.handshakecost.axis.Axes.Placement;
import io.github.handshakecost.fixture.HttpsFixture;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pins the calling thread to CPUs, by {@code sched_setaffinity(2)} of Linux. Pin last: threads that
 * a pinned one starts are pinned too, and on a pinned thread {@link Runtime#availableProcessors()}
 * counts only the CPUs that are left (JDK, os_linux.cpp).
 */
public final class Affinity {

  /** The size of glibc's {@code cpu_set_t}: 1,024 CPUs. */
  private static final int MASK_WORDS = 1024 / Long.SIZE;

  private static final int CALLING_THREAD = 0;

  private Affinity() {}

  /**
   * Places the calling thread and the servers' threads.
   *
   * @throws PlacementRefusedException if the system refuses
   */
  static void place(Placement placement, Collection<HttpsFixture> servers) {
    if (placement == Placement.SAME_CORE) {
      final int cpu = measuringCpu();
      pinCurrentThread(cpu);
      servers.forEach(server -> server.onServerThreads(() -> pinCurrentThread(cpu)));
    }
  }

  /** Why threads cannot be pinned here, with the remedy; empty if they can. */
  public static Optional<String> refusal() {
    return refusal(LibC::load);
  }

  static Optional<String> refusal(Supplier<LibC> system) {
    try {
      final LibC libc = system.get();
      // Setting the CPUs that are already set changes nothing, and is refused if any setting is.
      restrictCurrentThread(libc, allowed(libc));
      return Optional.empty();
    } catch (PlacementRefusedException refused) {
      return Optional.ofNullable(refused.getMessage());
    }
  }

  /** The highest CPU allowed, because interrupts and housekeeping gather on the lowest. */
  static int measuringCpu() {
    return allowed().length() - 1;
  }

  /** The CPUs that the calling thread may run on. */
  static BitSet allowed() {
    return allowed(LibC.load());
  }

  static BitSet allowed(LibC libc) {
    final long[] mask = new long[MASK_WORDS];
    try {
      libc.sched_getaffinity(CALLING_THREAD, maskBytes(), mask);
    } catch (LastErrorException refused) {
      throw refused("cannot read which CPUs this thread may run on", refused);
    }
    return BitSet.valueOf(mask);
  }

  static void pinCurrentThread(int cpu) {
    final BitSet one = new BitSet();
    one.set(cpu);
    restrictCurrentThread(LibC.load(), one);
  }

  static void restrictCurrentThread(LibC libc, BitSet cpus) {
    // The mask has no room for a CPU above 1,023, and the kernel refuses an empty mask.
    final long[] mask = Arrays.copyOf(cpus.toLongArray(), MASK_WORDS);
    try {
      libc.sched_setaffinity(CALLING_THREAD, maskBytes(), mask);
    } catch (LastErrorException refused) {
      final String names = cpus.stream().mapToObj(String::valueOf).collect(Collectors.joining(","));
      throw refused("cannot pin this thread to CPU " + names, refused);
    }
  }

  private static PlacementRefusedException refused(String what, LastErrorException error) {
    return new PlacementRefusedException(
        what,
        "errno " + error.getErrorCode() + ", " + error.getMessage(),
        "allow sched_setaffinity in the seccomp profile of the container",
        error);
  }

  /** No constant: its class needs the native code, which may be missing. */
  private static NativeLong maskBytes() {
    return new NativeLong((long) MASK_WORDS * Long.BYTES);
  }

  /** The functions of the C library that pin a thread. {@code size_t} is a C {@code long}. */
  @SuppressWarnings("MemberName") // JNA finds a function by the name of its method.
  interface LibC extends Library {

    int sched_getaffinity(int thread, NativeLong bytes, long[] mask) throws LastErrorException;

    int sched_setaffinity(int thread, NativeLong bytes, long[] mask) throws LastErrorException;

    static LibC load() {
      return load(Platform.C_LIBRARY_NAME, Platform.isLinux());
    }

    static LibC load(String library, boolean linux) {
      final String what = "cannot pin threads to a CPU";
      if (!linux) {
        throw new PlacementRefusedException(
            what,
            System.getProperty("os.name") + " has no sched_setaffinity",
            "measure on Linux",
            null);
      }
      try {
        return Native.load(library, LibC.class);
      } catch (LinkageError missing) {
        throw new PlacementRefusedException(
            what,
            "the native code of JNA or the library " + library + " does not load",
            "let -Djava.io.tmpdir name a directory that is not mounted noexec",
            missing);
      }
    }
  }

  /** The system does not let a thread be pinned to a CPU. */
  public static final class PlacementRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlacementRefusedException(String what, String why, String remedy, @Nullable Throwable cause) {
      super(what + ": " + why + "; " + remedy + ", or measure with -p placement=free", cause);
    }
  }
}
