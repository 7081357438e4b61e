package dev.loadline.advisor.ledger.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An INI file: its sections, and each key's value with its line. */
record Ini(Map<String, Map<String, Setting>> sections) {

  private static final int LONGEST = 2_000;

  static Ini parse(Setting file) {
    Map<String, Map<String, Setting>> sections = new LinkedHashMap<>();
    String section = "";
    List<String> lines = file.orEmpty().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).length() > LONGEST ? "" : lines.get(i).strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1).strip().toLowerCase(Locale.ROOT);
      } else if (!line.startsWith(";") && !line.startsWith("#") && line.indexOf('=') > 0) {
        String key = line.substring(0, line.indexOf('=')).strip();
        String value = line.substring(line.indexOf('=') + 1).strip();
        sections
            .computeIfAbsent(section, name -> new LinkedHashMap<>())
            .put(key, new Setting(unquoted(value), "", file.file(), file.line() + i));
      }
    }
    return new Ini(sections);
  }

  Map<String, Setting> section(String name) {
    return sections.getOrDefault(name, Map.of());
  }

  private static String unquoted(String value) {
    return value.replaceFirst("\\s+[#;].*$", "").replaceAll("^'|'$", "");
  }
}
