package fr.toitcommun.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void aTakenPortIsNamedWithTheOptionThatChangesIt() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = taken.getLocalPort();
      assertThatThrownBy(() -> Ports.requireFree("127.0.0.1", taken.getLocalPort(), "--port"))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("Port " + port)
          .hasMessageContaining("--port N");
    }
    assertThatCode(() -> Ports.requireFree("127.0.0.1", port, "--port")).doesNotThrowAnyException();
  }
}
