package dev.loadline.advisor.plan;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a model that is changed.
 *
 * @param path {@code resources.pool.size}
 * @param from as it was written; null where it was not
 * @param to as it is written now
 */
public record Change(String path, @Nullable String from, String to) {}
