package dev.loadline.agent;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Another agent, with Byte Buddy under its own name, that hooks a method which the agent hooks too
 * and tells at the end how often it was called.
 */
public final class OtherAgent {

  /** Calls of {@code HikariDataSource.getConnection()}. */
  public static final AtomicInteger CALLS = new AtomicInteger();

  private OtherAgent() {}

  /** Called by the JVM. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    new AgentBuilder.Default(new ByteBuddy().with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE))
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .type(ElementMatchers.named("com.zaxxer.hikari.HikariDataSource"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(
                    Advice.to(Counting.class)
                        .on(
                            ElementMatchers.named("getConnection")
                                .and(ElementMatchers.takesNoArguments()))))
        .installOn(instrumentation);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> System.out.println("the other agent saw " + CALLS.get())));
  }

  /** Woven by the other agent. */
  static final class Counting {

    private Counting() {}

    @Advice.OnMethodEnter
    static void enter() {
      CALLS.incrementAndGet();
    }
  }
}
