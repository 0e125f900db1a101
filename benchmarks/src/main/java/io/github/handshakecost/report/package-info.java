/** One class per format; reads saved files only. */
@NullMarked
package io.github.handshakecost.report;

import org.jspecify.annotations.NullMarked;
