package dev.loadline.collector.exposition;

import java.util.Map;
import java.util.OptionalLong;

/**
 * One line of an exposition: {@code hikaricp_connections_max{pool="orders"} 15}.
 *
 * @param labels in the order of the line
 * @param value as published, NaN and infinities included
 * @param epochMillis where the line gives a time of its own
 */
public record Point(
    String name, Map<String, String> labels, double value, OptionalLong epochMillis) {}
