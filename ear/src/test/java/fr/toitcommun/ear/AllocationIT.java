package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.codes;
import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.OTHER_LANDLORD;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.closedSession;
import static fr.toitcommun.ear.LettingActs.decisions;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.files;
import static fr.toitcommun.ear.LettingActs.lease;
import static fr.toitcommun.ear.LettingActs.leases;
import static fr.toitcommun.ear.LettingActs.matching;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.sessions;
import static fr.toitcommun.ear.LettingActs.vacancies;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.commission.SessionMinutes;
import fr.toitcommun.ejb.observatory.Home;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.FittingDwellings;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.observatory.Counters;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.DemandFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the vacant dwelling to the signed lease, one act after the other. */
@ExtendWith(ArquillianExtension.class)
class AllocationIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(AllocationIT.class, Acts.class, LettingActs.class);
  }

  @Test
  void theWholeWayFromTheDwellingToTheLease() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    Counters before = counters();
    long satisfied = LettingActs.satisfied();
    List<Long> made = AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    assertThat(made).hasSize(3);
    assertThat(codes(LANDLORD, () -> proposals().propose(vacancy, numbers)))
        .containsOnly("ALREADY_PROPOSED");

    long session = closedSession(vacancy, 3);
    SessionDetail detail = AsAgent.call(LANDLORD, () -> sessions().open(session));
    assertThat(pdf(AsAgent.call(LANDLORD, () -> decisions().dossier(session, Locale.FRENCH)).pdf()))
        .isTrue();
    assertThat(
            pdf(
                AsAgent.call(
                        LANDLORD, () -> Acts.of(SessionMinutes.class).print(session, Locale.FRENCH))
                    .pdf()))
        .isTrue();
    List<SessionDetail.Candidate> ranked = detail.items().get(0).candidates();

    // The second in rank must wait for the first, who refuses.
    assertThat(codes(LANDLORD, () -> leases().sign(ranked.get(1).proposalId(), lease())))
        .containsExactly("BETTER_RANK_FIRST");
    AsAgent.call(
        LANDLORD,
        () ->
            run(() -> proposals().refuse(ranked.get(0).proposalId(), "RENT_TOO_HIGH", null, null)));
    AsAgent.call(LANDLORD, () -> leases().sign(ranked.get(1).proposalId(), lease()));

    DemandFile housed = open(ranked.get(1).uniqueNumber());
    assertThat(housed.cancellationReason()).isEqualTo(CancellationReason.RADATT);
    assertThat(open(ranked.get(2).uniqueNumber()).proposals().get(0).status())
        .isEqualTo("RELEASED");
    assertThat(open(ranked.get(2).uniqueNumber()).cancelledOn()).isNull();
    assertThat(
            Acts.count(
                "select count(*) from lease l join demand d on d.id = l.demand_id where"
                    + " d.unique_number = ? and l.landlord_siren ~ '^[0-9]{9}$' and l.signed_on ="
                    + " current_date and l.quota = 'AUCUN'",
                housed.uniqueNumber()))
        .isEqualTo(1);
    Counters after = counters();
    assertThat(after.active()).isEqualTo(before.active() - 1);
    assertThat(LettingActs.satisfied()).isEqualTo(satisfied + 1);
  }

  @Test
  void otherLandlordsSeeThatAProposalIsUnderWayNotItsFile() throws Exception {
    long vacancy = declare(LANDLORD);
    String number = candidates(vacancy, 1).get(0);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, List.of(number)));
    DemandFile.ProposalTrace seen =
        AsAgent.call(OTHER_LANDLORD, () -> files().open(number)).proposals().get(0);
    assertThat(seen.mine()).isFalse();
    assertThat(seen.proposalId()).isNull();
    assertThat(seen.status()).isEqualTo("OPEN");
    long others = declare(OTHER_LANDLORD);
    CandidateRow row =
        AsAgent.call(
                OTHER_LANDLORD,
                () -> matching().candidates(others, CandidatePage.Cursor.START, 100))
            .rows()
            .stream()
            .filter(candidate -> candidate.uniqueNumber().equals(number))
            .findFirst()
            .orElseThrow();
    assertThat(row.openProposals()).isPositive();
  }

  @Test
  void fromADemandTheDwellingThatFitsAndWhyOthersDoNot() throws Exception {
    // The longest vacant come first: others may have declared more than a list holds.
    DwellingForm dwelling = LettingActs.dwelling(LANDLORD);
    dwelling.setAvailableFrom(LocalDate.now().minusYears(1));
    long vacancy = AsAgent.call(LANDLORD, () -> vacancies().declare(dwelling));
    String number =
        AsAgent.call(
            "guichet.nantes",
            () -> Acts.of(Registrations.class).register(Acts.form("Convenance", "44109")).value());
    FittingDwellings fitting = AsAgent.call(LANDLORD, () -> matching().fitting(number));
    assertThat(fitting.others()).noneMatch(row -> row.vacancy().vacancyId() == vacancy);
    assertThat(fitting.fitting()).anyMatch(row -> row.vacancy().vacancyId() == vacancy);
    assertThat(fitting.others()).isNotEmpty().allMatch(row -> row.fit().firstFailure() != null);
    assertThat(fitting.fitting()).hasSize((int) Math.min(fitting.fits(), PageBounds.MOST_ROWS));
    assertThat(fitting.total())
        .isEqualTo(
            Acts.count(
                "select count(*) from vacancy v join dwelling w on w.id = v.dwelling_id join"
                    + " municipality m on m.code = w.municipality_code where v.status = 'OPEN' and"
                    + " exists (select 1 from wished_location l join demand d on d.id = l.demand_id"
                    + " join municipality n on n.code = l.municipality_code where d.unique_number ="
                    + " ? and m.departement_code = d.departement_code and (n.code = m.code or"
                    + " n.epci_siren = m.epci_siren or d.accepts_other_locations))",
                number));
  }

  private static boolean pdf(byte[] bytes) {
    return new String(bytes, 0, 5, java.nio.charset.StandardCharsets.US_ASCII).equals("%PDF-");
  }

  private static Counters counters() throws Exception {
    return AsAgent.call(LANDLORD, () -> Acts.of(Home.class).counters());
  }

  private static DemandFile open(String number) throws Exception {
    return AsAgent.call(LANDLORD, () -> files().open(number));
  }
}
