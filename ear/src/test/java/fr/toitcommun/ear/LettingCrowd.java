package fr.toitcommun.ear;

import fr.toitcommun.ejb.allocation.LeaseCancellations;
import fr.toitcommun.ejb.allocation.Leases;
import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.commission.SessionAgenda;
import fr.toitcommun.ejb.commission.SessionDecisions;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.allocation.NotificationChannel;
import fr.toitcommun.persistence.commission.CandidateException;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.DecisionForm;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * One agent of a crowd who does at random what agents do with proposals, sessions and leases, on
 * dwellings and demands that others are at too. What the application refuses in words is a clean
 * answer; everything else that is thrown is kept as a failure.
 */
final class LettingCrowd implements Runnable {
  /** What a run without it would have shown nothing of. */
  static final List<String> MUST_HAPPEN =
      List.of("correct", "vote", "letters", "close", "sign", "cancelLease", "reschedule");

  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

  /** What all have in common: where they work, and what became of it. */
  record Ground(
      Jdbi database,
      String vacancies,
      String demands,
      List<String> numbers,
      long until,
      Map<String, LongAdder> done,
      Map<String, LongAdder> refused,
      Queue<String> failures) {
    Ground(Jdbi database, String vacancies, String demands, List<String> numbers, long until) {
      this(
          database,
          vacancies,
          demands,
          numbers,
          until,
          new ConcurrentHashMap<>(),
          new ConcurrentHashMap<>(),
          new ConcurrentLinkedQueue<>());
    }

    /** Whether the time is up; while something that is to happen has not, there is more of it. */
    boolean over() {
      long left = until - System.nanoTime();
      return left < 0 && (left < -PATIENCE || MUST_HAPPEN.stream().allMatch(act -> count(act) > 0));
    }

    long count(String act) {
      return done.getOrDefault(act, new LongAdder()).sum();
    }

    String told() {
      return "done "
          + new java.util.TreeMap<>(done)
          + ", refused "
          + new java.util.TreeMap<>(refused);
    }
  }

  interface Step {
    /** Does it; null: there was nothing to do. */
    Object act() throws Exception;
  }

  /** Where the crowd's sessions are held: by it they are told from others. */
  static final String PLACE = "Foule";

  private final Ground ground;
  private final String login;
  private final Random dice;
  private final SittingCrowd sitting;

  LettingCrowd(Ground ground, String login, long seed) {
    this.ground = ground;
    this.login = login;
    this.dice = new Random(seed);
    this.sitting = new SittingCrowd(this, dice);
  }

  @Override
  public void run() {
    try {
      AsAgent.identity(login)
          .runAs(
              (java.util.concurrent.Callable<Void>)
                  () -> {
                    while (!ground.over()) {
                      if ("gestionnaire".equals(login)) {
                        manage();
                      } else if (login.startsWith("guichet")) {
                        desk();
                      } else {
                        let();
                      }
                    }
                    return null;
                  });
    } catch (Exception e) {
      ground.failures().add(login + " stopped: " + e);
    }
  }

  /** What a letting officer does, and how often of all that they do. */
  record Habit(String name, int times, Step step) {}

  private final List<Habit> habits =
      List.of(
          new Habit("propose", 16, this::propose),
          new Habit("accept", 6, () -> onProposal(id -> proposals().accept(id, null))),
          new Habit(
              "refuse", 6, () -> onProposal(id -> proposals().refuse(id, "TOO_SMALL", null, null))),
          new Habit("withdraw", 3, () -> onProposal(id -> proposals().withdraw(id))),
          new Habit("lapse", 2, () -> onProposal(id -> proposals().lapse(id))),
          new Habit("move", 3, () -> onProposal(id -> proposals().move(id, dice().nextInt(5) - 2))),
          new Habit(
              "notify",
              3,
              () ->
                  onProposal(
                      id -> proposals().recordNotification(id, NotificationChannel.POST, null))),
          new Habit("plan", 3, this::plan),
          new Habit("addDwelling", 9, this::addDwelling),
          new Habit("removeDwelling", 1, this::removeDwelling),
          new Habit("removeCandidate", 1, this::removeCandidate),
          new Habit("reschedule", 1, () -> sitting().reschedule()),
          new Habit("decide", 18, this::decide),
          new Habit("correct", 8, () -> sitting().correct()),
          new Habit("openVote", 2, () -> sitting().openVote()),
          new Habit("vote", 6, () -> sitting().vote()),
          new Habit("confirm", 3, () -> sitting().confirm()),
          new Habit("close", 10, () -> sitting().close()),
          new Habit("meetCondition", 3, () -> sitting().meetCondition()),
          new Habit("letters", 4, () -> sitting().letters()),
          new Habit("sign", 14, this::sign));

