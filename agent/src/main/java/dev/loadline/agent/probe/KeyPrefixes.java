package dev.loadline.agent.probe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginnings of keys that somebody asked to tell apart; no other part of a key is ever kept.
 * With {@code session:} and {@code cart:} the key {@code cart:4711} is of the second.
 */
final class KeyPrefixes {

  private final String[] texts;
  private final byte[][] bytes;

  KeyPrefixes(List<String> prefixes) {
    texts = prefixes.toArray(new String[0]);
    bytes = new byte[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      bytes[i] = texts[i].getBytes(StandardCharsets.UTF_8);
    }
  }

  int count() {
    return texts.length;
  }

  String text(int index) {
    return texts[index];
  }

  /** The first prefix that the key begins with; the number of prefixes if there is none. */
  int of(@Nullable Object key) {
    for (int i = 0; i < texts.length; i++) {
      if (begins(key, i)) {
        return i;
      }
    }
    return texts.length;
  }

  private boolean begins(@Nullable Object key, int prefix) {
    if (key instanceof byte[]) {
      return begins((byte[]) key, bytes[prefix]);
    }
    return key instanceof String && ((String) key).startsWith(texts[prefix]);
  }

  private static boolean begins(byte[] key, byte[] prefix) {
    if (key.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (key[i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
