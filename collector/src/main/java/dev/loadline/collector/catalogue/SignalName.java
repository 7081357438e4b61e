package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.yaml.Nearest;
import java.util.Arrays;
import java.util.List;

/** A signal by its word; a slip is told with the word that was probably meant. */
record SignalName(Signal signal) {

  public static SignalName parse(String label) {
    return new SignalName(
        Signal.of(label)
            .orElseThrow(
                () ->
                    new IllegalArgumentException("no such signal" + Nearest.hint(label, words()))));
  }

  private static List<String> words() {
    return Arrays.stream(Signal.values()).map(Signal::label).toList();
  }
}
