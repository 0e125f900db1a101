/** Rules that hold between the packages. */
@NullMarked
package io.github.handshakecost;

import org.jspecify.annotations.NullMarked;
