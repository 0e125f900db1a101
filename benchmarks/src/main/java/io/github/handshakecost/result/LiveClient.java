package io.github.handshakecost.result;

/**
 * What a client holds that is open after one request, with the server's end of its connection.
 *
 * @param heapBytes of objects that are left after a collection
 * @param threads that it has started
 */
public record LiveClient(double heapBytes, double threads) {}
