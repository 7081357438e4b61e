package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** One of the methods through which every task of a pool of threads passes. */
abstract class ExecutorHook extends Hook {

  private static final String JDK = "java.util.concurrent.ThreadPoolExecutor";

  final ExecutorWatch watch;

  ExecutorHook(Point point, ProbeState state, ExecutorWatch watch) {
    super(point, state);
    this.watch = watch;
  }

  @Override
  @Nullable String unlessExtends() {
    return JDK;
  }

  static boolean ours() {
    return Thread.currentThread() instanceof AgentThread;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {}
}
