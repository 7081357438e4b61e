/** Takes what others push, OTLP and Prometheus remote write, and keeps it as if it were scraped. */
@NullMarked
package dev.loadline.collector.ingest;

import org.jspecify.annotations.NullMarked;
