/**
 * One adapter per HTTP client behind one small interface, and the ways to use it: a client that is
 * kept, and a client that is made anew for each request.
 */
@NullMarked
package io.github.handshakecost.client;

import org.jspecify.annotations.NullMarked;
