/** One adapter per HTTP client, and how each policy uses a client. */
@NullMarked
package io.github.handshakecost.client;

import org.jspecify.annotations.NullMarked;
