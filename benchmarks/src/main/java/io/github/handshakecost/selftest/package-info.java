/** Measures the harness itself. */
@NullMarked
package io.github.handshakecost.selftest;

import org.jspecify.annotations.NullMarked;
