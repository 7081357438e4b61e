package dev.loadline.advisor.document.markdown;

import java.util.List;

/** A piece of a document that is read by itself. */
sealed interface Passage {

  Context context();

  /** Where it begins, from 1. */
  int line();

  /**
   * A line or sentence.
   *
   * @param text with its Markdown
   * @param plain without
   * @param place what it is in the page
   * @param order its number in a numbered list; 0 elsewhere
   */
  record Sentence(int line, String text, String plain, Place place, int order, Context context)
      implements Passage {
    Sentence(int line, String text, Place place, int order, Context context) {
      this(line, text, Plain.text(text), place, order, context);
    }

    /** The line of a place in {@link #plain()}: a sentence may run over several. */
    int lineAt(int offset) {
      String before = plain.substring(0, Math.min(offset, plain.length()));
      return line + (int) before.chars().filter(c -> c == '\n').count();
    }
  }

  /** What a sentence is in the page. */
  enum Place {
    HEADING,
    ITEM,
    TEXT
  }

  /**
   * A row of a table.
   *
   * @param header its columns' names
   */
  record Row(int line, List<String> header, List<String> cells, Context context)
      implements Passage {}

  /**
   * Fenced or indented code.
   *
   * @param line of its first line of code
   * @param language as the fence says, lower case; empty where it does not
   */
  record Listing(int line, String language, List<String> lines, Context context)
      implements Passage {}
}