  private void let() {
    int what = dice.nextInt(habits.stream().mapToInt(Habit::times).sum());
    for (Habit habit : habits) {
      what -= habit.times();
      if (what < 0) {
        attempt(habit.name(), habit.step());
        return;
      }
    }
  }

  private void manage() {
    int what = dice.nextInt(12);
    if (what < 3) {
      attempt("cancelLease", this::cancelLease);
    } else if (what < 4) {
      attempt("night", this::night);
    } else if (what < 5) {
      attempt("conditions", () -> sitting.conditions());
    } else if (what < 6) {
      attempt("batch", () -> sitting.batch());
    } else {
      attempt(
          "list",
          () -> Acts.of(LeaseCancellations.class).list(null, false, dice.nextInt(5), 20).total());
    }
  }

  private void desk() {
    if (dice.nextInt(10) < 3) {
      attempt(
          "renew",
          () -> {
            String number = any(ground.numbers());
            int version =
                ground
                    .database()
                    .withHandle(
                        handle ->
                            handle
                                .createQuery(
                                    "select version from demand where unique_number = :number")
                                .bind("number", number)
                                .mapTo(Integer.class)
                                .one());
            Acts.of(Registrations.class).renew(number, version, null);
            return number;
          });
    } else {
      attempt(
          "read",
          () ->
              Acts.of(fr.toitcommun.ejb.registration.DemandFiles.class)
                  .open(any(ground.numbers()))
                  .uniqueNumber());
    }
  }

  private void attempt(String name, Step step) {
    try {
      if (step.act() != null) {
        ground.done().computeIfAbsent(name, one -> new LongAdder()).increment();
      }
    } catch (RefusedInput | NotInScope refused) {
      ground
          .refused()
          .computeIfAbsent(
              name
                  + " "
                  + (refused instanceof RefusedInput input
                      ? input.faults().get(0).code()
                      : "NOT_IN_SCOPE"),
              one -> new LongAdder())
          .increment();
    } catch (fr.toitcommun.ejb.registration.ChangedMeanwhile changed) {
      ground.refused().computeIfAbsent(name + " 412", one -> new LongAdder()).increment();
    } catch (Exception e) {
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      ground.failures().add(name + ": " + e.getClass().getSimpleName() + " <- " + root);
    }
  }

  private Object propose() {
    Long vacancy =
        any(
            "select v.id from vacancy v join dwelling w on w.id = v.dwelling_id where v.id in ("
                + ground.vacancies()
                + ") and w.landlord_id = "
                + mine());
    if (vacancy == null) {
      return null;
    }
    List<String> numbers =
        dice.ints(1 + dice.nextInt(3), 0, ground.numbers().size())
            .distinct()
            .mapToObj(ground.numbers()::get)
            .toList();
    List<Long> made =
        proposals()
            .propose(
                vacancy,
                numbers,
                dice.nextInt(4) == 0 ? NotificationChannel.POST : NotificationChannel.EMAIL);
    ground.done().computeIfAbsent("proposals", one -> new LongAdder()).add(made.size());
    return made;
  }

  interface OnProposal {
    void act(long id);
  }

  Object onProposal(OnProposal act) {
    Long proposal =
        any(
            "select r.id from proposal r join vacancy v on v.id = r.vacancy_id join dwelling w on"
                + " w.id = v.dwelling_id where r.vacancy_id in ("
                + ground.vacancies()
                + ") and r.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL')"
                + " and w.landlord_id = "
                + mine());
    if (proposal != null) {
      act.act(proposal);
    }
    return proposal;
  }

  private Object plan() {
    if (any(sessions("PLANNED") + " having count(*) >= 1") != null) {
      return null;
    }
    return sitting.plan(LettingCrowdIT.LANDLORDS);
  }

  String sessions(String status) {
    return "select min(s.id) from commission_session s join commission c on c.id = s.commission_id"
        + " where s.place = '"
        + PLACE
        + "' and s.status = '"
        + status
        + "' and c.landlord_id = "
        + mine();
  }

  Long session() {
    return any(sessions("PLANNED").replace("min(s.id)", "s.id"));
  }

  private Object addDwelling() {
    Long session = session();
    Long vacancy =
        any(
            "select distinct r.vacancy_id from proposal r join vacancy v on v.id = r.vacancy_id"
                + " join dwelling w on w.id = v.dwelling_id where r.status = 'OPEN' and v.status ="
                + " 'OPEN' and v.id in ("
                + ground.vacancies()
                + ") and w.landlord_id = "
                + mine());
    if (session == null || vacancy == null) {
      return null;
    }
    long item = agenda().addDwelling(session, vacancy);
    agenda().except(session, item, CandidateException.TOO_FEW_CANDIDATES, "essai");
    return item;
  }

