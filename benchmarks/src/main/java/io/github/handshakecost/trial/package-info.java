/**
 * One group of cells in one JVM: the server, the threads' placement, the warm-up, and the proof of
 * each iteration. JMH calls it from package {@code bench}.
 */
@NullMarked
package io.github.handshakecost.trial;

import org.jspecify.annotations.NullMarked;
