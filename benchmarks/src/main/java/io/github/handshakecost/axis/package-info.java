/** The axes, and how their values are read from text. */
@NullMarked
package io.github.handshakecost.axis;

import org.jspecify.annotations.NullMarked;
