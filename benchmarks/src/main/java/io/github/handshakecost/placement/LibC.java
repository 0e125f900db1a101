package io.github.handshakecost.placement;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;

/**
 * The two functions of the C library that place a thread; sched_setaffinity(2). A {@code size_t} is
 * as wide as a C {@code long} wherever Linux runs.
 */
@SuppressWarnings("MemberName") // JNA finds a function by the name of its method.
interface LibC extends Library {

  int sched_getaffinity(int thread, NativeLong bytes, long[] mask) throws LastErrorException;

  int sched_setaffinity(int thread, NativeLong bytes, long[] mask) throws LastErrorException;

  /** The C library of this system. */
  static LibC load() {
    return load(Platform.C_LIBRARY_NAME, Platform.isLinux());
  }

  /** A library by name, so that a missing one and a foreign system can be tried. */
  static LibC load(String library, boolean linux) {
    final String what = "cannot bind threads to a CPU";
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
