package fr.toitcommun.ear;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Speaks as ClamAV's {@code clamd} does, and knows one virus: the one that EICAR invented for
 * tests. While it is open, it is the scanner of the server in whose JVM it runs.
 */
final class Clamd implements AutoCloseable {
  /** In two halves, so that no scanner takes this class for infected. */
  static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  /** Content with this word is more than it takes. */
  static final String TOO_LARGE = "TOO-LARGE-FOR-CLAMD";

  private static final String HOST = "toitcommun.clamav.host";
  private static final String PORT = "toitcommun.clamav.port";

  private final ServerSocket listening;

  private Clamd(ServerSocket listening) {
    this.listening = listening;
    System.setProperty(HOST, "127.0.0.1");
    System.setProperty(PORT, String.valueOf(listening.getLocalPort()));
  }

  /** One that answers. */
  static Clamd answering() throws IOException {
    Clamd clamd = new Clamd(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(clamd::serve, "clamd");
    thread.setDaemon(true);
    thread.start();
    return clamd;
  }

  /** One that is configured, but nobody listens there. */
  static Clamd gone() throws IOException {
    ServerSocket closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Clamd clamd = new Clamd(closed);
    closed.close();
    return clamd;
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket caller = listening.accept()) {
        answer(caller);
      } catch (IOException callerLeft) {
        // The next one is served.
      }
    }
  }

  private static void answer(Socket caller) throws IOException {
    DataInputStream in = new DataInputStream(caller.getInputStream());
    String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
    if (!"zINSTREAM\0".equals(command)) {
      caller.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
      return;
    }
    StringBuilder content = new StringBuilder();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
    }
    if (content.indexOf(TOO_LARGE) >= 0) {
      caller
          .getOutputStream()
          .write("INSTREAM size limit exceeded. ERROR\0".getBytes(StandardCharsets.US_ASCII));
      return;
    }
    String said = content.indexOf(EICAR) >= 0 ? "stream: Eicar-Test FOUND" : "stream: OK";
    caller.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    System.clearProperty(HOST);
    System.clearProperty(PORT);
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
