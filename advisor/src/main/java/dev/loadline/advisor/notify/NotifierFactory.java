package dev.loadline.advisor.notify;

/**
 * Makes the {@link Notifier} of one channel from its settings; found by {@code ServiceLoader}.
 *
 * <p>In {@code loadline.yaml} a channel is one entry of {@code notifiers}, with the factory's name
 * as the only key and the settings beneath: {@code - slack: {webhook_file: /run/secrets/slack}}.
 *
 * @param <S> the settings: a record that checks itself and holds names of secret files, not secrets
 */
public interface NotifierFactory<S extends Record> {

  /** The key in configuration: {@code slack}. */
  String name();

  /** The record that the entry is read into. */
  Class<S> settings();

  /**
   * Makes the channel.
   *
   * @throws IllegalArgumentException where the settings cannot work, with what to mend
   */
  Notifier create(S settings);
}
