package dev.loadline.collector.yaml;

/**
 * One entry of a plugin list: the plugin that its single key names, and the settings below it.
 * {@code List<Chosen<Discovery<?>>>} binds {@code [{static: {…}}, {file: {…}}]}.
 *
 * @param <P> the plugin interface, whose implementations {@link java.util.ServiceLoader} finds
 * @param settings an instance of the plugin's {@link Plugin#settings()}
 */
public record Chosen<P extends Plugin<?>>(P plugin, Record settings) {

  public Chosen {
    if (!plugin.settings().isInstance(settings)) {
      throw new IllegalArgumentException(plugin.name() + " does not take " + settings);
    }
  }
}
