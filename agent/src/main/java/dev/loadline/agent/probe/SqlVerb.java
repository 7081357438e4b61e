package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** What a statement of SQL does to the right to write, told by its first words. */
enum SqlVerb {
  /** Nothing. */
  OTHER,
  /** Takes it. */
  WRITE,
  /** Begins a transaction that may take it later. */
  BEGIN,
  /** Begins a transaction by taking it. */
  BEGIN_WRITE,
  /** Ends the transaction. */
  END;

  private static final String[] WRITES = {
    "INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "DROP", "ALTER", "VACUUM", "REINDEX"
  };

  /** Allocates nothing. */
  static SqlVerb of(@Nullable String sql) {
    if (sql == null) {
      return OTHER;
    }
    int at = word(sql, 0);
    if (is(sql, at, "SELECT") || is(sql, at, "PRAGMA")) {
      return OTHER;
    }
    if (writes(sql, at)) {
      return WRITE;
    }
    if (is(sql, at, "BEGIN")) {
      int mode = word(sql, at + 5);
      return is(sql, mode, "IMMEDIATE") || is(sql, mode, "EXCLUSIVE") ? BEGIN_WRITE : BEGIN;
    }
    if (is(sql, at, "ROLLBACK")) {
      int to = word(sql, at + 8);
      to = is(sql, to, "TRANSACTION") ? word(sql, to + 11) : to;
      return is(sql, to, "TO") ? OTHER : END;
    }
    if (is(sql, at, "COMMIT") || is(sql, at, "END")) {
      return END;
    }
    return is(sql, at, "WITH") && later(sql, at + 4) ? WRITE : OTHER;
  }

  private static boolean writes(String sql, int at) {
    for (String verb : WRITES) {
      if (is(sql, at, verb)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what follows common table expressions, at the end of a bracket, is a write. */
  private static boolean later(String sql, int from) {
    for (int i = sql.indexOf(')', from); i >= 0; i = sql.indexOf(')', i + 1)) {
      if (writes(sql, word(sql, i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(String sql, int at, String word) {
    int end = at + word.length();
    return sql.regionMatches(true, at, word, 0, word.length())
        && (end == sql.length() || !Character.isJavaIdentifierPart(sql.charAt(end)));
  }

  /** Where the next word begins, behind blanks and comments. */
  private static int word(String sql, int from) {
    int at = from;
    while (at < sql.length()) {
      if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", at)) {
        int end = sql.indexOf("*/", at + 2);
        at = end < 0 ? sql.length() : end + 2;
      } else if (Character.isWhitespace(sql.charAt(at)) || sql.charAt(at) == ';') {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }
}
