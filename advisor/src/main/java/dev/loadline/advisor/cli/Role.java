package dev.loadline.advisor.cli;

/** What one process does; by default both. */
public enum Role {
  COLLECTOR,
  ADVISOR
}
