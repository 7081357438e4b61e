package dev.loadline.advisor.ledger;

import java.util.List;
import java.util.stream.Stream;

/** What a pooler opens to a server. */
record UpstreamEntry(Pooler pooler, Upstream upstream) implements Entry {

  @Override
  public String name() {
    return pooler.name();
  }

  @Override
  public Total total(State state) {
    return Total.of(
        pooler.fleet().pods(state) * upstream.perInstance(),
        Stream.concat(Stream.of(pooler.fleet().wanted(state)), upstream.factors().stream())
            .toArray(Figure[]::new));
  }

  @Override
  public String term(State state) {
    return upstream.limited()
        ? "%s x %s x %s at most"
            .formatted(
                Terms.replicas(pooler.fleet(), state),
                Terms.counted(upstream.databases(), "database"),
                Terms.number(limit()))
        : "%s x %s x %s x %s"
            .formatted(
                Terms.replicas(pooler.fleet(), state),
                Terms.counted(upstream.users(), "user"),
                Terms.counted(upstream.databases(), "database"),
                Terms.sum(upstream.poolSize(), upstream.reserve()));
  }

  @Override
  public List<Figure> figures() {
    return Stream.concat(
            Stream.of(pooler.fleet().now(), pooler.fleet().maximum()), upstream.factors().stream())
        .toList();
  }

  private Figure limit() {
    return upstream.maxPerDatabase() == null ? upstream.poolSize() : upstream.maxPerDatabase();
  }
}
