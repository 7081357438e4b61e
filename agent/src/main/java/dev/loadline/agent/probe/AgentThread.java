package dev.loadline.agent.probe;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A thread of the agent: a daemon, and what it does is not measured. */
public final class AgentThread extends Thread {

  private static final List<AgentThread> ALL = new CopyOnWriteArrayList<>();

  /** Not started yet; the name is prefixed with that of the agent. */
  public AgentThread(Runnable work, String name) {
    super(null, work, "loadline-" + name, 0);
    setDaemon(true);
    setContextClassLoader(AgentThread.class.getClassLoader());
    ALL.add(this);
  }

  /** The agent's threads. */
  public static List<AgentThread> all() {
    return Collections.unmodifiableList(ALL);
  }
}
