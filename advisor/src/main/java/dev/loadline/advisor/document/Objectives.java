package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Seconds;
import dev.loadline.advisor.document.unit.Share;
import org.jspecify.annotations.Nullable;

/**
 * What the service promises.
 *
 * @param p95 time within which 95 of 100 requests are answered
 * @param waiting share of requests that may wait for a connection
 */
public record Objectives(@Nullable Seconds p95, @Nullable Seconds p99, @Nullable Share waiting) {}
