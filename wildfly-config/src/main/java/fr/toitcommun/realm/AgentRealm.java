package fr.toitcommun.realm;

import java.security.Principal;
import java.security.spec.AlgorithmParameterSpec;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.wildfly.security.auth.SupportLevel;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityRealm;
import org.wildfly.security.credential.Credential;
import org.wildfly.security.evidence.Evidence;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/**
 * Agents, their bcrypt hashes and their rights, read from the database at every sign-in.
 *
 * <p>Elytron's own JDBC realm would do but for one thing: systems send their password with each
 * call, and each call would cost the tenth of a second that bcrypt takes on purpose. This realm
 * remembers for some minutes, as a keyed digest and in memory only, which password it has found
 * right for which hash; hash and rights it still reads each time, so that a new password, a closed
 * account or a withdrawn right tells at once.
 */
public final class AgentRealm implements SecurityRealm {

  /** What Elytron's decoder takes the roles from. */
  static final String RIGHTS = "groups";

  private final PasswordCheck passwords = new PasswordCheck();
  private String dataSource;
  private String query;

  /** What the database says of one agent who may sign in. */
  record Agent(String passwordHash, List<String> rights) {}

  /**
   * Called by the server with the configuration of the realm.
   *
   * @param configuration {@code data-source}, a JNDI name; {@code query}, which takes a login and
   *     gives the hash and the array of rights of an agent who may sign in
   */
  public void initialize(Map<String, String> configuration) {
    dataSource = configuration.get("data-source");
    query = configuration.get("query");
  }

  @Override
  public RealmIdentity getRealmIdentity(Principal principal) throws RealmUnavailableException {
    return principal instanceof NamePrincipal
        ? new AgentIdentity(principal, find(principal.getName()), passwords)
        : RealmIdentity.NON_EXISTENT;
  }

  private Optional<Agent> find(String login) throws RealmUnavailableException {
    // PostgreSQL knows no such character, and would answer with a fault.
    if (login.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    try (Connection connection = InitialContext.<DataSource>doLookup(dataSource).getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, login);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(agent(row)) : Optional.empty();
      }
    } catch (SQLException | NamingException e) {
      throw new RealmUnavailableException(e);
    }
  }

  private static Agent agent(ResultSet row) throws SQLException {
    Array rights = row.getArray(2);
    return new Agent(
        row.getString(1), rights == null ? List.of() : List.of((String[]) rights.getArray()));
  }

  @Override
  public SupportLevel getCredentialAcquireSupport(
      Class<? extends Credential> type, String algorithm, AlgorithmParameterSpec parameters) {
    return SupportLevel.UNSUPPORTED;
  }

  @Override
  public SupportLevel getEvidenceVerifySupport(Class<? extends Evidence> type, String algorithm) {
    return PasswordGuessEvidence.class.isAssignableFrom(type)
        ? SupportLevel.SUPPORTED
        : SupportLevel.UNSUPPORTED;
  }
}
