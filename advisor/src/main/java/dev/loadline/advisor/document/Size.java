package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Bytes;
import dev.loadline.advisor.document.unit.BytesPerSecond;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.DollarsPerTime;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that the document recommends for a number of users.
 *
 * @param users at the same time
 * @param daily users in a day
 * @param servers instances
 * @param cores in all
 * @param memory in all
 * @param pool connections of one server
 * @param says what else belongs to it, and what is said of its cost where there is no sum
 */
public record Size(
    Count users,
    @Nullable Count daily,
    @Nullable Count servers,
    @Nullable Count cores,
    @Nullable Bytes memory,
    @Nullable BytesPerSecond network,
    @Nullable Bytes disk,
    @Nullable Count pool,
    @Nullable DollarsPerTime cost,
    @Nullable String says) {}
