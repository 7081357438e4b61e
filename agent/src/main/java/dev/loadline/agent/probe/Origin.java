package dev.loadline.agent.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose pools those of a general library are, told by the class of something that they have, such
 * as the factory of what is in them: pools without a name are called after that and numbered in the
 * order of first use, e.g. {@code jedis-1}. By the agent's threads only.
 */
public final class Origin {

  private final Getter getter;
  private final Map<String, String> owners = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  private Origin(Getter getter) {
    this.getter = getter;
  }

  /** The class of what this public getter of the pool gives tells. */
  public static Origin of(String getter) {
    return new Origin(Getter.of(getter));
  }

  /** Where the name of the class begins so, the pool is called so. */
  public Origin is(String prefix, String owner) {
    owners.put(prefix, owner);
    return this;
  }

  synchronized String name(@Nullable Object pool, String otherwise) {
    String owner = owner(pool, otherwise);
    Integer before = numbers.get(owner);
    int number = before == null ? 1 : before + 1;
    numbers.put(owner, number);
    return owner + "-" + number;
  }

  private String owner(@Nullable Object pool, String otherwise) {
    try {
      Object teller = pool == null ? null : getter.get(pool);
      String type = teller == null ? "" : teller.getClass().getName();
      for (Map.Entry<String, String> owner : owners.entrySet()) {
        if (type.startsWith(owner.getKey())) {
          return owner.getValue();
        }
      }
      return otherwise;
    } catch (Throwable unreadable) {
      return otherwise;
    }
  }
}
