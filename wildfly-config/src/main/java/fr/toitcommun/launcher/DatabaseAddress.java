package fr.toitcommun.launcher;

import java.util.Map;

/**
 * How the application reaches its database.
 *
 * @param url the JDBC address
 * @param user the role that owns the application's database
 * @param password its password
 */
public record DatabaseAddress(String url, String user, String password) {

  /**
   * @return the environment variables that the server's datasource reads
   */
  public Map<String, String> environment() {
    return Map.of(
        "TOITCOMMUN_DB_URL", url, "TOITCOMMUN_DB_USER", user, "TOITCOMMUN_DB_PASSWORD", password);
  }
}
