package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.allocation.Leases;
import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.observatory.Home;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.FittingDwellings;
import fr.toitcommun.persistence.allocation.LeaseData;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.DecisionForm;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionForm;
import fr.toitcommun.persistence.observatory.Counters;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the vacant dwelling to the signed lease, one after the other and all at once. */
@ExtendWith(ArquillianExtension.class)
class AllocationIT {
  private static final String LANDLORD = "bailleur.nantes";
  private static final String OTHER_LANDLORD = "bailleur.saint-nazaire";
  private static final AtomicInteger REFERENCE = new AtomicInteger();

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(AllocationIT.class, Acts.class);
  }

  @Test
  void theWholeWayFromTheDwellingToTheLease() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    Counters before = counters();
    List<Long> made = AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    assertThat(made).hasSize(3);
    assertThat(codes(() -> proposals().propose(vacancy, numbers))).containsOnly("ALREADY_PROPOSED");

    long session = closedSession(vacancy, 3);
    SessionDetail detail = AsAgent.call(LANDLORD, () -> sessions().open(session));
    assertThat(pdf(AsAgent.call(LANDLORD, () -> sessions().dossier(session, Locale.FRENCH)).pdf()))
        .isTrue();
    assertThat(pdf(AsAgent.call(LANDLORD, () -> sessions().minutes(session, Locale.FRENCH)).pdf()))
        .isTrue();
    List<SessionDetail.Candidate> ranked = detail.items().get(0).candidates();

    // The second in rank must wait for the first, who refuses.
    assertThat(codes(() -> leases().sign(ranked.get(1).proposalId(), lease())))
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
    assertThat(after.satisfiedThisMonth()).isEqualTo(before.satisfiedThisMonth() + 1);
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
    long vacancy = declare(LANDLORD);
    String number = candidates(vacancy, 1).get(0);
    FittingDwellings fitting = AsAgent.call(LANDLORD, () -> matching().fitting(number));
    assertThat(fitting.fitting()).anyMatch(row -> row.vacancy().vacancyId() == vacancy);
    assertThat(fitting.others()).isNotEmpty().allMatch(row -> row.fit().firstFailure() != null);
    assertThat(fitting.fits()).isEqualTo(fitting.fitting().size());
    assertThat(fitting.total())
        .isEqualTo(fitting.compared())
        .isEqualTo(
            Acts.count(
                "select count(*) from vacancy v join dwelling w on w.id = v.dwelling_id join"
                    + " municipality m on m.code = w.municipality_code where v.status = 'OPEN' and"
                    + " exists (select 1 from wished_location l join demand d on d.id = l.demand_id"
                    + " join municipality n on n.code = l.municipality_code where d.unique_number ="
                    + " ? and m.departement_code = d.departement_code and (n.code = m.code or"
                    + " n.epci_siren = m.epci_siren))",
                number));
  }

  @Test
  void twoLandlordsProposingAtOnceBothSucceedAndOneLeaseComesOfIt() throws Exception {
    long mine = declare(LANDLORD);
    long theirs = declare(OTHER_LANDLORD);
    List<String> numbers = candidates(mine, 3);
    List<Object> outcome =
        atOnce(
            () -> AsAgent.call(LANDLORD, () -> proposals().propose(mine, numbers)),
            () -> AsAgent.call(OTHER_LANDLORD, () -> proposals().propose(theirs, numbers)));
    assertThat(outcome).allMatch(List.class::isInstance);
    long first = allocated(LANDLORD, mine, numbers.get(0));
    long second = allocated(OTHER_LANDLORD, theirs, numbers.get(0));
    List<Object> signed =
        atOnce(
            () -> AsAgent.call(LANDLORD, () -> leases().sign(first, lease())),
            () -> AsAgent.call(OTHER_LANDLORD, () -> leases().sign(second, lease())));
    assertThat(signed.stream().filter(Long.class::isInstance)).hasSize(1);
    assertThat(signed.stream().filter(RefusedInput.class::isInstance)).hasSize(1);
    assertThat(
            Acts.count(
                "select count(*) from lease l join demand d on d.id = l.demand_id where"
                    + " d.unique_number = ?",
                numbers.get(0)))
        .isEqualTo(1);
    assertThat(
            Acts.count(
                "select count(*) from vacancy where status = 'LET' and id in ("
                    + mine
                    + ", "
                    + theirs
                    + ")"))
        .isEqualTo(1);
  }

  @Test
  void aDwellingSignedTwentyTimesAtOnceHasOneTenant() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long proposal = allocated(LANDLORD, vacancy, numbers.get(0));
    List<Callable<Object>> signatures = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      signatures.add(() -> AsAgent.call(LANDLORD, () -> leases().sign(proposal, lease())));
    }
    List<Object> outcome = atOnce(signatures);
    assertThat(outcome.stream().filter(Long.class::isInstance)).hasSize(1);
    assertThat(outcome.stream().filter(RefusedInput.class::isInstance)).hasSize(19);
    assertThat(Acts.count("select count(*) from lease where vacancy_id = ?", vacancy)).isEqualTo(1);
  }

  @Test
  void aLeaseSignedWhileAnotherProposesLeavesOneConsistentOutcome() throws Exception {
    long mine = declare(LANDLORD);
    List<String> numbers = candidates(mine, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(mine, numbers));
    long proposal = allocated(LANDLORD, mine, numbers.get(0));
    long theirs = declare(OTHER_LANDLORD);
    List<Object> outcome =
        atOnce(
            () -> AsAgent.call(LANDLORD, () -> leases().sign(proposal, lease())),
            () ->
                AsAgent.call(
                    OTHER_LANDLORD, () -> proposals().propose(theirs, List.of(numbers.get(0)))));
    assertThat(outcome.get(0)).isInstanceOf(Long.class);
    // Whoever came first: nothing is open any more for someone who is housed.
    assertThat(
            Acts.count(
                "select count(*) from proposal r join demand d on d.id = r.demand_id where"
                    + " d.unique_number = ? and r.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED',"
                    + " 'RANKED', 'CONDITIONAL')",
                numbers.get(0)))
        .isZero();
  }

  private long declare(String landlord) throws Exception {
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
    return AsAgent.call(landlord, () -> vacancies().declare(form));
  }

  /** Applicants of the dwelling whom nobody has anything open for. */
  private List<String> candidates(long vacancy, int count) throws Exception {
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
  private long closedSession(long vacancy, int ranked) throws Exception {
    return closedSession(LANDLORD, vacancy, ranked, null);
  }

  private long closedSession(String landlord, long vacancy, int ranked, String first)
      throws Exception {
    SessionForm form = new SessionForm();
    form.setHeldAt(LocalDateTime.now());
    form.setPlace("Salle du conseil");
    long session = AsAgent.call(landlord, () -> sessions().plan(form));
    AsAgent.call(landlord, () -> sessions().addDwelling(session, vacancy));
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
                      sessions()
                          .decide(
                              session, candidate.candidateId(), candidate.version(), decision)));
    }
    AsAgent.call(
        landlord,
        () -> run(() -> sessions().convene(session, List.of(member(), member(), member()))));
    AsAgent.call(landlord, () -> run(() -> sessions().close(session)));
    return session;
  }

  /** The proposal to this demand, allocated first by a closed session. */
  private long allocated(String landlord, long vacancy, String number) throws Exception {
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

  private static AttendeeForm member() {
    AttendeeForm member = new AttendeeForm();
    member.setName("Anne Le Bihan");
    member.setCapacity(
        Acts.text("select min(code) from code_item where list_name = 'ATTENDEE_CAPACITY'"));
    member.setAttendance("PRESENT");
    return member;
  }

  private static LeaseData lease() {
    return new LeaseData(LocalDate.now(), false, "AUCUN", "NON", "AUCUN");
  }

  private DemandFile open(String number) throws Exception {
    return AsAgent.call(LANDLORD, () -> files().open(number));
  }

  private static Counters counters() throws Exception {
    return AsAgent.call(LANDLORD, () -> Acts.of(Home.class).counters());
  }

  private static List<String> codes(Callable<?> act) {
    return catchThrowableOfType(RefusedInput.class, () -> AsAgent.call(LANDLORD, act::call))
        .faults()
        .stream()
        .map(Fault::code)
        .toList();
  }

  private static boolean pdf(byte[] bytes) {
    return new String(bytes, 0, 5, java.nio.charset.StandardCharsets.US_ASCII).equals("%PDF-");
  }

  private static Void run(Runnable act) {
    act.run();
    return null;
  }

  private static List<Object> atOnce(Callable<Object> one, Callable<Object> other)
      throws Exception {
    return atOnce(List.of(one, other));
  }

  /** What each gave or threw, all having begun together. */
  private static List<Object> atOnce(List<Callable<Object>> acts) throws Exception {
    proposals();
    leases();
    ExecutorService threads = Executors.newFixedThreadPool(acts.size());
    try {
      java.util.concurrent.CountDownLatch start = new java.util.concurrent.CountDownLatch(1);
      List<Future<Object>> futures = new ArrayList<>();
      for (Callable<Object> act : acts) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    return act.call();
                  } catch (Exception e) {
                    return e;
                  }
                }));
      }
      start.countDown();
      List<Object> outcome = new ArrayList<>();
      for (Future<Object> future : futures) {
        outcome.add(future.get());
      }
      return outcome;
    } finally {
      threads.shutdown();
    }
  }

  private static Vacancies vacancies() {
    return Acts.of(Vacancies.class);
  }

  private static Matching matching() {
    return Acts.of(Matching.class);
  }

  private static Proposals proposals() {
    return Acts.of(Proposals.class);
  }

  private static CommissionSessions sessions() {
    return Acts.of(CommissionSessions.class);
  }

  private static Leases leases() {
    return Acts.of(Leases.class);
  }

  private static DemandFiles files() {
    return Acts.of(DemandFiles.class);
  }
}
