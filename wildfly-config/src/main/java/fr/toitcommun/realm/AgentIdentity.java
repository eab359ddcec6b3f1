package fr.toitcommun.realm;

import fr.toitcommun.realm.AgentRealm.Agent;
import java.security.Principal;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import org.wildfly.security.auth.SupportLevel;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.authz.AuthorizationIdentity;
import org.wildfly.security.authz.MapAttributes;
import org.wildfly.security.credential.Credential;
import org.wildfly.security.evidence.Evidence;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** One login during one sign-in: perhaps an agent's, perhaps nobody's. */
final class AgentIdentity implements RealmIdentity {

  private final Principal principal;
  private final Optional<Agent> agent;
  private final PasswordCheck passwords;

  AgentIdentity(Principal principal, Optional<Agent> agent, PasswordCheck passwords) {
    this.principal = principal;
    this.agent = agent;
    this.passwords = passwords;
  }

  @Override
  public Principal getRealmIdentityPrincipal() {
    return principal;
  }

  @Override
  public boolean verifyEvidence(Evidence evidence) {
    if (!(evidence instanceof PasswordGuessEvidence guess)) {
      return false;
    }
    if (agent.isEmpty()) {
      passwords.refuseAsSlowly(guess.getGuess());
      return false;
    }
    return passwords.isRight(agent.get().passwordHash(), guess.getGuess());
  }

  @Override
  public boolean exists() {
    return agent.isPresent();
  }

  @Override
  public AuthorizationIdentity getAuthorizationIdentity() {
    MapAttributes attributes = new MapAttributes();
    agent.ifPresent(known -> attributes.addAll(AgentRealm.RIGHTS, known.rights()));
    return AuthorizationIdentity.basicIdentity(attributes);
  }

  @Override
  public <C extends Credential> C getCredential(Class<C> type) {
    return null;
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
