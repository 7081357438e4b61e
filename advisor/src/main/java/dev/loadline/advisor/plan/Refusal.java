package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.ModelFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the servers accept what a model would open.
 *
 * @param reason null where they do, or where nobody says what they accept
 * @param offers what they would accept
 */
record Refusal(@Nullable String reason, List<String> offers) {

  static Refusal of(ModelFile file) {
    return new Refusal(null, List.of());
  }
}
