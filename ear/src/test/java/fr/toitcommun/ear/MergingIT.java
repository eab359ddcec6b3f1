package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.codes;
import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.DuplicateActs.MANAGER;
import static fr.toitcommun.ear.DuplicateActs.cancel;
import static fr.toitcommun.ear.DuplicateActs.merging;
import static fr.toitcommun.ear.DuplicateActs.openSets;
import static fr.toitcommun.ear.DuplicateActs.order;
import static fr.toitcommun.ear.DuplicateActs.pair;
import static fr.toitcommun.ear.DuplicateActs.register;
import static fr.toitcommun.ear.DuplicateActs.status;
import static fr.toitcommun.ear.HouseholdActs.DESK;
import static fr.toitcommun.ear.HouseholdActs.TODAY;
import static fr.toitcommun.ear.HouseholdActs.files;
import static fr.toitcommun.ear.HouseholdActs.open;
import static fr.toitcommun.ear.HouseholdActs.past;
import static fr.toitcommun.ear.HouseholdActs.registrations;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.agenda;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.MergeOrder;
import fr.toitcommun.ejb.registration.MergedNumber;
import fr.toitcommun.persistence.commission.SessionForm;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.PastDemand;
import fr.toitcommun.persistence.registration.dossier.DocumentStatus;
import fr.toitcommun.persistence.registration.dossier.Dossier;
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

