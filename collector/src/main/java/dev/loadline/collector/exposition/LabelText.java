package dev.loadline.collector.exposition;

import java.util.Arrays;

/**
 * Makes text of labels. Neighbouring lines share most of it: what stands at the same place of the
 * last line is not made again.
 */
final class LabelText {
  private final byte[] b;
  private int[] from = new int[0];
  private int[] to = new int[0];
  private String[] texts = new String[0];

  LabelText(byte[] b) {
    this.b = b;
  }

  /**
   * @param marks first and last offset of each key and each value in turn
   * @param size how many labels
   */
  Labels of(int[] marks, int size) {
    if (size == 0) {
      return Labels.NONE;
    }
    grow(2 * size);
    String[] pairs = new String[2 * size];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = text(i, marks[2 * i], marks[2 * i + 1]);
    }
    return new Labels(pairs);
  }

  private String text(int place, int start, int end) {
    if (!Arrays.equals(b, start, end, b, from[place], to[place])) {
      texts[place] = Quoted.text(b, start, end);
      from[place] = start;
      to[place] = end;
    }
    return texts[place];
  }

  private void grow(int places) {
    int before = texts.length;
    if (places > before) {
      from = Arrays.copyOf(from, places);
      to = Arrays.copyOf(to, places);
      texts = Arrays.copyOf(texts, places);
      Arrays.fill(texts, before, places, "");
    }
  }
}
