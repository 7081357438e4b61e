package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.Service;
import dev.loadline.advisor.document.Users;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.resource.Ceiling.Driver;
import dev.loadline.advisor.document.resource.Site;
import dev.loadline.advisor.document.resource.Workers;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What users take by being there, against what the instances have. 8 GB / 3 MB are 2,667 users. */
final class PerUser {
  private final Reading reading;
  private final List<Ceiling> ceilings = new ArrayList<>();

  PerUser(Reading reading) {
    this.reading = reading;
  }

  List<Ceiling> ceilings() {
    Service service = reading.model().service();
    Users.PerUser user = reading.model().users().perUser();
    add("memory/instances", "memory", service.memory(), listed(user.memory()));
    cpu(service.cores(), user.cpu());
    add("network/instances", "network", service.network(), listed(user.network()));
    add("disk/instances", "disk", service.disk(), user.kept());
    return List.copyOf(ceilings);
  }

  static List<Measured> listed(@Nullable Measured taken) {
    return taken == null ? List.of() : List.of(taken);
  }

  private void add(
      String resource, String what, @Nullable Measured there, List<? extends Measured> taken) {
    if (taken.isEmpty()) {
      return;
    }
    if (there == null) {
      ceilings.add(
          Ceiling.unknown(
              resource, Driver.USERS, "the %s of an instance is not stated".formatted(what)));
      return;
    }
    add(resource, reading.of(there), Site.said(there), taken);
  }

  /** Processes that compute on one core each leave the other cores of an instance idle. */
  private void cpu(@Nullable Measured cores, @Nullable Measured taken) {
    Workers workers = reading.workers().orElse(null);
    Count each = workers == null ? null : workers.cores();
    if (taken == null || workers == null || each == null) {
      add("cpu/instances", "cores", cores, listed(taken));
      return;
    }
    double used = reading.of(workers.processes()) * reading.of(each);
    if (cores != null && reading.of(cores) < used) {
      add("cpu/instances", "cores", cores, listed(taken));
      return;
    }
    add(
        "cpu/instances",
        used,
        "%s x %s".formatted(Site.said(workers.processes()), Site.said(each)),
        listed(taken));
  }

  private void add(String resource, double there, String said, List<? extends Measured> taken) {
    double instances = reading.instances();
    ceilings.add(
        new Ceiling(
                resource,
                Driver.USERS,
                instances * there / reading.sum(taken),
                "%s%s / %s per user"
                    .formatted(
                        instances == 1
                            ? ""
                            : counted(reading.model().service().instances()) + " x ",
                        said,
                        said(taken)))
            .counting(instances, "instances"));
  }

  /** {@code 3 MB}, {@code (200 bytes + 2-5 kB)}. */
  static String said(List<? extends Measured> taken) {
    String all = taken.stream().map(Site::said).collect(Collectors.joining(" + "));
    return taken.size() == 1 ? all : "(" + all + ")";
  }

  private static String counted(Measured instances) {
    return instances.amount().unit().label().isEmpty()
        ? Site.said(instances) + " instances"
        : Site.said(instances);
  }
}
