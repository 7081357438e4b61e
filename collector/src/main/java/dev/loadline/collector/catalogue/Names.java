package dev.loadline.collector.catalogue;

/** How one metric's many spellings are brought to one. */
final class Names {
  private Names() {}

  /**
   * Small letters, and an underscore for whatever is neither letter, digit nor colon: {@code
   * db.client.connection.count} is {@code db_client_connection_count}. As long as before, so that
   * places in both are the same.
   */
  static String folded(String name) {
    StringBuilder folded = null;
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      char plain = folded(letter);
      if (plain != letter && folded == null) {
        folded = new StringBuilder(name);
      }
      if (folded != null) {
        folded.setCharAt(i, plain);
      }
    }
    return folded == null ? name : folded.toString();
  }

  private static char folded(char letter) {
    if (letter >= 'A' && letter <= 'Z') {
      return (char) (letter + ('a' - 'A'));
    }
    boolean kept =
        (letter >= 'a' && letter <= 'z')
            || (letter >= '0' && letter <= '9')
            || letter == ':'
            || letter > 0x7f;
    return kept ? letter : '_';
  }

  /** Where a counter is written with {@code _total}, the name without; else the name with it. */
  static String otherTotal(String name) {
    return name.endsWith("_total")
        ? name.substring(0, name.length() - "_total".length())
        : name + "_total";
  }
}
