package dev.loadline.collector.discovery;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Targets that one answer or file lists.
 *
 * @param refused those that cannot be targets, each with the reason
 */
record Listing(Set<Target> targets, Set<String> refused) {
  private static final int TOLD = 3;

  /** The first few of those refused, and how many more there are; empty where there are none. */
  String reason() {
    String told = refused.stream().limit(TOLD).collect(Collectors.joining("; "));
    return refused.size() <= TOLD ? told : told + "; and " + (refused.size() - TOLD) + " more";
  }

  /** Gathers a listing. */
  static final class Builder {
    private final Set<Target> targets = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();

    void add(Labelled labelled, Naming naming) {
      try {
        targets.add(labelled.target(naming));
      } catch (IllegalArgumentException e) {
        refuse(labelled.address(), e);
      }
    }

    void add(Target target) {
      targets.add(target);
    }

    void refuse(String what, IllegalArgumentException why) {
      refused.add(what + ": " + why.getMessage());
    }

    void addAll(Listing other) {
      targets.addAll(other.targets);
      refused.addAll(other.refused);
    }

    Listing build() {
      return new Listing(Set.copyOf(targets), Set.copyOf(refused));
    }
  }
}
