package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Inventory;
import dev.loadline.collector.yaml.Problem;
import dev.loadline.collector.yaml.ProblemsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What deployment files say of who connects to what: Kubernetes manifests, a chart's values,
 * Compose files and {@code pgbouncer.ini}, all of one fleet together, since an autoscaler, a
 * ConfigMap and the Deployment that they belong to may be in different files.
 *
 * @param inventory servers, poolers and clients; each figure with the place where it was written
 * @param remarks what was not understood or not counted, in the order of files and lines
 */
public record Manifests(Inventory inventory, List<Remark> remarks) {

  public Manifests {
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads one file.
   *
   * @param name how remarks and problems call it
   * @throws ProblemsException where it is no such file, or a template that is not rendered
   */
  public static Manifests read(String name, String text) {
    return read(Map.of(name, text));
  }

  /**
   * Reads the files of a fleet of which nothing else is known.
   *
   * @throws ProblemsException with the problems of all files
   */
  public static Manifests read(Map<String, String> files) {
    return read(files, "");
  }

  /**
   * Reads the files of a fleet: names to texts, in the order in which remarks come.
   *
   * @param unnamed the service that a chart's values speak of where they name none; empty where
   *     nobody knows
   * @throws ProblemsException with the problems of all files
   */
  public static Manifests read(Map<String, String> files, String unnamed) {
    List<Problem> problems = new ArrayList<>();
    Sources sources = new Sources();
    files.forEach(
        (name, text) -> {
          try {
            sources.add(name, text);
          } catch (ProblemsException e) {
            problems.addAll(e.problems());
          }
        });
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    List<Remark> remarks = new ArrayList<>();
    List<Workload> workloads = sources.workloads(unnamed, remarks);
    Assembly assembly = new Assembly(workloads, sources.poolers(workloads), remarks);
    Inventory inventory = assembly.inventory();
    remarks.addAll(Unreadable.of(inventory));
    List<String> order = List.copyOf(files.keySet());
    Comparator<Remark> byPlace =
        Comparator.<Remark>comparingInt(remark -> order.indexOf(file(remark)))
            .thenComparingInt(Manifests::line);
    return new Manifests(inventory, remarks.stream().distinct().sorted(byPlace).toList());
  }

  /** Whether a text looks like one that this can read, rather than a model or a document. */
  public static boolean recognises(String name, String text) {
    return Sources.recognises(name, text);
  }

  private static String file(Remark remark) {
    return remark.where().substring(0, remark.where().lastIndexOf(':'));
  }

  private static int line(Remark remark) {
    return Integer.parseInt(remark.where().substring(remark.where().lastIndexOf(':') + 1));
  }
}
