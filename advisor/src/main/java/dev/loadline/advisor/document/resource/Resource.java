package dev.loadline.advisor.document.resource;

import java.util.List;

/**
 * Something finite that work occupies for a while, as a document describes it. A model's key under
 * {@code resources} names it; its kind is told by {@code kind}, or by the key where that is a kind.
 */
public sealed interface Resource permits Cache, Pool, RateLimit, Sockets, State, Workers, Writer {

  /** What it stops at; empty where it stops nothing. */
  List<Ceiling> ceilings(String name, Site site);
}
