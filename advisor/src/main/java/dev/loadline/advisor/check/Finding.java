package dev.loadline.advisor.check;

/**
 * One thing that a rule found.
 *
 * @param rule its name: {@code ledger-exceeded}
 * @param message what is wrong, with the figures, and how to mend it
 * @param where {@code docs/capacity.md:88}
 */
public record Finding(String rule, Severity severity, String message, String where) {}
