/** Habits of programs with HTTP clients, and counts of what each does to connections. */
@NullMarked
package io.github.handshakecost.habit;

import org.jspecify.annotations.NullMarked;
