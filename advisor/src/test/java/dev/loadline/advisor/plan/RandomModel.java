package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.ModelFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A model of a random service in which every kind of resource has its figures. */
record RandomModel(ModelFile file, Map<String, Integer> counts, int holdMillis, int ratePerMinute) {

  static RandomModel of(Random random) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("service.instances", 1 + random.nextInt(20));
    counts.put("resources.pool.size", 1 + random.nextInt(50));
    counts.put("resources.pool.overflow", random.nextInt(50));
    counts.put("resources.workers.processes", 1 + random.nextInt(8));
    counts.put("resources.workers.concurrency", 1 + random.nextInt(200));
    counts.put("resources.sockets.per_instance", 100 + random.nextInt(20_000));
    counts.put("servers.pg.cores", 1 + random.nextInt(64));
    int hold = 1 + random.nextInt(500);
    int rate = 1 + random.nextInt(60);
    String text =
        """
        model: random
        document: A service made up
        resources:
          pool: {server: pg, hold: %d ms, size: 1}
          workers: {response: %d ms, concurrency: 1}
          cache: {hit_rate: %d %%}
          sockets: {adapter: true, per_instance: 1}
        servers:
          pg: {engine: postgresql, cpu: %d ms, cores: 1}
        users:
          profiles: {usual: {rate: %d requests/minute}}
        """
            .formatted(
                hold, hold + random.nextInt(500), random.nextInt(95), 1 + random.nextInt(20), rate);
    Map<String, String> written = new LinkedHashMap<>();
    counts.forEach((path, count) -> written.put(path, count.toString()));
    return new RandomModel(ModelFile.parse("random.yaml", text).with(written), counts, hold, rate);
  }

  /** One more of each thing that can be counted, one at a time. */
  Map<String, String> more() {
    Map<String, String> more = new LinkedHashMap<>();
    counts.forEach((path, count) -> more.put(path, Integer.toString(count + 1)));
    return more;
  }

  @Override
  public String toString() {
    return counts + ", hold " + holdMillis + " ms, " + ratePerMinute + "/min";
  }
}
