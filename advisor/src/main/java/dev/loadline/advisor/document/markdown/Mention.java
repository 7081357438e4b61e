package dev.loadline.advisor.document.markdown;

/**
 * A figure and what is said of it.
 *
 * @param label what stands before it, or names its row and column; lower case
 * @param clause the whole sentence, lower case
 * @param tail what follows it in brackets or up to the next comma, lower case
 */
record Mention(String label, Measure measure, String clause, String tail, Context context) {

  static Mention of(String label, Measure measure, String clause, Context context) {
    int end = Math.min(measure.end(), clause.length());
    String tail = clause.substring(end).replaceFirst("(?s)^\\s*(\\([^)]*\\)|[^,;=]*).*$", "$1");
    return new Mention(
        Plain.lower(label), measure, Plain.lower(clause), Plain.lower(tail), context);
  }

  boolean says(String pattern) {
    String words = measure.unit() == null ? "" : Plain.lower(measure.unit().words());
    return Said.in(label + " | " + words + " | " + tail, pattern);
  }

  boolean labelled(String pattern) {
    return Said.in(label, pattern);
  }

  /** The sentence up to the figure. */
  String before() {
    return clause.substring(0, Math.min(measure.start(), clause.length()));
  }

  /** In the sentence, or in what stands nearest above it. */
  boolean near(String pattern) {
    return Said.in(clause + " / " + context.near(), pattern);
  }

  boolean anywhere(String pattern) {
    return Said.in(clause + " / " + context.mentions(), pattern);
  }

  boolean in(String... units) {
    return measure.unit() != null && measure.unit().is(units);
  }

  boolean isTime() {
    return in("milliseconds", "seconds", "minutes", "hours", "microseconds");
  }

  boolean isBytes() {
    return in("bytes", "kB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB");
  }

  boolean bare() {
    return measure.unit() == null;
  }
}
