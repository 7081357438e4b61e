package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.Service;
import dev.loadline.advisor.document.Users;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.resource.Ceiling.Driver;
import dev.loadline.advisor.document.resource.Site;
import dev.loadline.advisor.document.unit.Measured;
import java.util.ArrayList;
import java.util.List;
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
    add("memory/instances", "memory", service.memory(), user.memory());
    add("cpu/instances", "cores", service.cores(), user.cpu());
    add("network/instances", "network", service.network(), user.network());
    add("disk/instances", "disk", service.disk(), user.storage());
    return List.copyOf(ceilings);
  }

  private void add(
      String resource, String what, @Nullable Measured there, @Nullable Measured taken) {
    if (taken == null) {
      return;
    }
    if (there == null) {
      ceilings.add(
          Ceiling.unknown(
              resource, Driver.USERS, "the %s of an instance is not stated".formatted(what)));
      return;
    }
    ceilings.add(
        new Ceiling(
                resource,
                Driver.USERS,
                reading.instances() * reading.of(there) / reading.of(taken),
                "%s%s / %s per user"
                    .formatted(
                        reading.instances() == 1
                            ? ""
                            : "%.0f instances x ".formatted(reading.instances()),
                        Site.said(there),
                        Site.said(taken)))
            .counting(reading.instances(), "instances"));
  }
}
