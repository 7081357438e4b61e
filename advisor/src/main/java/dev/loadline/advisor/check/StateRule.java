package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.resource.Memory;
import dev.loadline.advisor.document.resource.Resource;
import dev.loadline.advisor.document.resource.Sockets;
import dev.loadline.advisor.document.resource.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sessions, rooms and sockets that only one process knows, where there are several. */
@AutoService(Rule.class)
public final class StateRule implements Rule {

  @Override
  public String name() {
    return "state-binds-to-one-process";
  }

  @Override
  public String explanation() {
    return "What the service keeps of its users lies in a process's or an instance's memory, or its"
        + " sockets have no shared adapter, and there is or would be more than one: users are known"
        + " to one of them only.";
  }

  @Override
  public String example() {
    return "Sessions lie in a dictionary of the process, and an option starts 4 workers: three of"
        + " four requests find no session.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    Map<String, List<String>> bound = new LinkedHashMap<>();
    for (Situation situation : subject.situations()) {
      situation
          .model()
          .resources()
          .forEach(
              (name, resource) -> {
                Memory memory = memory(resource);
                if (situation.copies(memory) > 1) {
                  bound
                      .computeIfAbsent(name, one -> new ArrayList<>())
                      .add("%s %s".formatted(situation.said(memory), situation.with()));
                }
              });
    }
    List<Finding> findings = new ArrayList<>();
    bound.forEach(
        (name, situations) ->
            findings.add(finding(subject, "resources." + name, name, situations)));
    return findings;
  }

  private static Memory memory(Resource resource) {
    if (resource instanceof State state) {
      return state.memory();
    }
    return resource instanceof Sockets sockets && !sockets.adapter()
        ? Memory.INSTANCE
        : Memory.SHARED;
  }

  private Finding finding(Subject subject, String path, String name, List<String> situations) {
    String what =
        subject.model().resources().get(name) instanceof State state
            ? "%s of each %s"
                .formatted(
                    state.holds().isEmpty() ? name : Lists.and(state.holds()),
                    state.memory().name().toLowerCase(Locale.ROOT))
            : "sockets of each instance without a shared adapter";
    return subject.at(
        this,
        Severity.ERROR,
        path,
        List.of(),
        "%s are unknown to the others: %s; keep them in one place for all"
            .formatted(what, Lists.few(situations, 4)));
  }
}
