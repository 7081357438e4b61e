package dev.loadline.advisor.cli;

import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.headroom.Board;
import dev.loadline.advisor.notify.Notifier;
import dev.loadline.advisor.notify.NotifierFactory;
import dev.loadline.collector.CollectorSettings;
import dev.loadline.collector.StoreSettings;
import dev.loadline.collector.yaml.Chosen;
import dev.loadline.collector.yaml.Default;
import dev.loadline.collector.yaml.YamlDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration {@code loadline.yaml}.
 *
 * @param roles what this process does
 * @param listen where it answers
 * @param data where it keeps what must outlast it
 * @param store where signals are kept
 * @param services by name; what is measured but not named here has the default objective
 * @param notifiers channels to people
 */
public record LoadlineSettings(
    @Default("[collector, advisor]") List<Role> roles,
    @Default("127.0.0.1:8686") Address listen,
    @Default("loadline-data") Path data,
    @Default("embedded") StoreSettings store,
    @Default("{}") CollectorSettings collector,
    @Default("{}") Map<String, ServiceSettings> services,
    @Default("[]") List<Chosen<NotifierFactory<?>>> notifiers) {

  public LoadlineSettings {
    if (!roles.contains(Role.COLLECTOR)) {
      throw new IllegalArgumentException(
          "roles: the embedded store has its collector in the same process; add collector");
    }
  }

  /**
   * Reads a configuration.
   *
   * @param name how problems call the file
   * @throws IllegalArgumentException with all that is wrong, a line each
   */
  public static LoadlineSettings parse(String name, String text) {
    return YamlDocument.parse(name, text).bind(LoadlineSettings.class);
  }

  /** The same but for what the command line says. */
  LoadlineSettings with(List<Role> otherRoles, Address otherListen) {
    return new LoadlineSettings(
        otherRoles, otherListen, data, store, collector, services, notifiers);
  }

  /**
   * The services with their documents.
   *
   * @throws IllegalArgumentException naming every document that cannot be had
   */
  Map<String, Board.Watched> watched() {
    Map<String, Board.Watched> watched = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    services.forEach(
        (service, settings) -> {
          try {
            String document = settings.document();
            ModelFile model = document == null ? null : Models.find(document);
            watched.put(service, new Board.Watched(settings.promised(), model));
          } catch (IllegalArgumentException e) {
            problems.add("services." + service + ": " + e.getMessage());
          }
        });
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return watched;
  }

  /** Makes the channels. */
  List<Notifier> channels() {
    List<Notifier> channels = new ArrayList<>();
    for (Chosen<NotifierFactory<?>> chosen : notifiers) {
      channels.add(channel(chosen.plugin(), chosen.settings()));
    }
    return channels;
  }

  private static <S extends Record> Notifier channel(NotifierFactory<S> factory, Record settings) {
    return factory.create(factory.settings().cast(settings));
  }
}
