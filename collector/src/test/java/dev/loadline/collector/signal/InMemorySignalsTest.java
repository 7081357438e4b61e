package dev.loadline.collector.signal;

import java.util.List;

class InMemorySignalsTest implements SignalReaderContract {

  @Override
  public SignalReader reader(List<Sample> samples) {
    InMemorySignals signals = new InMemorySignals();
    samples.forEach(signals::add);
    return signals;
  }
}
