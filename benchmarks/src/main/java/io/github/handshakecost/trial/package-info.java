/**
 * One cell in one JVM: the fixture, the user program that sends requests to it, its warm-up, and
 * the proof of each iteration. Knows nothing of JMH, which calls it from package {@code bench}.
 */
@NullMarked
package io.github.handshakecost.trial;

import org.jspecify.annotations.NullMarked;
