package fr.toitcommun.ejb.dossier;

import fr.toitcommun.persistence.registration.dossier.ScannerAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the virus scanner, in the protocol of ClamAV's {@code clamd}: {@code INSTREAM}, the content
 * in pieces that state their length, a piece of no length, and one line in answer.
 */
@ApplicationScoped
public class VirusScanner {
  /** What the scanner said. */
  public enum Verdict {
    NOT_CONFIGURED,
    CLEAN,
    INFECTED,
    /** It is configured, and does not answer. */
    UNAVAILABLE,
    /** It answers, but could not say anything of this content: too large for it, perhaps. */
    UNDECIDED
  }

  private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final int PIECE = 64 * 1024;
  private static final int LONGEST_ANSWER = 4096;
  private static final int PATIENCE_TO_CONNECT_MILLIS = 3_000;
  private static final int PATIENCE_TO_ANSWER_MILLIS = 60_000;

  /** Has content scanned; what cannot be read to its end is not scanned. */
  public Verdict scan(InputStream content) {
    Optional<ScannerAddress> address = ScannerAddress.configured();
    return address.isEmpty() ? Verdict.NOT_CONFIGURED : scan(content, address.get());
  }

  private static Verdict scan(InputStream content, ScannerAddress address) {
    boolean connected = false;
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.host(), address.port()), PATIENCE_TO_CONNECT_MILLIS);
      connected = true;
      socket.setSoTimeout(PATIENCE_TO_ANSWER_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write(COMMAND);
      byte[] piece = new byte[PIECE];
      for (int read = content.read(piece); read > 0; read = content.read(piece)) {
        out.writeInt(read);
        out.write(piece, 0, read);
      }
      out.writeInt(0);
      out.flush();
      return verdict(
          new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII)
              .replace("\0", "")
              .strip());
    } catch (SocketTimeoutException tooSlow) {
      LOG.warn("The virus scanner is silent");
      return Verdict.UNAVAILABLE;
    } catch (IOException noAnswer) {
      LOG.warn("The virus scanner does not answer: {}", noAnswer.getClass().getName());
      // One that hangs up in the middle has had enough of this content; the next it may take.
      return connected ? Verdict.UNDECIDED : Verdict.UNAVAILABLE;
    }
  }

  private static Verdict verdict(String answer) {
    if (answer.endsWith(": OK")) {
      return Verdict.CLEAN;
    }
    if (answer.endsWith(" FOUND")) {
      return Verdict.INFECTED;
    }
    LOG.warn("The virus scanner answers: {}", answer);
    return answer.isEmpty() ? Verdict.UNAVAILABLE : Verdict.UNDECIDED;
  }
}
