/** Carries out a run: its plan, its rounds and forks, and its directory until it ends. */
@NullMarked
package io.github.handshakecost.run;

import org.jspecify.annotations.NullMarked;
