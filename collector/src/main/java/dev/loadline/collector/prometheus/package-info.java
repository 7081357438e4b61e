/** A Prometheus, or what speaks like one, as the place where signals are kept. */
@NullMarked
package dev.loadline.collector.prometheus;

import org.jspecify.annotations.NullMarked;
