package fr.toitcommun.ear;

import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.run;
import static fr.toitcommun.ear.LettingActs.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Cancellations;
import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Duplicates;
import fr.toitcommun.ejb.registration.MergeOrder;
import fr.toitcommun.ejb.registration.MergedNumber;
import fr.toitcommun.ejb.registration.Merging;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.commission.SessionForm;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PastDemand;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.dossier.DocumentStatus;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.persistence.registration.duplicate.DemandComparison;
import fr.toitcommun.persistence.registration.duplicate.LikelyDuplicate;
import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sets of likely duplicates: told apart at desks, merged and parted again by the manager. */
@ExtendWith(ArquillianExtension.class)
class DuplicatesIT {
  private static final String DESK = "guichet.nantes";
  private static final String MANAGER = "gestionnaire";
  private static final LocalDate TODAY = LocalDate.now();

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        DuplicatesIT.class,
        Acts.class,
        JobActs.class,
        JobActs.Holder.class,
        LettingActs.class,
        InventedName.class,
        Papers.class,
        Paperwork.class);
  }

  /** Two demands of one person, the first the older, and the set they are in. */
  private record Pair(String surname, String first, String second, long set) {}

  @Test
  void R_441_2_6_everyRegisteringPartnerLooksAtSetsAndOnlyTheManagerSearchesAndMerges()
      throws Exception {
    Pair pair = pair();
    MergeOrder order = order(pair, pair.first, pair.second);
    for (String login :
        List.of(
            DESK,
            LANDLORD,
            "prefecture.44",
            "departement.44",
            "commune.saint-nazaire",
            "action.logement")) {
      assertThat(AsAgent.call(login, () -> duplicates().list(null, 0, 5))).isNotNull();
      refused(login, () -> run(() -> merging().merge(order)));
      refused(login, () -> run(() -> merging().undo(1, 1)));
    }
    for (String login : List.of("adil.44", "commune.sans-guichet")) {
      refused(login, () -> duplicates().list(null, 0, 5));
      refused(login, () -> duplicates().compare(pair.set));
      refused(login, () -> run(() -> duplicates().notSame(pair.set, pair.first, null)));
      refused(login, () -> merging().into(pair.first));
    }
    assertThat(status(pair.second)).isEqualTo("ACTIVE");
  }

  @Test
  void theyAreComparedFieldByFieldAndTheReadingIsJournalled() throws Exception {
    Pair pair = pair();
    DemandComparison compared = AsAgent.call(DESK, () -> duplicates().compare(pair.set));
    assertThat(compared.uniqueNumbers()).containsExactly(pair.first, pair.second);
    assertThat(compared.lines())
        .filteredOn(DemandComparison.Line::differs)
        .extracting(DemandComparison.Line::field)
        .contains("depositDate", "contact.city")
        .doesNotContain("applicant.surname", "applicant.birthDate");
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = ? and act = 'Duplicates.compare'"
                    + " and outcome = 'READ' and ? = any(unique_numbers)",
                DESK,
                pair.second))
        .isEqualTo(1);
  }

  @Test
  void whatIsToldApartIsNotBroughtUpAgain() throws Exception {
    Pair pair = pair();
    AsAgent.call(
        DESK, () -> run(() -> duplicates().notSame(pair.set, pair.second, "Mère et fille")));
    assertThatThrownBy(() -> AsAgent.call(DESK, () -> duplicates().compare(pair.set)))
        .isInstanceOf(NotInScope.class);
    JobActs.run("DUPLICATE_SWEEP", LocalDate.now());
    assertThat(openSets(pair.first)).isZero();
    DemandForm form = open(pair.first).form();
    assertThat(shown(form, pair.first)).doesNotContain(pair.second);
    assertThat(shown(form, null)).contains(pair.first, pair.second);
  }

  @Test
  void aSetClosesByItselfWhenADemandLeaves() throws Exception {
    Pair pair = pair();
    cancel(pair.second);
    assertThat(Acts.text("select state from duplicate_set where id = " + pair.set))
        .isEqualTo("LEFT");
    assertThatThrownBy(() -> AsAgent.call(DESK, () -> duplicates().compare(pair.set)))
        .isInstanceOf(NotInScope.class);
  }

  @Test
  void R_441_2_6_whoDoesNotSeeAllOfASetLeavesTheDecisionToTheManager() throws Exception {
    String surname = InventedName.next();
    String here = register(surname, 10, "44184");
    String there = register(surname, 0, "44109");
    JobActs.run("DUPLICATE_SWEEP", LocalDate.now());
    long set = setOf(here);
    String town = "commune.saint-nazaire";
    DemandComparison compared = AsAgent.call(town, () -> duplicates().compare(set));
    assertThat(compared.uniqueNumbers()).containsExactly(here);
    assertThat(compared.set().hidden()).isEqualTo(1);
    assertThat(compared.toString()).doesNotContain(there);
    assertThat(fault(town, () -> run(() -> duplicates().notSame(set, here, null))))
        .isEqualTo("DUPLICATE_PARTLY_HIDDEN");
  }

  @Test
  void mergingKeepsBothNumbersAndTheOlderSeniorityAndIsNoCancellation() throws Exception {
    Pair pair = pair();
    long cancelled = Acts.count("select count(*) from demand_event where kind = 'CANCELLED'");
    long version = open(pair.second).version();
    merge(pair, pair.second, pair.first);
    DemandFile survivor = open(pair.first);
    assertThat(survivor.uniqueNumber()).isEqualTo(pair.second);
    assertThat(survivor.initialDepositDate()).isEqualTo(TODAY.minusDays(200));
    assertThat(survivor.lastRenewalDate()).isEqualTo(TODAY.minusDays(10));
    assertThat(survivor.validUntil()).isEqualTo(TODAY.minusDays(10).plusMonths(12));
    assertThat(survivor.version()).isGreaterThan((int) version);
    assertThat(survivor.events().get(0).kind()).isEqualTo(DemandEventKind.MERGED);
    assertThat(survivor.events().get(0).detail()).isEqualTo(pair.first);
    assertThat(status(pair.first)).isEqualTo("MERGED");
    assertThat(AsAgent.call(DESK, () -> Acts.of(DemandFiles.class).find(pair.first, 0, 5)).rows())
        .extracting(row -> row.uniqueNumber())
        .containsExactly(pair.second);
    assertThat(
            AsAgent.call(DESK, () -> Acts.of(DemandFiles.class).find(pair.surname, 0, 100)).rows())
        .extracting(row -> row.uniqueNumber())
        .contains(pair.second)
        .doesNotContain(pair.first);
    assertThat(wishes(pair.first)).isZero();
    assertThat(wishes(pair.second)).isPositive();
    assertThat(events(pair.first, "MERGED")).isEqualTo(1);
    assertThat(Acts.count("select count(*) from demand_event where kind = 'CANCELLED'"))
        .isEqualTo(cancelled);
    assertThat(openSets(pair.second)).isZero();
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = ? and act = 'Merging.merge' and"
                    + " outcome = 'DONE' and unique_numbers @> array[?, ?]::text[]",
                MANAGER,
                pair.first,
                pair.second))
        .isEqualTo(1);
  }

  @Test
  void L_441_2_1_whatAMergedDemandHoldsIsNotAskedForAgain() throws Exception {
    Pair pair = pair();
    byte[] card = Papers.pdf("carte");
    long id =
        Paperwork.deposit(
            DESK, pair.first, Paperwork.of("IDENTITY", Paperwork.applicant(pair.first)), card);
    assertThat(Paperwork.dossier(DESK, pair.second).missing())
        .extracting(Dossier.Missing::kind)
        .contains("IDENTITY");
    merge(pair, pair.second, pair.first);
    for (String number : List.of(pair.first, pair.second)) {
      Dossier dossier = Paperwork.dossier(DESK, number);
      assertThat(dossier.documents()).extracting(Dossier.Document::id).containsExactly(id);
      assertThat(dossier.missing()).extracting(Dossier.Missing::kind).doesNotContain("IDENTITY");
      assertThat(Paperwork.open(LANDLORD, number, id).size()).isEqualTo(card.length);
    }
    Paperwork.judge(id, pair.second, DocumentStatus.TO_CHECK, null);
    undo(AsAgent.call(MANAGER, () -> merging().into(pair.second)).get(0), pair.second);
    assertThat(Paperwork.dossier(DESK, pair.second).documents()).isEmpty();
    assertThat(Paperwork.document(DESK, pair.first, id).status()).isEqualTo(DocumentStatus.CHECKED);
    assertThatThrownBy(() -> Paperwork.open(DESK, pair.second, id)).isInstanceOf(NotInScope.class);
  }

  @Test
  void beforeTheMergingEachNumberHasItsOwnPastAndAfterItThatOfBoth() throws Exception {
    Pair pair = pair();
    merge(pair, pair.second, pair.first);
    LocalDate yesterday = TODAY.minusDays(1);
    PastDemand first = past(pair.first, yesterday);
    assertThat(first.uniqueNumber()).isEqualTo(pair.first);
    assertThat(first.status()).isEqualTo(DemandStatus.ACTIVE);
    assertThat(first.validUntil()).isEqualTo(TODAY.minusDays(200).plusMonths(12));
    PastDemand second = past(pair.second, yesterday);
    assertThat(second.initialDepositDate()).isEqualTo(TODAY.minusDays(10));
    assertThat(second.lastRenewalDate()).isNull();
    for (String number : List.of(pair.first, pair.second)) {
      PastDemand both = past(number, TODAY);
      assertThat(both.uniqueNumber()).isEqualTo(pair.second);
      assertThat(both.initialDepositDate()).isEqualTo(TODAY.minusDays(200));
      assertThat(both.lastRenewalDate()).isEqualTo(TODAY.minusDays(10));
      assertThat(both.validUntil()).isEqualTo(TODAY.minusDays(10).plusMonths(12));
    }
    assertThat(fault(DESK, () -> Acts.of(DemandFiles.class).asOf(pair.second, TODAY.minusDays(11))))
        .isEqualTo("DATE_OUT_OF_RANGE");
    undo(AsAgent.call(MANAGER, () -> merging().into(pair.second)).get(0), pair.second);
    assertThat(past(pair.first, TODAY).uniqueNumber()).isEqualTo(pair.first);
    assertThat(past(pair.second, TODAY).initialDepositDate()).isEqualTo(TODAY.minusDays(10));
    assertThat(past(pair.second, TODAY).lastRenewalDate()).isNull();
  }

  private static PastDemand past(String number, LocalDate on) throws Exception {
    return AsAgent.call(DESK, () -> Acts.of(DemandFiles.class).asOf(number, on));
  }

  @Test
  void undoneBothAreExactlyAsTheyWere() throws Exception {
    Pair pair = pair();
    String first = dates(pair.first);
    String second = dates(pair.second);
    long rows = wishes(pair.first);
    merge(pair, pair.second, pair.first);
    assertThat(dates(pair.second)).isNotEqualTo(second);
    MergedNumber merged = AsAgent.call(DESK, () -> merging().into(pair.second)).get(0);
    assertThat(merged.uniqueNumber()).isEqualTo(pair.first);
    assertThat(merged.undoableUntil()).isEqualTo(TODAY.plusDays(30));
    undo(merged, pair.second);
    assertThat(dates(pair.first)).isEqualTo(first);
    assertThat(dates(pair.second)).isEqualTo(second);
    assertThat(wishes(pair.first)).isEqualTo(rows);
    assertThat(open(pair.first).uniqueNumber()).isEqualTo(pair.first);
    assertThat(events(pair.first, "UNMERGED") + events(pair.second, "UNMERGED")).isEqualTo(2);
    assertThat(openSets(pair.first)).isEqualTo(1);
    assertThat(AsAgent.call(DESK, () -> merging().into(pair.second))).isEmpty();
  }

  @Test
  void undoingHasItsDelayAndItsOrderAndNeedsTheSurvivor() throws Exception {
    Pair pair = pair();
    String third = register(pair.surname, 5, "44109");
    JobActs.run("DUPLICATE_SWEEP", LocalDate.now());
    merge(pair, pair.first, pair.second);
    merge(pair, pair.first, third);
    List<MergedNumber> merged = AsAgent.call(MANAGER, () -> merging().into(pair.first));
    assertThat(merged).extracting(MergedNumber::undoable).containsExactly(true, false);
    assertThat(undoFault(merged.get(1), pair.first)).isEqualTo("MERGE_LATER_FIRST");
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update demand_merge set merged_at = merged_at - interval '31 days' where id ="
                        + " ?",
                    merged.get(0).mergeId()));
    assertThat(undoFault(merged.get(0), pair.first)).isEqualTo("MERGE_UNDO_TOO_LATE");
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update demand_merge set merged_at = merged_at + interval '31 days' where id ="
                        + " ?",
                    merged.get(0).mergeId()));
    cancel(pair.first);
    assertThat(undoFault(merged.get(0), pair.first)).isEqualTo("MERGE_SURVIVOR_LEFT");
    assertThat(status(third)).isEqualTo("MERGED");
  }

  @Test
  void plainProposalsAreReleasedAndACommissionIsWaitedFor() throws Exception {
    Pair pair = pair();
    long vacancy = declare(LANDLORD);
    List<Long> proposal =
        AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, List.of(pair.second)));
    SessionForm form = new SessionForm();
    form.setHeldAt(LocalDateTime.now());
    form.setPlace("Salle du conseil");
    long session = AsAgent.call(LANDLORD, () -> sessions().plan(form));
    AsAgent.call(LANDLORD, () -> sessions().addDwelling(session, vacancy));
    MergeOrder order = order(pair, pair.first, pair.second);
    assertThat(fault(MANAGER, () -> run(() -> merging().merge(order))))
        .isEqualTo("MERGE_IN_COMMISSION");
    assertThat(status(pair.second)).isEqualTo("ACTIVE");

    Pair plain = pair();
    long another = declare(LANDLORD);
    long open =
        AsAgent.call(LANDLORD, () -> proposals().propose(another, List.of(plain.second))).get(0);
    merge(plain, plain.first, plain.second);
    assertThat(proposal(open)).isEqualTo("RELEASED");
    assertThat(proposal(proposal.get(0))).isEqualTo("ON_AGENDA");
    assertThat(events(plain.second, "PROPOSAL_RELEASED")).isEqualTo(1);
  }

  @Test
  void ofTwoMergingsAtOnceOneIsToldThatTheDemandsHaveChanged() throws Exception {
    Pair pair = pair();
    MergeOrder one = order(pair, pair.first, pair.second);
    MergeOrder other = order(pair, pair.second, pair.first);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Object> outcomes = new ArrayList<>();
    merging();
    try {
      for (Future<Object> future : threads.invokeAll(List.of(attempt(one), attempt(other)))) {
        outcomes.add(future.get());
      }
    } finally {
      threads.shutdown();
    }
    assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome instanceof ChangedMeanwhile || outcome instanceof NotInScope)
        .hasSize(1);
    assertThat(List.of(status(pair.first), status(pair.second)))
        .containsExactlyInAnyOrder("ACTIVE", "MERGED");
  }

  @Test
  void whoComparedAnOlderVersionIsToldSo() throws Exception {
    Pair pair = pair();
    MergeOrder order = order(pair, pair.first, pair.second);
    int version = open(pair.second).version();
    AsAgent.call(
        DESK, () -> run(() -> Acts.of(Registrations.class).renew(pair.second, version, null)));
    assertThat(
            catchThrowableOfType(
                ChangedMeanwhile.class,
                () -> AsAgent.call(MANAGER, () -> run(() -> merging().merge(order)))))
        .isNotNull();
  }

  private static Callable<Object> attempt(MergeOrder order) {
    return () -> {
      try {
        AsAgent.call(MANAGER, () -> run(() -> merging().merge(order)));
        return "done";
      } catch (Exception e) {
        return e;
      }
    };
  }

  private static Pair pair() throws Exception {
    String surname = InventedName.next();
    String first = register(surname, 200, "44109", "44143");
    String second = register(surname, 10, "44143");
    JobActs.run("DUPLICATE_SWEEP", LocalDate.now());
    return new Pair(surname, first, second, setOf(first));
  }

  private static String register(String surname, int daysAgo, String... wishes) throws Exception {
    DemandForm form = Acts.form(surname, wishes);
    form.setDepositDate(TODAY.minusDays(daysAgo));
    form.getContact().setCity(daysAgo > 100 ? "Nantes" : "Rezé");
    return AsAgent.call(DESK, () -> Acts.of(Registrations.class).register(form)).value();
  }

  private static void cancel(String number) throws Exception {
    int version = open(number).version();
    Cancellation renounced = new Cancellation(CancellationReason.RADABA, null, null, null);
    AsAgent.call(
        DESK, () -> run(() -> Acts.of(Cancellations.class).cancel(number, version, renounced)));
  }

  private static MergeOrder order(Pair pair, String survivor, String merged) throws Exception {
    return new MergeOrder(
        pair.set, survivor, open(survivor).version(), merged, open(merged).version(), "Même pièce");
  }

  private static void merge(Pair pair, String survivor, String merged) throws Exception {
    MergeOrder order = order(pair, survivor, merged);
    AsAgent.call(MANAGER, () -> run(() -> merging().merge(order)));
  }

  private static void undo(MergedNumber merged, String survivor) throws Exception {
    int version = open(survivor).version();
    AsAgent.call(MANAGER, () -> run(() -> merging().undo(merged.mergeId(), version)));
  }

  private static String undoFault(MergedNumber merged, String survivor) throws Exception {
    int version = open(survivor).version();
    return fault(MANAGER, () -> run(() -> merging().undo(merged.mergeId(), version)));
  }

  private static String fault(String login, Callable<?> act) {
    RefusedInput refused =
        catchThrowableOfType(RefusedInput.class, () -> AsAgent.call(login, act::call));
    return refused.faults().stream().map(Fault::code).findFirst().orElseThrow();
  }

  private static void refused(String login, Callable<?> act) {
    assertThatThrownBy(() -> AsAgent.call(login, act::call))
        .as(login)
        .isInstanceOf(EJBAccessException.class);
  }

  private static DemandFile open(String number) throws Exception {
    return AsAgent.call(DESK, () -> Acts.of(DemandFiles.class).open(number));
  }

  private static List<String> shown(DemandForm form, String except) throws Exception {
    return AsAgent.call(DESK, () -> Acts.of(Registrations.class).duplicates(form, except))
        .shown()
        .stream()
        .map(LikelyDuplicate::uniqueNumber)
        .toList();
  }

  private static long setOf(String number) {
    return Acts.count(
        "select max(s.id) from duplicate_set s join duplicate_member m on m.set_id = s.id join"
            + " demand d on d.id = m.demand_id where d.unique_number = ? and s.state = 'OPEN'",
        number);
  }

  private static long openSets(String number) {
    return Acts.count(
        "select count(*) from duplicate_set s join duplicate_member m on m.set_id = s.id join"
            + " demand d on d.id = m.demand_id where d.unique_number = ? and s.state = 'OPEN'",
        number);
  }

  private static long wishes(String number) {
    return Acts.count(
        "select count(*) from candidate_wish w join demand d on d.id = w.demand_id where"
            + " d.unique_number = ? and w.initial_deposit_date = d.initial_deposit_date",
        number);
  }

  private static long events(String number, String kind) {
    return Acts.count(
        "select count(*) from demand_event e join demand d on d.id = e.demand_id where"
            + " d.unique_number = ? and e.kind = ?",
        number,
        kind);
  }

  private static String status(String number) {
    return Acts.text("select status from demand where unique_number = '" + number + "'");
  }

  private static String dates(String number) {
    return Acts.text(
        "select concat_ws(' ', status, initial_deposit_date, last_renewal_date, valid_until,"
            + " merged_into) from demand where unique_number = '"
            + number
            + "'");
  }

  private static String proposal(long id) {
    return Acts.text("select status from proposal where id = " + id);
  }

  private static Duplicates duplicates() {
    return Acts.of(Duplicates.class);
  }

  private static Merging merging() {
    return Acts.of(Merging.class);
  }
}
