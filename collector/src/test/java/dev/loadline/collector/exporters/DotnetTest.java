package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** .NET and ASP.NET Core. */
class DotnetTest {
  @Test
  void runtimeServerAndLimiter() {
    Exposed exposed = Exposed.in("written/dotnet.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 10.0 (dotnet)
            cpu/process limit = 2.0 (dotnet)
            memory/process in_use = 9.0E7 (dotnet)
            rate-limit/orders acquired = 90.0 (dotnet)
            rate-limit/orders hold.count = 84.0 (dotnet)
            rate-limit/orders hold.sum = 4.25 (dotnet)
            rate-limit/orders in_use = 6.0 (dotnet)
            rate-limit/orders rejected = 7.0 (dotnet)
            rate-limit/orders wait.count = 20.0 (dotnet)
            rate-limit/orders wait.sum = 0.5 (dotnet)
            rate-limit/orders waiting = 2.0 (dotnet)
            sockets/kestrel in_use = 15.0 (dotnet)
            sockets/kestrel rejected = 2.0 (dotnet)
            sockets/kestrel waiting = 1.0 (dotnet)
            sockets/signalr in_use = 5.0 (dotnet)
            workers/thread-pool waiting = 4.0 (dotnet)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
