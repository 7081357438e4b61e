package dev.loadline.advisor.ledger.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A command line; what a shell gets as one string is taken apart at its blanks. */
record Words(List<Setting> words) {

  private static final int LONGEST = 10_000;

  Words {
    List<Setting> split = new ArrayList<>();
    for (Setting word : words) {
      if (word.orEmpty().length() > LONGEST) {
        continue;
      }
      for (String part : word.orEmpty().strip().split("\\s+")) {
        split.add(word.with(strip(part)));
      }
    }
    words = List.copyOf(split);
  }

  /**
   * The value of an option: {@code --workers 4}, {@code --workers=4}, {@code -w 4}, {@code -w4}.
   */
  Optional<Setting> option(String... names) {
    for (String name : names) {
      for (int i = 0; i < words.size(); i++) {
        Setting word = words.get(i);
        if (word.orEmpty().equals(name)) {
          return i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
        }
        Optional<String> glued = glued(name, word.orEmpty());
        if (glued.isPresent()) {
          return Optional.of(word.with(glued.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** A server's parameter: {@code -c max_connections=200} or {@code --max-connections=200}. */
  Optional<Setting> parameter(String... names) {
    for (String name : names) {
      for (Setting word : words) {
        String text = word.orEmpty().replaceFirst("^-+c?", "");
        int equals = text.indexOf('=');
        if (equals > 0 && plain(text.substring(0, equals)).equals(plain(name))) {
          return Optional.of(word.with(strip(text.substring(equals + 1))));
        }
      }
      Optional<Setting> option = option("--" + name, "--" + name.replace('_', '-'));
      if (option.isPresent()) {
        return option;
      }
    }
    return Optional.empty();
  }

  /** A property of a JVM: {@code -Dname=20}. */
  Optional<Setting> property(String name) {
    return words.stream()
        .filter(word -> word.orEmpty().startsWith("-D"))
        .filter(word -> word.orEmpty().contains("="))
        .filter(word -> plain(key(word)).equals(plain(name)))
        .map(word -> word.map(text -> strip(text.substring(text.indexOf('=') + 1))))
        .findFirst();
  }

  /** Whether one of these programs is called, with or without its directory. */
  boolean calls(String... programs) {
    for (String program : programs) {
      if (words.stream()
          .map(word -> word.orEmpty().replaceFirst(".*/", ""))
          .anyMatch(program::equals)) {
        return true;
      }
    }
    return false;
  }

  private static String key(Setting word) {
    return word.orEmpty().substring(2, word.orEmpty().indexOf('='));
  }

  private static Optional<String> glued(String name, String word) {
    if (word.startsWith(name + "=")) {
      return Optional.of(strip(word.substring(name.length() + 1)));
    }
    boolean brief = name.length() == 2 && word.startsWith(name) && word.length() > 2;
    return brief && Character.isDigit(word.charAt(2))
        ? Optional.of(word.substring(2))
        : Optional.empty();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static String strip(String text) {
    return text.replaceAll("^[\"']+|[\"']+$", "");
  }
}
