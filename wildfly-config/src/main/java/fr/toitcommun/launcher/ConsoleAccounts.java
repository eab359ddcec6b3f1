package fr.toitcommun.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The accounts of the server's own console: {@code administrator} with the role Administrator,
 * {@code monitor} with the role Monitor. They are not agents and open nothing in the application.
 *
 * @param administrator the administrator's password
 * @param monitor the monitor's password
 */
record ConsoleAccounts(String administrator, String monitor) {

  private static final String REALM = "ManagementRealm";
  private static final String USERS = "mgmt-users.properties";
  private static final String GROUPS = "mgmt-groups.properties";

  static ConsoleAccounts of(DataFolder folder) {
    return new ConsoleAccounts(
        folder.secret("console-administrator-password"), folder.secret("console-monitor-password"));
  }

  /**
   * What the server's folder says of accounts that an administrator has added with add-user.sh;
   * they last although the configuration is laid anew.
   */
  record Added(List<String> users, List<String> groups) {
    static Added in(Path configuration) {
      return new Added(added(configuration.resolve(USERS)), added(configuration.resolve(GROUPS)));
    }

    private static List<String> added(Path file) {
      try {
        return Files.readAllLines(file).stream()
            .filter(line -> line.matches("[^#=\\s][^=]*=.*"))
            .filter(line -> !line.matches("(administrator|monitor)=.*"))
            .toList();
      } catch (IOException e) {
        // The first start: there is no such file yet.
        return List.of();
      }
    }
  }

  /** Tells them, and those that were added, to the server whose configuration is in this folder. */
  void writeInto(Path configuration, Added added) {
    DataFolder.writePrivately(
        configuration.resolve(USERS),
        "#$REALM_NAME="
            + REALM
            + "$\n"
            + user("administrator", administrator)
            + user("monitor", monitor)
            + lines(added.users()));
    DataFolder.writePrivately(
        configuration.resolve(GROUPS),
        "administrator=administrators\nmonitor=monitors\n" + lines(added.groups()));
  }

  private static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
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
