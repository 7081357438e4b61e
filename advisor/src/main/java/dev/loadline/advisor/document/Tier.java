package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Bytes;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Seconds;
import dev.loadline.advisor.document.unit.Share;
import org.jspecify.annotations.Nullable;

/** A range of load, and how the service is expected to fare in it. */
public record Tier(
    Count users, @Nullable Seconds response, @Nullable Share cpu, @Nullable Bytes memory) {}
