package dev.loadline.advisor.document.markdown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of figures; the first subject that knows one gives it. */
final class Vocabulary {
  private static final List<Naming> SUBJECTS =
      List.of(
          new GainNames(),
          new RateLimitNames(),
          new UserRateNames(),
          new CacheNames(),
          new TimeNames(),
          new WorkerNames(),
          new ConnectionNames(),
          new StorageNames(),
          new ThroughputNames(),
          new UserNames(),
          new SizeNames(),
          new CostNames());

  private Vocabulary() {}

  static @Nullable Name of(Mention mention) {
    String scope = Scope.of(mention.context());
    for (Naming subject : SUBJECTS) {
      Name name = subject.of(mention, scope);
      if (name != null) {
        return name;
      }
    }
    return null;
  }
}
