package dev.loadline.collector.ingest;

import dev.loadline.collector.exposition.Point;

/** A point that somebody pushed, and whose it is. */
record Offer(String service, String instance, Point point) {}
