package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.resource.Cache;
import dev.loadline.advisor.document.resource.Memory;
import dev.loadline.advisor.document.resource.Pool;
import dev.loadline.advisor.document.resource.RateLimit;
import dev.loadline.advisor.document.resource.Resource;
import dev.loadline.advisor.document.resource.Sockets;
import dev.loadline.advisor.document.resource.State;
import dev.loadline.advisor.document.resource.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the arithmetic of a model leaves out of a change, in sentences. */
final class Caveats {
  private final Model model;
  private final List<String> caveats = new ArrayList<>();

  private Caveats(Model model) {
    this.model = model;
  }

  static List<String> of(ModelFile changed, Collection<String> paths) {
    Caveats caveats = new Caveats(changed.model());
    paths.forEach(caveats::about);
    if (copies(changed) > 1) {
      caveats.severalCopies();
    }
    return caveats.caveats;
  }

  private static double copies(ModelFile file) {
    return new Reading(file, Picks.middle()).copies(Memory.PROCESS);
  }

  private void about(String path) {
    String[] keys = path.split("\\.");
    if (keys.length > 2 && keys[0].equals("resources")) {
      about(model.resources().get(keys[1]), keys[2]);
    } else if (keys[0].equals("servers")) {
      server(keys[keys.length - 1]);
    } else if (path.equals("service.instances")) {
      add("work that is not spread evenly over the instances");
    }
  }

  private void about(@Nullable Resource resource, String key) {
    if (resource instanceof Pool) {
      add("a database that answers more slowly the more connections work at the same time");
    } else if (resource instanceof Cache) {
      add(
          "misses that are heavier than the average, and all of them at once when what is kept"
              + " expires");
      add("a connection that is held while the cache is asked");
    } else if (resource instanceof Workers && key.equals("processes")) {
      add("cores: more processes than cores share them");
    } else if (resource instanceof RateLimit && key.equals("memory")) {
      add("one or two commands to the shared store for each request");
    } else if (resource instanceof Sockets) {
      add("messages between instances, which the adapter carries");
    }
  }

  private void server(String key) {
    switch (key) {
      case "replicas" -> {
        add("replicas that lag behind, and reads that must see what was just written");
        add("pools to the replicas, which need connections of their own");
      }
      case "engine" -> add("limits of the new engine that the document does not state");
      case "max_connections" -> add("memory that each connection costs the server");
      default -> add("what else uses the server");
    }
  }

  private void severalCopies() {
    for (Map.Entry<String, Resource> entry : model.resources().entrySet()) {
      if (entry.getValue() instanceof State state && state.bindsToOneProcess()) {
        add(
            "%s kept in a process's memory: with more than one process users lose them"
                .formatted(String.join(", ", state.holds())));
      } else if (entry.getValue() instanceof Cache cache && cache.memory() != Memory.SHARED) {
        add("each copy warms up a cache of its own, so that fewer look-ups hit");
      }
    }
  }

  private void add(String caveat) {
    if (!caveats.contains(caveat)) {
      caveats.add(caveat);
    }
  }
}
