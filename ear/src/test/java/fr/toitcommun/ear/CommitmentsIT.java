package fr.toitcommun.ear;

import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.OTHER_LANDLORD;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.closedSession;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.allocation.Commitments;
import fr.toitcommun.ejb.allocation.LeaseCancellations;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import fr.toitcommun.persistence.allocation.commitment.Counter;
import fr.toitcommun.persistence.allocation.commitment.Forecast;
import fr.toitcommun.persistence.commission.Decision;
import jakarta.ejb.EJBAccessException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commitments of L.441-1: before and during a session, and who may see whose. */
@ExtendWith(ArquillianExtension.class)
class CommitmentsIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(CommitmentsIT.class, Acts.class, LettingActs.class);
  }

  @Test
  void L_441_1_aSessionShowsWhatItsDecisionsMakeOfTheCommitments() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long session = closedSession(vacancy, 1);
    long candidate =
        AsAgent.call(LANDLORD, () -> sessions().open(session))
            .items()
            .get(0)
            .candidates()
            .get(0)
            .candidateId();
    List<Forecast> decided = AsAgent.call(LANDLORD, () -> commitments().preview(session));
    Forecast own =
        decided.stream()
            .filter(one -> "AUCUN".equals(one.before().item()))
            .filter(one -> one.before().goal().name().equals("RESERVATION"))
            .findFirst()
            .orElseThrow();
    assertThat(own.decided().total()).isEqualTo(own.before().total() + 1);
    assertThat(own.decided().count()).isEqualTo(own.before().count() + 1);
    Forecast without =
        AsAgent.call(
                LANDLORD, () -> commitments().previewOf(candidate, Decision.NON_ALLOCATION, null))
            .stream()
            .filter(one -> one.before().equals(own.before()))
            .findFirst()
            .orElseThrow();
    assertThat(without.with()).isEqualTo(own.before());
    assertThatThrownBy(() -> AsAgent.call(OTHER_LANDLORD, () -> commitments().preview(session)))
        .isInstanceOf(NotInScope.class);
    assertThatThrownBy(() -> AsAgent.call("prefecture.44", () -> commitments().preview(session)))
        .isInstanceOf(EJBAccessException.class);
  }

  @Test
  void R_441_2_6_aLandlordSeesItsOwnCommitmentsTheStateEachAndOthersTotalsOnly() throws Exception {
    long me = Acts.count("select partner_id from agent where login = 'bailleur.nantes'");
    CommitmentView mine = AsAgent.call(LANDLORD, () -> commitments().view(null, null, null));
    assertThat(mine.leases())
        .isEqualTo(
            Acts.count(
                "select count(*) from lease where landlord_id = ? and cancelled_at is null and"
                    + " extract(year from signed_on) = extract(year from current_date)",
                me));
    assertThat(mine.rowsAre()).isEqualTo(CommitmentView.RowsAre.TERRITORIES);
    assertThatThrownBy(() -> AsAgent.call(OTHER_LANDLORD, () -> commitments().view(null, me, null)))
        .isInstanceOf(NotInScope.class);
    CommitmentView state =
        AsAgent.call("prefecture.44", () -> commitments().view(null, null, null));
    assertThat(state.rows()).hasSizeGreaterThan(1);
    assertThat(state.rows().stream().mapToLong(CommitmentView.Row::leases).sum())
        .isEqualTo(state.leases());
    assertThat(AsAgent.call("prefecture.44", () -> commitments().view(null, me, null)).leases())
        .isLessThanOrEqualTo(state.leases());
    for (String statistics : List.of("adil.44", "commune.sans-guichet", "action.logement")) {
      CommitmentView totals = AsAgent.call(statistics, () -> commitments().view(null, null, null));
      assertThat(totals.rows()).as(statistics).isEmpty();
      assertThat(totals.counters().stream().map(Counter::count))
          .as(statistics)
          .allMatch(count -> count == 0 || count >= 11);
      assertThatThrownBy(() -> AsAgent.call(statistics, () -> commitments().view(null, me, null)))
          .isInstanceOf(NotInScope.class);
      assertThat(
              AsAgent.call(statistics, () -> commitments().efforts(null, null, null)).byLandlord())
          .isEmpty();
      assertThatThrownBy(() -> AsAgent.call(statistics, () -> undo().list(null, false, 0, 5)))
          .isInstanceOf(EJBAccessException.class);
    }
  }

  private static Commitments commitments() {
    return Acts.of(Commitments.class);
  }

  private static LeaseCancellations undo() {
    return Acts.of(LeaseCancellations.class);
  }
}
