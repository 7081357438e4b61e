package dev.loadline.advisor.document.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is kept: records, what N users need, how large a database may become. */
final class StorageNames implements Naming {
  private static final Pattern RECORD =
      Pattern.compile("([a-z]+)(?: |_|-)(?:record|row|document|entry|object)s?\\b");
  private static final Pattern PER = Pattern.compile("per ([a-z]+)");
  private static final Pattern USERS = Pattern.compile("^([\\d,.]+\\s?[km]?)\\+? users");

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    if (!mention.isBytes()) {
      return null;
    }
    Matcher record = RECORD.matcher(mention.label());
    if (record.find()) {
      return Name.assumption("storage." + record.group(1) + "_record");
    }
    boolean storage = mention.near("storage|disk|stored|database size");
    Matcher users = USERS.matcher(mention.label());
    if (storage && users.find()) {
      return Name.outcome("storage." + thousands(users.group(1)) + "_users");
    }
    if (mention.says("database size|(?:size|database|file) limit")
        && !mention.says("body|upload|payload")) {
      return Name.assumption("database.size_limit");
    }
    if (mention.labelled("body|upload|payload|request size|buffer")) {
      return Name.setting("request.body_limit", "");
    }
    Matcher per = PER.matcher(mention.tail().isEmpty() ? mention.clause() : mention.tail());
    String each = mention.measure().per();
    if (storage && (!each.isEmpty() || per.find())) {
      return Name.assumption("storage." + (each.isEmpty() ? per.group(1) : each) + "_record");
    }
    return null;
  }

  private static String thousands(String count) {
    String plain = Scope.count(count);
    if (plain.equals("million")) {
      return "1m";
    }
    return plain.endsWith("000000")
        ? plain.replaceFirst("000000$", "m")
        : plain.endsWith("000") ? plain.replaceFirst("000$", "k") : plain;
  }
}
