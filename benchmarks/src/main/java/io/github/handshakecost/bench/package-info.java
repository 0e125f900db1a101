/** The JMH benchmarks and their states: a benchmark's body is one statement. */
@NullMarked
package io.github.handshakecost.bench;

import org.jspecify.annotations.NullMarked;
