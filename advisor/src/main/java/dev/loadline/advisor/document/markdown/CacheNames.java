package dev.loadline.advisor.document.markdown;

import org.jspecify.annotations.Nullable;

/** Caches: hit rates and how long entries live. */
final class CacheNames implements Naming {

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    if (mention.in("percent") && mention.says("hit[- ]?(?:rate|ratio)|hits\\b")) {
      Name rate = Name.assumption("cache.hit_rate");
      return mention.says("target|goal|should|aim") ? Name.setting("cache.hit_rate", "") : rate;
    }
    boolean lives = mention.isTime() && (mention.says("\\bttl\\b") || mention.labelled("expir"));
    return lives && mention.anywhere("cach|ttl")
        ? Name.setting("cache." + thing(mention) + "ttl", "")
        : null;
  }

  private static String thing(Mention mention) {
    String thing =
        Plain.slug(
            mention.label().replaceAll("\\b(?:cache|caching|ttl|list|the|of|for|in)\\b", " "));
    return thing.isEmpty() || thing.length() > 30 ? "" : thing + ".";
  }
}
