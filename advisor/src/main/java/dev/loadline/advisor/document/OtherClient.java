package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Count;
import dev.loadline.collector.yaml.Default;

/**
 * Somebody else who opens connections to a server.
 *
 * @param server by its name among the servers or poolers
 * @param connections of each process
 */
public record OtherClient(
    String server,
    @Default("1") Count instances,
    @Default("1") Count processes,
    Count connections) {}
