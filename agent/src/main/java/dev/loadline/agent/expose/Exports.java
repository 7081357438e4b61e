package dev.loadline.agent.expose;

import dev.loadline.agent.config.Settings;
import dev.loadline.agent.probe.AgentThread;
import dev.loadline.agent.probe.Engine;
import java.io.IOException;

/** The ways out for the figures: asked for over HTTP, and pushed where a collector is named. */
public final class Exports {

  private final Settings settings;
  private final Traffic traffic = new Traffic();
  private final Exposition exposition;
  private final Status status;

  /**
   * Nothing is opened yet.
   *
   * @param seam how the seam was put in place, for the status
   */
  public Exports(Engine engine, Settings settings, String seam) {
    this.settings = settings;
    exposition = new Exposition(engine, settings, traffic);
    status = new Status(engine, settings, seam, exposition);
  }

  /**
   * Opens the first free one of ten ports.
   *
   * @throws IOException if none of them is free, or the address is not of this machine
   */
  public MetricsServer open() throws IOException {
    return MetricsServer.open(settings, new Answers(exposition, status), traffic);
  }

  /** Begins to push on a thread of its own, if a collector is named. */
  public void push() {
    String endpoint = settings.pushEndpoint();
    if (!endpoint.isEmpty()) {
      new AgentThread(new Push(exposition, settings, traffic, endpoint), "push").start();
    }
  }
}
