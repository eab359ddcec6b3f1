package fr.toitcommun.web.api;

/** Login and password of an agent's account. */
public record Credentials(String login, String password) {
  @Override
  public String toString() {
    return "Credentials of " + login;
  }
}
