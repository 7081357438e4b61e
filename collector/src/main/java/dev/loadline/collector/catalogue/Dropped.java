package dev.loadline.collector.catalogue;

/** A metric that was recognised but gives no signal, and why. */
public record Dropped(String name, String reason) {}
