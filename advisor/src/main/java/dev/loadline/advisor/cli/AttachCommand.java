package dev.loadline.advisor.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loadline attach}: the agent put into a JVM that runs already. */
@Command(
    name = "attach",
    description = "Put the agent into a running JVM of this user on this machine.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:the agent measures, or did so before", "2:not attached, with the reason"})
final class AttachCommand implements Callable<Integer> {
  private static final String REMARKS =
      """
      Not measured: what was borrowed, waiting or in flight before now, until it is over.
      HotSpot compiles the hooked methods anew, which the service may feel for some seconds.
      JDK 21 and later warn on the service's standard error that an agent was loaded dynamically;
      -javaagent at the start, or -XX:+EnableDynamicAgentLoading, avoids both.
      """;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "PID", description = "the process id of the JVM, as jps shows it")
  private long pid;

  @Option(
      names = "--port",
      defaultValue = "9464",
      paramLabel = "PORT",
      description = "the first of ten ports that the agent tries (${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--agent",
      paramLabel = "JAR",
      description = "this agent instead of the one inside loadline.jar")
  private @Nullable Path agent;

  @Override
  public Integer call() {
    Printer printer = Printer.of(spec);
    AgentAddress address = new AgentAddress(port, pid);
    try {
      Optional<String> before = address.find();
      if (before.isPresent()) {
        printer.print("the agent is already in %d: %s\n".formatted(pid, before.get()));
        return 0;
      }
      attach();
      printer.print(
          "attached to %d: %s\n%s".formatted(pid, address.await().orElse(unanswered()), REMARKS));
      return 0;
    } catch (IllegalArgumentException refused) {
      printer.refuse(String.valueOf(refused.getMessage()));
      return 2;
    }
  }

  private String unanswered() {
    return "nothing answers on port %d to %d; the service's standard error says why"
        .formatted(port, port + AgentAddress.PORTS - 1);
  }

  private void attach() {
    if (ProcessHandle.of(pid).isEmpty()) {
      throw new IllegalArgumentException("no process %d".formatted(pid));
    }
    Optional<String> owner = owner(pid);
    if (owner.isPresent() && !owner.equals(owner(ProcessHandle.current().pid()))) {
      throw new IllegalArgumentException(
          "process %d belongs to %s: run attach as that user".formatted(pid, owner.get()));
    }
    if (!isJvm()) {
      throw new IllegalArgumentException("process %d is not a JVM".formatted(pid));
    }
    VirtualMachine jvm = jvm();
    try {
      if (jvm.getAgentProperties().getProperty("sun.jvm.args", "").contains("loadline-agent")) {
        throw new IllegalArgumentException(
            "the agent has been in %d since its start, on another port than %d to %d"
                .formatted(pid, port, port + AgentAddress.PORTS - 1));
      }
      load(jvm);
    } catch (IOException | AgentLoadException | AgentInitializationException failure) {
      throw new IllegalArgumentException(
          "process %d did not take the agent: %s".formatted(pid, failure.getMessage()), failure);
    } finally {
      detach(jvm);
    }
  }

  private VirtualMachine jvm() {
    try {
      return VirtualMachine.attach(Long.toString(pid));
    } catch (AttachNotSupportedException | IOException refused) {
      throw new IllegalArgumentException(
          "JVM %d lets nothing attach; was it started with -XX:+DisableAttachMechanism? (%s)"
              .formatted(pid, refused.getMessage()),
          refused);
    }
  }

  private static Optional<String> owner(long process) {
    return ProcessHandle.of(process).flatMap(handle -> handle.info().user());
  }

  /** To attach is to send SIGQUIT first, which ends what is no JVM. */
  private boolean isJvm() {
    boolean named =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().command())
            .map(command -> Path.of(command).endsWith("java"))
            .orElse(false);
    return named
        || VirtualMachine.list().stream().anyMatch(jvm -> jvm.id().equals(Long.toString(pid)));
  }

  /** A copy in the directory for temporary files, gone again once the JVM has opened it. */
  private void load(VirtualMachine jvm)
      throws IOException, AgentLoadException, AgentInitializationException {
    String arguments = "port=" + port;
    if (agent != null) {
      jvm.loadAgent(agent.toAbsolutePath().toString(), arguments);
      return;
    }
    Path copy = Files.createTempFile("loadline-agent", ".jar");
    try (InputStream in = AttachCommand.class.getResourceAsStream("/loadline-agent.jar")) {
      if (in == null) {
        throw new IllegalArgumentException("no agent in this archive: name one with --agent");
      }
      Files.write(copy, in.readAllBytes());
      jvm.loadAgent(copy.toString(), arguments);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static void detach(VirtualMachine jvm) {
    try {
      jvm.detach();
    } catch (IOException gone) {
      // The process has ended, and the connection with it.
    }
  }
}
