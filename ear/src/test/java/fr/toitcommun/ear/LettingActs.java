package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.run;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.allocation.Leases;
import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.commission.SessionAgenda;
import fr.toitcommun.ejb.commission.SessionDecisions;
import fr.toitcommun.ejb.commission.SessionMembers;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.LeaseData;
import fr.toitcommun.persistence.allocation.ProposalRow;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.DecisionForm;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionForm;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Inside the server: what a letting is made of, from a dwelling declared to a closed session. */
final class LettingActs {
  static final String LANDLORD = "bailleur.nantes";
  static final String OTHER_LANDLORD = "bailleur.saint-nazaire";
  private static final AtomicInteger REFERENCE = new AtomicInteger();

  private LettingActs() {}

  /** A T2 of this landlord in Nantes, vacant from today. */
  static long declare(String landlord) throws Exception {
    return AsAgent.call(landlord, () -> vacancies().declare(dwelling(landlord)));
  }

  /** The same dwelling, not declared yet. */
  static DwellingForm dwelling(String landlord) {
    DwellingForm form = new DwellingForm();
    form.setInternalReference(
        "IT-" + landlord + "-" + REFERENCE.incrementAndGet() + System.nanoTime());
    form.setMunicipalityCode("44109");
    form.setAddress("12 quai de la Fosse");
    form.setFloor(2);
    form.setType("T2");
    form.setSurface(46);
    form.setMainRent(310);
    form.setCharges(55);
    form.setScheme("PLUS");
    form.setEnergyClass("C");
    form.setAvailableFrom(LocalDate.now());
    // Kept by the landlord, or a holder would have to designate first.
    form.setQuota("AUCUN");
    form.setQuotaReason("Essai");
    return form;
  }

  /** The landlord's dwellings of Nantes declared vacant until the rule offers one to a holder. */
  static VacancyRow offered() throws Exception {
    DwellingForm form = dwelling(LANDLORD);
    form.setQuota(null);
    form.setQuotaReason(null);
    for (int i = 0; i < 40; i++) {
      form.setInternalReference("IT-OFFRE-" + System.nanoTime());
      long vacancy = AsAgent.call(LANDLORD, () -> vacancies().declare(form));
      VacancyRow row = AsAgent.call(LANDLORD, () -> vacancies().open(vacancy));
      if (row.offer() != null) {
        return row;
      }
    }
    throw new AssertionError("The rule offers nothing");
  }

  /** Applicants of the dwelling whom nobody has anything open for. */
  static List<String> candidates(long vacancy, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      AsAgent.call(
          "guichet.nantes",
          () -> Acts.of(Registrations.class).register(Acts.form("Candidate", "44109")));
    }
    List<String> free = new ArrayList<>();
    CandidatePage.Cursor cursor = CandidatePage.Cursor.START;
    while (free.size() < count && cursor != null) {
      CandidatePage.Cursor from = cursor;
      CandidatePage page = AsAgent.call(LANDLORD, () -> matching().candidates(vacancy, from, 100));
      page.rows().stream()
          .filter(row -> row.openProposals() == 0)
          .limit(count - free.size())
          .forEach(row -> free.add(row.uniqueNumber()));
      cursor = page.next();
    }
    assertThat(free).hasSize(count);
    return free;
  }

  /** A closed session at which candidates were ranked in order. */
  static long closedSession(long vacancy, int ranked) throws Exception {
    return closedSession(LANDLORD, vacancy, ranked, null);
  }

  private static long closedSession(String landlord, long vacancy, int ranked, String first)
      throws Exception {
    long session = decidedSession(landlord, vacancy, ranked, first);
    AsAgent.call(landlord, () -> run(() -> decisions().close(session)));
    return session;
  }

  /**
   * A session that may be closed: candidates were ranked in order.
   *
   * @param first number of who comes first; null: whoever does
   */
  static long decidedSession(String landlord, long vacancy, int ranked, String first)
      throws Exception {
    SessionForm form = new SessionForm();
    form.setHeldAt(LocalDateTime.now());
    form.setPlace("Salle du conseil");
    long session = AsAgent.call(landlord, () -> sessions().plan(form));
    AsAgent.call(landlord, () -> agenda().addDwelling(session, vacancy));
    SessionDetail detail = AsAgent.call(landlord, () -> sessions().open(session));
    int rank = first == null ? 1 : 2;
    for (SessionDetail.Candidate candidate : detail.items().get(0).candidates()) {
      int given = candidate.uniqueNumber().equals(first) ? 1 : rank++;
      DecisionForm decision =
          given <= ranked
              ? new DecisionForm(Decision.RANKED_ALLOCATION, given, null, null, null, null)
              : new DecisionForm(Decision.NON_ALLOCATION, null, null, null, anyMotive(), null);
      AsAgent.call(
          landlord,
          () ->
              run(
                  () ->
                      decisions()
                          .decide(
                              session, candidate.candidateId(), candidate.version(), decision)));
    }
    convene(landlord, session, List.of(member(), member(), member()));
    return session;
  }

  /** Keeps this list of members of a session as it is now. */
  static void convene(String landlord, long session, List<AttendeeForm> people) throws Exception {
    int version = AsAgent.call(landlord, () -> sessions().open(session)).version();
    AsAgent.call(landlord, () -> run(() -> members().convene(session, version, people)));
  }

  /** The proposal to this demand, allocated first by a closed session. */
  static long allocated(String landlord, long vacancy, String number) throws Exception {
    closedSession(landlord, vacancy, 1, number);
    return Acts.count(
        "select r.id from proposal r join demand d on d.id = r.demand_id where r.vacancy_id = ?"
            + " and d.unique_number = ? order by r.id desc limit 1",
        vacancy,
        number);
  }

  private static String anyMotive() {
    return Acts.text("select min(code) from code_item where list_name = 'NON_ALLOCATION_MOTIVE'");
  }

  static AttendeeForm member() {
    AttendeeForm member = new AttendeeForm();
    member.setName("Anne Le Bihan");
    member.setCapacity("LANDLORD_MEMBER");
    member.setAttendance("PRESENT");
    return member;
  }

  /** The landlord's proposals of a dwelling. */
  static List<ProposalRow> ofVacancy(long vacancy) throws Exception {
    return AsAgent.call(LANDLORD, () -> proposals().ofVacancy(vacancy)).rows();
  }

  /** A proposal of the landlord as it stands. */
  static ProposalRow row(long proposal) throws Exception {
    return AsAgent.call(LANDLORD, () -> proposals().open(proposal));
  }

  /** How many leases of this year are counted; a home page keeps back what is too small. */
  static long satisfied() {
    return Acts.count(
        "select count(*) from observed_fact where fact = 'HOUSED' and day >="
            + " date_trunc('year', current_date)");
  }

  static LeaseData lease() {
    return new LeaseData(LocalDate.now(), false, "AUCUN", "NON", "AUCUN", false, true, null);
  }

  static Vacancies vacancies() {
    return Acts.of(Vacancies.class);
  }

  static Matching matching() {
    return Acts.of(Matching.class);
  }

  static Proposals proposals() {
    return Acts.of(Proposals.class);
  }

  static CommissionSessions sessions() {
    return Acts.of(CommissionSessions.class);
  }

  static SessionAgenda agenda() {
    return Acts.of(SessionAgenda.class);
  }

  static SessionMembers members() {
    return Acts.of(SessionMembers.class);
  }

  static SessionDecisions decisions() {
    return Acts.of(SessionDecisions.class);
  }

  static Leases leases() {
    return Acts.of(Leases.class);
  }

  static DemandFiles files() {
    return Acts.of(DemandFiles.class);
  }
}
