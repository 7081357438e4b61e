package dev.loadline.advisor.notify;

import dev.loadline.collector.yaml.Plugin;

/**
 * Makes the {@link Notifier} of one channel from its settings; found by {@code ServiceLoader}.
 *
 * <p>In {@code loadline.yaml} a channel is one entry of {@code notifiers}, with the factory's name
 * as the only key and the settings beneath: {@code - slack: {webhook_file: /run/secrets/slack}}.
 *
 * @param <S> the settings: a record that checks itself and holds names of secret files, not secrets
 */
public interface NotifierFactory<S extends Record> extends Plugin<S> {

  /**
   * Makes the channel.
   *
   * @throws IllegalArgumentException where the settings cannot work, with what to mend
   */
  Notifier create(S settings);
}
