/** The JMH benchmarks and their states. */
@NullMarked
package io.github.handshakecost.bench;

import org.jspecify.annotations.NullMarked;
