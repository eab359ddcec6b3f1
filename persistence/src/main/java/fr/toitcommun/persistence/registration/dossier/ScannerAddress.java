package fr.toitcommun.persistence.registration.dossier;

import java.util.Optional;

/**
 * Where the virus scanner listens (ClamAV's {@code clamd} over TCP), as this server is told: {@code
 * TOITCOMMUN_CLAMAV_HOST} and {@code TOITCOMMUN_CLAMAV_PORT} in its environment, or the system
 * properties {@code toitcommun.clamav.host} and {@code .port}, which go before.
 */
public record ScannerAddress(String host, int port) {
  private static final String USUAL_PORT = "3310";

  /** The address; empty when there is no scanner. */
  public static Optional<ScannerAddress> configured() {
    String host = setting("host", "");
    return host.isEmpty()
        ? Optional.empty()
        : Optional.of(new ScannerAddress(host, Integer.parseInt(setting("port", USUAL_PORT))));
  }

  private static String setting(String name, String otherwise) {
    String set =
        System.getProperty(
            "toitcommun.clamav." + name,
            System.getenv("TOITCOMMUN_CLAMAV_" + name.toUpperCase(java.util.Locale.ROOT)));
    return set == null || set.isBlank() ? otherwise : set.strip();
  }
}
