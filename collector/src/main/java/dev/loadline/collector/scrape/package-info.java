/** Reads targets in turn, within limits, and knows how each of them fares. */
@NullMarked
package dev.loadline.collector.scrape;

import org.jspecify.annotations.NullMarked;
