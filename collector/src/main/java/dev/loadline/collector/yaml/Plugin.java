package dev.loadline.collector.yaml;

/**
 * Something that a file chooses by name and sets up by the keys below that name: in {@code -
 * static: {service: orders}} the name is {@code static} and {@code {service: orders}} binds to its
 * settings. Found by {@link java.util.ServiceLoader} under the interface that extends this one.
 *
 * @param <S> the plugin's own settings, which check themselves in their constructor
 */
public interface Plugin<S extends Record> {

  /** The key that chooses this plugin. */
  String name();

  /** The record that the value below the key binds to. */
  Class<S> settings();
}
