package dev.loadline.agent.probe;

/** Where the objects of one library say what they are called and how large they are. */
final class SubjectTraits {

  final String kind;
  final String name;
  final String limit;
  final String weighted;
  final String inUse;
  final String period;

  /**
   * Paths for {@link Reader}, or empty where there is none.
   *
   * @param weighted if this is true the limit is not one of entries, and is left out
   */
  SubjectTraits(String kind, String name, String limit, String weighted, String inUse) {
    this(kind, name, limit, weighted, inUse, "");
  }

  private SubjectTraits(
      String kind, String name, String limit, String weighted, String inUse, String period) {
    this.kind = kind;
    this.name = name;
    this.limit = limit;
    this.weighted = weighted;
    this.inUse = inUse;
    this.period = period;
  }

  /** The limit holds for so many nanoseconds each; empty if for one second or for ever. */
  SubjectTraits per(String nanos) {
    return new SubjectTraits(kind, name, limit, weighted, inUse, nanos);
  }
}
