package dev.loadline.advisor.document.markdown;

/**
 * Where something was read.
 *
 * @param own the words beside it that may say whether it is or shall be
 * @param sure whether the form alone says that it is so, as a default that is named so
 */
record Spot(int line, String raw, String own, boolean sure, Context context) {

  Spot(int line, String raw, String own, Context context) {
    this(line, raw, own, false, context);
  }

  Stance stance() {
    return Stance.of(own, context);
  }
}
