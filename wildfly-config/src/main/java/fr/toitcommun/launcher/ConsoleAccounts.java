package fr.toitcommun.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The accounts of the server's own console: {@code administrator} with the role Administrator,
 * {@code monitor} with the role Monitor. They are not agents and open nothing in the application.
 *
 * @param administrator the administrator's password
 * @param monitor the monitor's password
 */
record ConsoleAccounts(String administrator, String monitor) {

  private static final String REALM = "ManagementRealm";

  static ConsoleAccounts of(DataFolder folder) {
    return new ConsoleAccounts(
        folder.secret("console-administrator-password"), folder.secret("console-monitor-password"));
  }

  /** Tells them to the server whose configuration is in this folder. */
  void writeInto(Path configuration) {
    DataFolder.writePrivately(
        configuration.resolve("mgmt-users.properties"),
        "#$REALM_NAME="
            + REALM
            + "$\n"
            + user("administrator", administrator)
            + user("monitor", monitor));
    DataFolder.writePrivately(
        configuration.resolve("mgmt-groups.properties"),
        "administrator=administrators\nmonitor=monitors\n");
  }

  private static String user(String name, String password) {
    return name + "=" + digest(name + ":" + REALM + ":" + password) + "\n";
  }

  /** What HTTP's digest authentication, the console's, keeps instead of the password. */
  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
