/** The machine and the program of a run: all that a reader needs to judge its numbers. */
@NullMarked
package io.github.handshakecost.environment;

import org.jspecify.annotations.NullMarked;
