package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;

/**
 * What changes the number of instances by itself.
 *
 * @param kind of what it scales: {@code Deployment}
 * @param name of what it scales
 */
record Autoscaler(String kind, String name, Figure least, Figure most, String where) {}
