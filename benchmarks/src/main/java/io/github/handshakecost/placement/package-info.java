/** Which core a thread runs on: on loopback that decides more than what the thread does. */
@NullMarked
package io.github.handshakecost.placement;

import org.jspecify.annotations.NullMarked;
