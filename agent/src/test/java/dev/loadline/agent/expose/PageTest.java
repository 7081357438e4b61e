package dev.loadline.agent.expose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void whateverWayItIsWrittenItIsTheTextInUtf8() throws IOException {
    StringBuilder expected = new StringBuilder();
    Page page = new Page();
    for (int i = 0; i < 20_000; i++) {
      page.write('ü');
      page.write("ab€c", 1, 2);
      page.write(new char[] {'x', 'y', 'z'}, 1, 2);
      page.append("\uD83D\uDEA2");
      expected.append("üb€yz\uD83D\uDEA2");
    }
    page.write("z".repeat(1_000_000));
    expected.append("z".repeat(1_000_000));
    assertThat(page.bytes()).isEqualTo(expected.toString().getBytes(StandardCharsets.UTF_8));
  }
}
