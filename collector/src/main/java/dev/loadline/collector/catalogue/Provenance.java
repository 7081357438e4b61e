package dev.loadline.collector.catalogue;

import java.util.Locale;

/** How a figure came about. */
public enum Provenance {
  /** The exporter says it. */
  PUBLISHED,
  /** Computed from others that the exporter says. */
  DERIVED,
  /** Written down by the team. */
  CONFIGURED,
  /** What the software does when nobody says otherwise. */
  DEFAULT,
  UNKNOWN;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
