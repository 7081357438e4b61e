package dev.loadline.collector.discovery;

import java.util.List;

/** Which objects of a cluster are watched. */
enum KubeKind {
  PODS("/api/v1", "pods"),
  SERVICES("/api/v1", "services"),
  ENDPOINT_SLICES("/apis/discovery.k8s.io/v1", "endpointslices"),
  POD_MONITORS("/apis/monitoring.coreos.com/v1", "podmonitors"),
  SERVICE_MONITORS("/apis/monitoring.coreos.com/v1", "servicemonitors");

  private final String group;
  private final String plural;

  KubeKind(String group, String plural) {
    this.group = group;
    this.plural = plural;
  }

  /** Whether a cluster may be without them: their definition has to be installed. */
  boolean optional() {
    return this == POD_MONITORS || this == SERVICE_MONITORS;
  }

  /** One for each namespace; the one of the whole cluster where none are named. */
  List<String> paths(List<String> namespaces) {
    return namespaces.isEmpty()
        ? List.of(group + "/" + plural)
        : namespaces.stream().map(each -> group + "/namespaces/" + each + "/" + plural).toList();
  }
}
