/** The terms of a measurement, without dependencies, so that every package may use them. */
@NullMarked
package io.github.handshakecost.model;

import org.jspecify.annotations.NullMarked;
