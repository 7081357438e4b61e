package dev.loadline.advisor.plan;

/**
 * How many of something a load needs.
 *
 * @param resource {@code pool/database}
 * @param what is counted: {@code connections}
 * @param now how many there are
 * @param needed how many it takes with the figures that the document calculates with, rounded up
 * @param low at the favourable end of all ranges
 * @param high at the unfavourable end
 * @param because the sum in one line
 */
public record Need(
    String resource,
    String what,
    double now,
    double needed,
    double low,
    double high,
    String because) {}
