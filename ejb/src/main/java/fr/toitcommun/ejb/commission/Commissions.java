package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.commission.CommissionReader;
import fr.toitcommun.persistence.commission.CommissionRow;
import fr.toitcommun.persistence.commission.CommissionStore;
import fr.toitcommun.persistence.commission.CommissionView;
import fr.toitcommun.persistence.commission.InternalRules;
import fr.toitcommun.persistence.commission.MemberForm;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The commissions of the caller's landlord: who sits on them, by what internal rules (R.441-9). */
@Stateless
@Gated
@RolesAllowed(Right.DECIDE)
public class Commissions {
  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private References references;
  @Inject private OwnSessions own;
  @Inject private SessionInput input;

  /** The caller's commissions, by name. */
  public List<CommissionRow> list() {
    return new CommissionReader(jdbi).ofLandlord(agent.profile().partnerId(), demands.today());
  }

  /**
   * One of them with its members and rules.
   *
   * @throws NotInScope when it is not the caller's
   */
  public CommissionView open(long commissionId) {
    return own.commission(commissionId);
  }

  /**
   * Founds a commission (R.441-9: a landlord may have several).
   *
   * @param epciSiren the EPCI for whose territory it is; null: wherever the landlord has dwellings
   */
  @Act
  public long found(String name, String epciSiren) {
    checkPlace(name, epciSiren);
    return jdbi.withHandle(
        handle ->
            CommissionStore.found(
                handle,
                agent.profile().partnerId(),
                name,
                epciSiren == null ? null : "EPCI",
                epciSiren));
  }

  /**
   * Renames one and states its territory.
   *
   * @throws NotInScope when it is not the caller's
   */
  @Act
  public void describe(long commissionId, String name, String epciSiren) {
    own.commission(commissionId);
    checkPlace(name, epciSiren);
    jdbi.useHandle(
        handle ->
            CommissionStore.describe(
                handle, commissionId, name, epciSiren == null ? null : "EPCI", epciSiren));
  }

  private void checkPlace(String name, String epciSiren) {
    input.checkName("commission_name", name);
    if (epciSiren != null
        && references.current().municipalities().stream()
            .noneMatch(place -> epciSiren.equals(place.epciSiren()))) {
      throw RefusedInput.at("commission_epci", "UNKNOWN_CONCERN");
    }
  }

  /**
   * Keeps a standing member, new or known. Sessions planned already keep their lists.
   *
   * @throws RefusedInput at the faulty fields
   * @throws NotInScope when commission or member is not the caller's
   */
  @Act
  public void keepMember(long commissionId, MemberForm member) {
    CommissionView commission = own.commission(commissionId);
    if (member.getMemberId() != null
        && commission.members().stream().noneMatch(m -> m.memberId() == member.getMemberId())) {
      throw new NotInScope("member " + member.getMemberId());
    }
    input.check(member);
    Long account = member.getLogin() == null ? null : account(member.getLogin());
    jdbi.useHandle(handle -> CommissionStore.keep(handle, commissionId, member, account));
  }

  private Long account(String login) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select a.id from agent a join agent_right r on r.agent_id = a.id and"
                        + " r.right_name = :sit where a.login = :login and a.active")
                .bind("sit", Right.SIT)
                .bind("login", login)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> RefusedInput.at("member_login", "UNKNOWN_ACCOUNT")));
  }

  /**
   * Keeps internal rules from a day on, which comes after every session that is closed.
   *
   * @throws RefusedInput at the faulty fields
   * @throws NotInScope when the commission is not the caller's
   */
  @Act
  public void keepRules(long commissionId, InternalRules rules) {
    own.commission(commissionId);
    List<Fault> faults = rules.faults();
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
    jdbi.useHandle(
        handle -> {
          // A closed session was held by the rules of its day.
          CommissionReader.lastClosed(handle, commissionId)
              .filter(last -> !rules.validFrom().isAfter(last))
              .ifPresent(
                  last -> {
                    throw RefusedInput.at("rules_validFrom", "RULES_OF_CLOSED_SESSION", last);
                  });
          CommissionStore.keep(handle, commissionId, rules);
        });
  }
}
