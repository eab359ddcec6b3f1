package fr.toitcommun.ear;

import java.util.concurrent.Callable;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** Inside the server: does something as an agent, signed in by the same realm as everybody. */
public final class AsAgent {

  /** The password of every demonstration account. */
  public static final String PASSWORD = "Toit-commun-2006!";

  private AsAgent() {}

  /**
   * @param login a demonstration account
   * @param act what it does
   * @return what the act gives
   * @throws Exception what the act throws
   */
  public static <T> T call(String login, Callable<T> act) throws Exception {
    return identity(login).runAs(act);
  }

  /**
   * The signed-in agent, to run several acts without signing in each time.
   *
   * @param login a demonstration account
   */
  public static SecurityIdentity identity(String login) throws RealmUnavailableException {
    return SecurityDomain.getCurrent()
        .authenticate(login, new PasswordGuessEvidence(PASSWORD.toCharArray()));
  }
}
