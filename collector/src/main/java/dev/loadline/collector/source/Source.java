package dev.loadline.collector.source;

import dev.loadline.collector.yaml.Plugin;

/**
 * One kind of server, or part of the system, that says of itself what is in use, in a protocol of
 * its own. Reads only, over one connection.
 */
public interface Source<S extends Record> extends Plugin<S> {

  /** What is to be read again and again; opens nothing yet. */
  Session session(S settings);
}