/** Two demands of one person are merged by the manager, and parted again. */
@ExtendWith(ArquillianExtension.class)
class MergingIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        MergingIT.class,
        Acts.class,
        DuplicateActs.class,
        HouseholdActs.class,
        InventedName.class,
        JobActs.class,
        JobActs.Holder.class,
        LettingActs.class,
        Papers.class,
        Paperwork.class);
  }

  @Test
  void mergingKeepsBothNumbersAndTheOlderSeniorityAndIsNoCancellation() throws Exception {
    DuplicateActs.Pair pair = pair();
    long cancelled = Acts.count("select count(*) from demand_event where kind = 'CANCELLED'");
    long version = open(pair.second()).version();
    merge(pair, pair.second(), pair.first());
    DemandFile survivor = open(pair.first());
    assertThat(survivor.uniqueNumber()).isEqualTo(pair.second());
    assertThat(survivor.initialDepositDate()).isEqualTo(TODAY.minusDays(200));
    assertThat(survivor.lastRenewalDate()).isEqualTo(TODAY.minusDays(10));
    assertThat(survivor.validUntil()).isEqualTo(TODAY.minusDays(10).plusMonths(12));
    assertThat(survivor.version()).isGreaterThan((int) version);
    assertThat(survivor.events().get(0).kind()).isEqualTo(DemandEventKind.MERGED);
    assertThat(survivor.events().get(0).detail()).isEqualTo(pair.first());
    assertThat(status(pair.first())).isEqualTo("MERGED");
    assertThat(AsAgent.call(DESK, () -> files().find(pair.first(), 0, 5)).rows())
        .extracting(row -> row.uniqueNumber())
        .containsExactly(pair.second());
    assertThat(AsAgent.call(DESK, () -> files().find(pair.surname(), 0, 100)).rows())
        .extracting(row -> row.uniqueNumber())
        .contains(pair.second())
        .doesNotContain(pair.first());
    assertThat(wishes(pair.first())).isZero();
    assertThat(wishes(pair.second())).isPositive();
    assertThat(events(pair.first(), "MERGED")).isEqualTo(1);
    assertThat(Acts.count("select count(*) from demand_event where kind = 'CANCELLED'"))
        .isEqualTo(cancelled);
    assertThat(
            Acts.count(
                "select count(*) from demand_merge g join demand d on d.id = g.merged_id where"
                    + " d.unique_number = ? and cast(g.merged_at at time zone 'Europe/Paris' as"
                    + " date) = d.merged_on",
                pair.first()))
        .as("the observatory tells it of the day on which the demand left")
        .isEqualTo(1);
    assertThat(openSets(pair.second())).isZero();
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = ? and act = 'Merging.merge' and"
                    + " outcome = 'DONE' and unique_numbers @> array[?, ?]::text[]",
                MANAGER,
                pair.first(),
                pair.second()))
        .isEqualTo(1);
  }

  @Test
  void L_441_2_1_whatAMergedDemandHoldsIsNotAskedForAgain() throws Exception {
    DuplicateActs.Pair pair = pair();
    byte[] card = Papers.pdf("carte");
    long id =
        Paperwork.deposit(
            DESK, pair.first(), Paperwork.of("IDENTITY", Paperwork.applicant(pair.first())), card);
    assertThat(Paperwork.dossier(DESK, pair.second()).missing())
        .extracting(Dossier.Missing::kind)
        .contains("IDENTITY");
    merge(pair, pair.second(), pair.first());
    for (String number : List.of(pair.first(), pair.second())) {
      Dossier dossier = Paperwork.dossier(DESK, number);
      assertThat(dossier.documents()).extracting(Dossier.Document::id).containsExactly(id);
      assertThat(dossier.missing()).extracting(Dossier.Missing::kind).doesNotContain("IDENTITY");
      assertThat(Paperwork.open(LANDLORD, number, id).size()).isEqualTo(card.length);
    }
    Paperwork.judge(id, pair.second(), DocumentStatus.TO_CHECK, null);
    undo(AsAgent.call(MANAGER, () -> merging().into(pair.second())).get(0), pair.second());
    assertThat(Paperwork.dossier(DESK, pair.second()).documents()).isEmpty();
    assertThat(Paperwork.document(DESK, pair.first(), id).status())
        .isEqualTo(DocumentStatus.CHECKED);
    assertThatThrownBy(() -> Paperwork.open(DESK, pair.second(), id))
        .isInstanceOf(NotInScope.class);
  }

  @Test
  void beforeTheMergingEachNumberHasItsOwnPastAndAfterItThatOfBoth() throws Exception {
    DuplicateActs.Pair pair = pair();
    merge(pair, pair.second(), pair.first());
    LocalDate yesterday = TODAY.minusDays(1);
    PastDemand first = past(pair.first(), yesterday);
    assertThat(first.uniqueNumber()).isEqualTo(pair.first());
    assertThat(first.status()).isEqualTo(DemandStatus.ACTIVE);
    assertThat(first.validUntil()).isEqualTo(TODAY.minusDays(200).plusMonths(12));
    PastDemand second = past(pair.second(), yesterday);
    assertThat(second.initialDepositDate()).isEqualTo(TODAY.minusDays(10));
    assertThat(second.lastRenewalDate()).isNull();
    for (String number : List.of(pair.first(), pair.second())) {
      PastDemand both = past(number, TODAY);
      assertThat(both.uniqueNumber()).isEqualTo(pair.second());
      assertThat(both.initialDepositDate()).isEqualTo(TODAY.minusDays(200));
      assertThat(both.lastRenewalDate()).isEqualTo(TODAY.minusDays(10));
      assertThat(both.validUntil()).isEqualTo(TODAY.minusDays(10).plusMonths(12));
    }
    assertThat(codes(DESK, () -> files().asOf(pair.second(), TODAY.minusDays(11))))
        .containsExactly("DATE_OUT_OF_RANGE");
    undo(AsAgent.call(MANAGER, () -> merging().into(pair.second())).get(0), pair.second());
    assertThat(past(pair.first(), TODAY).uniqueNumber()).isEqualTo(pair.first());
    assertThat(past(pair.second(), TODAY).initialDepositDate()).isEqualTo(TODAY.minusDays(10));
    assertThat(past(pair.second(), TODAY).lastRenewalDate()).isNull();
  }

  @Test
  void undoneBothAreExactlyAsTheyWere() throws Exception {
    DuplicateActs.Pair pair = pair();
    String first = dates(pair.first());
    String second = dates(pair.second());
    long rows = wishes(pair.first());
    merge(pair, pair.second(), pair.first());
    assertThat(dates(pair.second())).isNotEqualTo(second);
    MergedNumber merged = AsAgent.call(DESK, () -> merging().into(pair.second())).get(0);
    assertThat(merged.uniqueNumber()).isEqualTo(pair.first());
    assertThat(merged.undoableUntil()).isEqualTo(TODAY.plusDays(30));
    undo(merged, pair.second());
    assertThat(dates(pair.first())).isEqualTo(first);
    assertThat(dates(pair.second())).isEqualTo(second);
    assertThat(wishes(pair.first())).isEqualTo(rows);
    assertThat(open(pair.first()).uniqueNumber()).isEqualTo(pair.first());
    assertThat(events(pair.first(), "UNMERGED") + events(pair.second(), "UNMERGED")).isEqualTo(2);
    assertThat(openSets(pair.first())).isEqualTo(1);
    assertThat(AsAgent.call(DESK, () -> merging().into(pair.second()))).isEmpty();
  }

  @Test
  void undoingHasItsDelayAndItsOrderAndNeedsTheSurvivor() throws Exception {
    DuplicateActs.Pair pair = pair();
    String third = register(pair.surname(), 5, "44109");
    JobActs.run("DUPLICATE_SWEEP", LocalDate.now());
    merge(pair, pair.first(), pair.second());
    merge(pair, pair.first(), third);
    List<MergedNumber> merged = AsAgent.call(MANAGER, () -> merging().into(pair.first()));
    assertThat(merged).extracting(MergedNumber::undoable).containsExactly(true, false);
    assertThat(undoCodes(merged.get(1), pair.first())).containsExactly("MERGE_LATER_FIRST");
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update demand_merge set merged_at = merged_at - interval '31 days' where id ="
                        + " ?",
                    merged.get(0).mergeId()));
    assertThat(undoCodes(merged.get(0), pair.first())).containsExactly("MERGE_UNDO_TOO_LATE");
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update demand_merge set merged_at = merged_at + interval '31 days' where id ="
                        + " ?",
                    merged.get(0).mergeId()));
    cancel(pair.first());
    assertThat(undoCodes(merged.get(0), pair.first())).containsExactly("MERGE_SURVIVOR_LEFT");
    assertThat(status(third)).isEqualTo("MERGED");
  }

  @Test
  void plainProposalsAreReleasedAndACommissionIsWaitedFor() throws Exception {
    DuplicateActs.Pair pair = pair();
    long vacancy = declare(LANDLORD);
    List<Long> proposal =
        AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, List.of(pair.second())));
    SessionForm form = new SessionForm();
    form.setHeldAt(LocalDateTime.now());
    form.setPlace("Salle du conseil");
    long session = AsAgent.call(LANDLORD, () -> sessions().plan(form));
    AsAgent.call(LANDLORD, () -> agenda().addDwelling(session, vacancy));
    MergeOrder order = order(pair, pair.first(), pair.second());
    assertThat(codes(MANAGER, () -> run(() -> merging().merge(order))))
        .containsExactly("MERGE_IN_COMMISSION");
    assertThat(status(pair.second())).isEqualTo("ACTIVE");

    DuplicateActs.Pair plain = pair();
    long another = declare(LANDLORD);
    long open =
        AsAgent.call(LANDLORD, () -> proposals().propose(another, List.of(plain.second()))).get(0);
    merge(plain, plain.first(), plain.second());
    assertThat(proposal(open)).isEqualTo("RELEASED");
    assertThat(proposal(proposal.get(0))).isEqualTo("ON_AGENDA");
    assertThat(events(plain.second(), "PROPOSAL_RELEASED")).isEqualTo(1);
  }

  @Test
  void ofTwoMergingsAtOnceOneIsToldThatTheDemandsHaveChanged() throws Exception {
    DuplicateActs.Pair pair = pair();
    MergeOrder one = order(pair, pair.first(), pair.second());
    MergeOrder other = order(pair, pair.second(), pair.first());
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
    assertThat(List.of(status(pair.first()), status(pair.second())))
        .containsExactlyInAnyOrder("ACTIVE", "MERGED");
  }

  @Test
  void whoComparedAnOlderVersionIsToldSo() throws Exception {
    DuplicateActs.Pair pair = pair();
    MergeOrder order = order(pair, pair.first(), pair.second());
    int version = open(pair.second()).version();
    AsAgent.call(DESK, () -> run(() -> registrations().renew(pair.second(), version, null)));
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

  private static void merge(DuplicateActs.Pair pair, String survivor, String merged)
      throws Exception {
    MergeOrder order = order(pair, survivor, merged);
    AsAgent.call(MANAGER, () -> run(() -> merging().merge(order)));
  }

  private static void undo(MergedNumber merged, String survivor) throws Exception {
    int version = open(survivor).version();
    AsAgent.call(MANAGER, () -> run(() -> merging().undo(merged.mergeId(), version)));
  }

  private static List<String> undoCodes(MergedNumber merged, String survivor) throws Exception {
    int version = open(survivor).version();
    return codes(MANAGER, () -> run(() -> merging().undo(merged.mergeId(), version)));
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
}
