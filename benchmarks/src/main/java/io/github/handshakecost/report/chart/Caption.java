package io.github.handshakecost.report.chart;

/**
 * What a picture says of itself.
 *
 * @param title what it shows
 * @param place under which circumstances
 * @param mark what is wrong with the run, for example {@code incomplete, inconclusive}; empty where
 *     nothing is
 */
public record Caption(String title, String place, String mark) {}