  private Object removeDwelling() {
    Long session = session();
    Long item =
        session == null
            ? null
            : any("select id from commission_item where session_id = " + session);
    if (item != null) {
      agenda().removeDwelling(session, item);
    }
    return item;
  }

  private Object removeCandidate() {
    Long session = session();
    Long candidate =
        session == null
            ? null
            : any(
                "select c.id from item_candidate c join commission_item i on i.id = c.item_id where"
                    + " c.decision is null and i.session_id = "
                    + session);
    if (candidate != null) {
      agenda().removeCandidate(session, candidate);
    }
    return candidate;
  }

  /** Decides one that is not decided: in rank after those of the dwelling that are. */
  private Object decide() {
    Long session = session();
    if (session == null) {
      return null;
    }
    SessionDetail detail = commission().open(session);
    for (SessionDetail.Item item : detail.items()) {
      int ranked =
          (int)
              item.candidates().stream()
                  .filter(one -> one.decision() != null && one.decision().status().isAllocation())
                  .count();
      for (SessionDetail.Candidate one : item.candidates()) {
        if (one.decision() == null && one.proposalStatus().isOpen()) {
          decisions().decide(session, one.candidateId(), one.version(), decision(ranked + 1));
          return one.candidateId();
        }
      }
    }
    return null;
  }

  private DecisionForm decision(int rank) {
    return switch (dice.nextInt(6)) {
      case 0 -> new DecisionForm(Decision.NON_ALLOCATION, null, null, null, "UNPAID_RENT", "essai");
      case 1 ->
          new DecisionForm(
              Decision.CONDITIONAL_ALLOCATION, rank, "Pièce", LocalDate.now(), null, null);
      default -> new DecisionForm(Decision.RANKED_ALLOCATION, rank, null, null, null, null);
    };
  }

  private Object sign() {
    Long proposal =
        any(
            "select r.id from proposal r join vacancy v on v.id = r.vacancy_id join dwelling w on"
                + " w.id = v.dwelling_id where r.vacancy_id in ("
                + ground.vacancies()
                + ") and r.called_on is not null and r.status in ('ALLOCATED', 'RANKED',"
                + " 'CONDITIONAL') and w.landlord_id = "
                + mine());
    if (proposal != null) {
      Acts.of(Leases.class).sign(proposal, LettingActs.lease());
    }
    return proposal;
  }

  private Object cancelLease() {
    Long lease =
        any(
            "select id from lease where cancelled_at is null and vacancy_id in ("
                + ground.vacancies()
                + ")");
    if (lease != null) {
      Acts.of(LeaseCancellations.class).cancel(lease, "Signé par erreur");
    }
    return lease;
  }

  /** Lets some delays pass, and the night end what nobody answered. */
  private Object night() throws Exception {
    ground
        .database()
        .useHandle(
            handle ->
                handle.execute(
                    "update proposal set notified_on = coalesce(notified_on, current_date),"
                        + " reply_deadline = current_date - 1 where id in (select id"
                        + " from proposal where vacancy_id in ("
                        + ground.vacancies()
                        + ") and (status = 'OPEN' and reply_deadline is not null or status in"
                        + " ('ALLOCATED', 'RANKED', 'CONDITIONAL') and called_on is not null) order"
                        + " by id % 7, id limit 3 for update skip"
                        + " locked)"));
    return JobActs.start("PROPOSAL_SILENCE", LocalDate.now()).orElse(null);
  }

  /** The partner of this agent. */
  long mine() {
    return any("select partner_id from agent where login = '" + login + "'");
  }

  /** The agent of a login. */
  long agent(String of) {
    return any("select id from agent where login = '" + of + "'");
  }

  /** This agent. */
  long agent() {
    return agent(login);
  }

  /** The dwellings that all are at. */
  String vacancies() {
    return ground.vacancies();
  }

  /** What time, not an agent, does. */
  void change(String sql) {
    ground.database().useHandle(handle -> handle.execute(sql));
  }

  private Random dice() {
    return dice;
  }

  private SittingCrowd sitting() {
    return sitting;
  }

  Long any(String query) {
    List<Long> found =
        ground
            .database()
            .withHandle(handle -> handle.createQuery(query).mapTo(Long.class).list())
            .stream()
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.toList());
    return found.isEmpty() ? null : found.get(dice.nextInt(found.size()));
  }

  private <T> T any(List<T> of) {
    return of.get(dice.nextInt(of.size()));
  }

  private static Proposals proposals() {
    return Acts.of(Proposals.class);
  }

  private static CommissionSessions commission() {
    return Acts.of(CommissionSessions.class);
  }

  private static SessionAgenda agenda() {
    return Acts.of(SessionAgenda.class);
  }

  private static SessionDecisions decisions() {
    return Acts.of(SessionDecisions.class);
  }
}
