package dev.loadline.lab.bench;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class BorrowBenchTest {
  @Test
  void theStubIsGoodEnoughForThePool() {
    BorrowBench bench = new BorrowBench();
    bench.open();
    assertThatCode(bench::borrowAndReturn).doesNotThrowAnyException();
    bench.close();
  }
}
