package dev.loadline.agent.expose;

import dev.loadline.agent.config.Settings;
import dev.loadline.agent.probe.Engine;
import dev.loadline.agent.probe.Hook;
import dev.loadline.agent.probe.ProbeState;
import dev.loadline.agent.probe.WatchedExecutor;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the agent found, skipped and cost, as JSON. */
final class Status {

  private final Engine engine;
  private final Settings settings;
  private final String seam;
  private final Exposition exposition;

  Status(Engine engine, Settings settings, String seam, Exposition exposition) {
    this.engine = engine;
    this.settings = settings;
    this.seam = seam;
    this.exposition = exposition;
  }

  String json() {
    return Json.object(
        Json.field("service", Json.text(settings.serviceName())),
        Json.field("pid", pid()),
        Json.field("enabled", Boolean.toString(engine.on())),
        Json.field("seam", Json.text(seam)),
        Json.field("problems", Json.texts(settings.problems())),
        Json.field("probes", probes()),
        Json.field("hooks", hooks()),
        Json.field("executors", executors()),
        Json.field("leaks", Leaks.json(engine.watch(), System.nanoTime())),
        Json.field("cpu_seconds", Double.toString(OwnCost.cpuSeconds())),
        Json.field("dropped_series", Long.toString(exposition.droppedSeries())),
        Json.field("untracked_holds", Long.toString(engine.watch().untrackedHolds())));
  }

  /** The process, so that whoever attaches finds it; -1 where the JVM does not tell. */
  private static String pid() {
    String name = ManagementFactory.getRuntimeMXBean().getName();
    return name.matches("\\d{1,18}@.*") ? name.substring(0, name.indexOf('@')) : "-1";
  }

  private String probes() {
    List<String> all = new ArrayList<>();
    for (ProbeState probe : engine.probes()) {
      all.add(
          Json.object(
              Json.field("name", Json.text(probe.name())),
              Json.field("state", Json.text(probe.word())),
              Json.field("classes", Json.texts(probe.classes())),
              Json.field("broken", broken(probe.broken()))));
    }
    return Json.array(all);
  }

  private static String broken(ProbeState.@Nullable Broken broken) {
    return broken == null
        ? "null"
        : Json.object(
            Json.field("class", Json.text(broken.type())),
            Json.field("member", Json.text(broken.member())),
            Json.field("version", Json.text(broken.version())));
  }

  private String executors() {
    List<String> all = new ArrayList<>();
    for (WatchedExecutor executor : engine.watch().executors().executors()) {
      String name = executor.name();
      Integer limit = executor.limit();
      all.add(
          Json.object(
              Json.field("name", name == null ? "null" : Json.text(name)),
              Json.field("library", Json.text(executor.library())),
              Json.field("limit", limit == null ? Json.text("unlimited") : limit.toString()),
              Json.field("tells_rejected", Boolean.toString(executor.tellsRejected()))));
    }
    return Json.array(all);
  }

  private String hooks() {
    List<String> all = new ArrayList<>();
    for (Hook hook : engine.hooks()) {
      all.add(
          Json.object(
              Json.field("name", Json.text(hook.name())),
              Json.field("on", Boolean.toString(hook.on())),
              Json.field("errors", Long.toString(hook.errors()))));
    }
    return Json.array(all);
  }
}
