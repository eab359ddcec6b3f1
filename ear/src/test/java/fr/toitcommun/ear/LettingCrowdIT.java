package fr.toitcommun.ear;

import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.OTHER_LANDLORD;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.satisfied;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.allocation.Commitments;
import fr.toitcommun.ejb.allocation.LeaseCancellations;
import fr.toitcommun.ejb.commission.SessionAgenda;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.job.RunState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A crowd of agents at the same dwellings and demands, at random: whatever they do at once, the
 * file holds together. {@code -Drace.seconds=180} for minutes; {@code -Drace.seed=…} for the same
 * dice.
 */
@ExtendWith(ArquillianExtension.class)
class LettingCrowdIT {
  private static final int DWELLINGS = 20;
  private static final int DEMANDS = 60;
  static final List<String> LANDLORDS = List.of(LANDLORD, OTHER_LANDLORD, "foule.bailleur");

  /**
   * What must be nowhere: name, then a query that counts it ({v}: the dwellings, {d}: the demands).
   */
  private static final Map<String, String> NOWHERE =
      Map.ofEntries(
          Map.entry(
              "a demand with two leases",
              "select count(*) from (select 1 from lease where cancelled_at is null and demand_id"
                  + " in ({d}) group by demand_id having count(*) > 1) x"),
          Map.entry(
              "a dwelling with two tenants",
              "select count(*) from (select 1 from lease where cancelled_at is null and vacancy_id"
                  + " in ({v}) group by vacancy_id having count(*) > 1) x"),
          Map.entry(
              "a dwelling let without a lease, or a lease of one to let",
              "select count(*) from vacancy v where id in ({v}) and (status = 'LET') <> exists"
                  + " (select 1 from lease l where l.vacancy_id = v.id and l.cancelled_at is"
                  + " null)"),
          Map.entry(
              "a proposal under way of a dwelling let",
              "select count(*) from proposal r join vacancy v on v.id = r.vacancy_id where v.status"
                  + " <> 'OPEN' and v.id in ({v}) and r.status in ({open})"),
          Map.entry(
              "a proposal under way to somebody who left",
              "select count(*) from proposal r join demand d on d.id = r.demand_id where d.status"
                  + " <> 'ACTIVE' and d.id in ({d}) and r.status in ({open})"),
          Map.entry(
              "a satisfied demand without a lease, or a lease of one in the file",
              "select count(*) from demand d where id in ({d}) and (status = 'CANCELLED') <> exists"
                  + " (select 1 from lease l where l.demand_id = d.id and l.cancelled_at is null)"),
          Map.entry(
              "a lease whose proposal is not housed, or a housed one without lease",
              "select count(*) from proposal r where r.vacancy_id in ({v}) and (r.status ="
                  + " 'HOUSED') <> exists (select 1 from lease l where l.proposal_id = r.id and"
                  + " l.cancelled_at is null)"),
          Map.entry(
              "ranks with a hole or a tie in a closed session",
              "select count(*) from (select c.item_id from item_candidate c join commission_item i"
                  + " on i.id = c.item_id join commission_session s on s.id = i.session_id where"
                  + " s.status = 'CLOSED' and i.vacancy_id in ({v}) and c.decision in"
                  + " ('ALLOCATION', 'RANKED_ALLOCATION', 'CONDITIONAL_ALLOCATION') group by"
                  + " c.item_id having count(*) <> max(coalesce(c.rank, 1)) or count(distinct"
                  + " coalesce(c.rank, 1)) <> count(*)) x"),
          Map.entry(
              "a closed dwelling with somebody in and nobody called",
              "select count(*) from proposal_turn t join proposal r on r.id = t.proposal_id where"
                  + " t.first and r.called_on is null and t.vacancy_id in ({v})"),
          Map.entry(
              "somebody called before their turn",
              "select count(*) from proposal_turn t join proposal r on r.id = t.proposal_id where"
                  + " not t.first and r.called_on is not null and t.vacancy_id in ({v})"),
          Map.entry(
              "two sessions that ranked candidates for one dwelling who are still in",
              "select count(*) from (select i.vacancy_id from commission_item i join item_candidate"
                  + " c on c.item_id = i.id and c.decision is not null join proposal r on r.id ="
                  + " c.proposal_id and r.status in ('ALLOCATED', 'RANKED', 'CONDITIONAL') where"
                  + " i.vacancy_id in ({v}) group by i.vacancy_id having count(distinct i.id) > 1)"
                  + " x"),
          Map.entry(
              "a demand observed as it is not",
              "select count(*) from (select * from observed_source where demand_id in ({d}) except"
                  + " select * from observed_demand) x"),
          Map.entry(
              "a demand observed that is none",
              "select count(*) from (select * from observed_demand where demand_id in ({d}) except"
                  + " select * from observed_source) x"),
          Map.entry(
              "two called at once for one dwelling",
              "select count(*) from (select vacancy_id from proposal where called_on is not null"
                  + " and status in ('ALLOCATED', 'RANKED', 'CONDITIONAL') and vacancy_id in ({v})"
                  + " group by vacancy_id having count(*) > 1) x"),
          Map.entry(
              "a dwelling on two agendas",
              "select count(*) from (select i.vacancy_id from commission_item i join"
                  + " commission_session s on s.id = i.session_id where s.status = 'PLANNED' and"
                  + " i.vacancy_id in ({v}) group by i.vacancy_id having count(*) > 1) x"),
          Map.entry(
              "a condition met of a decision without one",
              "select count(*) from item_candidate c join proposal r on r.id = c.proposal_id where"
                  + " c.condition_met_on is not null and c.decision <> 'CONDITIONAL_ALLOCATION' and"
                  + " r.vacancy_id in ({v})"),
          Map.entry(
              "an offer told by a letter without its delay",
              // That of the decision tells the first in rank, that of their turn whoever is called
              // later. A batch tells once it is posted, which nobody here does, and who stands
              // again after a lease by mistake is to be told anew.
              "select count(*) from letter l join item_candidate c on c.id = l.candidate_id join"
                  + " proposal r on r.id = c.proposal_id where l.made_on is not null and l.batch_id"
                  + " is null and case l.kind when 'OFFER' then r.called_on = l.about when"
                  + " 'ALLOCATION' then r.called_on is not null and not exists (select 1 from"
                  + " letter o where o.kind = 'OFFER' and o.candidate_id = c.id and o.about ="
                  + " r.called_on) else false end and r.notified_on is null and r.accepted_on is"
                  + " null and r.channel <> 'POST' and r.status in ('ALLOCATED', 'RANKED',"
                  + " 'CONDITIONAL') and not exists (select 1 from demand_event e where e.demand_id"
                  + " = r.demand_id and e.kind in ('LEASE_CANCELLED', 'PROPOSAL_RESTORED')) and"
                  + " r.vacancy_id in ({v})"),
          Map.entry(
              "an agenda without its candidate, or a candidate on none",
              "select count(*) from proposal r where r.vacancy_id in ({v}) and r.status ="
                  + " 'ON_AGENDA' and not exists (select 1 from item_candidate c join"
                  + " commission_item i on i.id = c.item_id join commission_session s on s.id ="
                  + " i.session_id where c.proposal_id = r.id and s.status = 'PLANNED')"),
          Map.entry(
              "an active demand that cannot be found by its wish, or one that left and can",
              "select count(*) from demand d where id in ({d}) and (status = 'ACTIVE') <> exists"
                  + " (select 1 from candidate_wish w where w.demand_id = d.id)"),
          Map.entry(
              "a history that tells other proposals than there are",
              "select count(*) from demand d where id in ({d}) and (select count(*) from"
                  + " demand_event e where e.demand_id = d.id and e.kind = 'PROPOSED') <> (select"
                  + " count(*) from proposal r where r.demand_id = d.id)"),
          Map.entry("refusals untold", told("PROPOSAL_REFUSED", "REFUSED")),
          Map.entry("silences untold", told("PROPOSAL_LAPSED', 'CONDITION_UNMET", "LAPSED")),
          Map.entry("withdrawals untold", told("PROPOSAL_WITHDRAWN", "WITHDRAWN")),
          Map.entry(
              "releases untold",
              "select count(*) from demand d where id in ({d}) and (select count(*) filter (where"
                  + " kind = 'PROPOSAL_RELEASED') - count(*) filter (where kind ="
                  + " 'PROPOSAL_RESTORED') from demand_event e where e.demand_id = d.id) <> (select"
                  + " count(*) from proposal r where r.demand_id = d.id and r.status ="
                  + " 'RELEASED')"),
          Map.entry(
              "leases untold",
              "select count(*) from demand d where id in ({d}) and (select count(*) filter (where"
                  + " kind = 'HOUSED') - count(*) filter (where kind = 'LEASE_CANCELLED') from"
                  + " demand_event e where e.demand_id = d.id) <> (select count(*) from lease l"
                  + " where l.demand_id = d.id and l.cancelled_at is null)"),
          Map.entry(
              "a standing lease of a demand renewed after it",
              "select count(*) from lease l join demand d on d.id = l.demand_id where"
                  + " l.cancelled_at is null and d.id in ({d}) and d.cancelled_on <> l.signed_on"));

  private static String told(String events, String status) {
    return "select count(*) from demand d where id in ({d}) and (select count(*) from demand_event"
        + " e where e.demand_id = d.id and e.kind in ('"
        + events
        + "')) <> (select count(*) from proposal r where r.demand_id = d.id and r.status = '"
        + status
        + "')";
  }

  @Deployment
  static EnterpriseArchive application() {
    EnterpriseArchive ear =
        ApplicationEar.withTests(
            LettingCrowdIT.class,
            LettingCrowd.class,
            LettingCrowd.Ground.class,
            LettingCrowd.Habit.class,
            LettingCrowd.Step.class,
            LettingCrowd.OnProposal.class,
            SittingCrowd.class,
            Acts.class,
            LettingActs.class,
            JobActs.class,
            JobActs.Holder.class);
    // The server does not know the properties of the test run.
    ear.getAsType(WebArchive.class, "/tests.war")
        .addAsResource(
            new StringAsset(
                System.getProperty("race.seconds", "20")
                    + " "
                    + System.getProperty("race.seed", String.valueOf(System.nanoTime() % 100_000))),
            "race.txt");
    return ear;
  }

  @Test
  void whateverACrowdDoesAtOnceTheFileHoldsTogether() throws Exception {
    String[] said;
    try (var race = LettingCrowdIT.class.getResourceAsStream("/race.txt")) {
      said = new String(race.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split(" ");
    }
    long seconds = Long.parseLong(said[0]);
    long seed = Long.parseLong(said[1]);
    thirdLandlord();
    List<Long> vacancies = new ArrayList<>();
    for (int i = 0; i < DWELLINGS; i++) {
      vacancies.add(declare(LANDLORDS.get(i % LANDLORDS.size())));
    }
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < DEMANDS; i++) {
      numbers.add(
          AsAgent.call(
                  "guichet.nantes",
                  () -> Acts.of(Registrations.class).register(Acts.form("Foule", "44109")))
              .value());
    }
    // Boundaries are found here: the threads have no names to look up in.
    LettingActs.proposals();
    LettingActs.sessions();
    LettingActs.leases();
    Acts.of(LeaseCancellations.class);
    Acts.of(DemandFiles.class);
    Acts.of(SessionAgenda.class);
    SittingCrowd.find();
    long satisfied = satisfied();
    long leases = committed();
    String listed = vacancies.toString().replaceAll("[\\[\\]]", "");
    LettingCrowd.Ground ground =
        new LettingCrowd.Ground(
            Acts.database(),
            listed,
            "select id from demand where unique_number in ('" + String.join("','", numbers) + "')",
            numbers,
            System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<?>> crowd = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      crowd.add(
          threads.submit(new LettingCrowd(ground, LANDLORDS.get(i % LANDLORDS.size()), seed + i)));
    }
    crowd.add(threads.submit(new LettingCrowd(ground, "gestionnaire", seed + 20)));
    crowd.add(threads.submit(new LettingCrowd(ground, "guichet.nantes", seed + 21)));
    crowd.add(threads.submit(new LettingCrowd(ground, "guichet.nantes", seed + 22)));
    for (Future<?> one : crowd) {
      one.get();
    }
    threads.shutdown();
    finishNights();
    String report = "seed " + seed + ", " + seconds + " s: " + ground.told();
    System.out.println("[crowd] " + report);

    assertThat(ground.failures()).as(report).isEmpty();
    NOWHERE.forEach(
        (name, query) ->
            assertThat(Acts.count(filled(query, ground))).as(name + ", " + report).isZero());
    assertThat(
            Acts.count(filled("select count(*) from proposal where vacancy_id in ({v})", ground)))
        .as("proposals made, " + report)
        .isEqualTo(ground.count("proposals"));
    long standing =
        Acts.count(
            filled(
                "select count(*) from lease where cancelled_at is null and vacancy_id in ({v})",
                ground));
    assertThat(standing).as(report).isEqualTo(ground.count("sign") - ground.count("cancelLease"));
    assertThat(satisfied() - satisfied).as("counter, " + report).isEqualTo(standing);
    assertThat(committed() - leases).as("commitments, " + report).isEqualTo(standing);
    LettingCrowd.MUST_HAPPEN.forEach(
        act -> assertThat(ground.count(act)).as(act + ", " + report).isPositive());
  }

  private static String filled(String query, LettingCrowd.Ground ground) {
    return query
        .replace("{v}", ground.vacancies())
        .replace("{d}", ground.demands())
        .replace("{open}", "'OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL'");
  }

  /** Every run that was begun ends, and one more calls whom nobody could. */
  private static void finishNights() throws Exception {
    Acts.database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id from job_run where job in ('PROPOSAL_SILENCE',"
                            + " 'ALLOCATION_CONDITIONS')")
                    .mapTo(Long.class)
                    .list())
        .forEach(JobActs::await);
    assertThat(JobActs.run("PROPOSAL_SILENCE", LocalDate.now().plusDays(1)).state())
        .isEqualTo(RunState.DONE);
  }

  private static long committed() throws Exception {
    return AsAgent.call("gestionnaire", () -> Acts.of(Commitments.class).view(null, null, null))
        .leases();
  }

  /** A landlord of the département that has a commission and no account yet. */
  private static void thirdLandlord() {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    with landlord as (
                      select p.id from partner p join partner_territory t on t.partner_id = p.id and t.code = '44'
                      where p.kind = 'LANDLORD' and p.siren is not null
                        and exists (select 1 from commission c where c.landlord_id = p.id)
                        and p.id not in (select partner_id from agent where login in ('bailleur.nantes', 'bailleur.saint-nazaire'))
                      order by p.id limit 1),
                    added as (
                      insert into agent (id, login, given_name, surname, password_hash, partner_id, desk_id, active, demonstration)
                      select nextval('agent_seq') + 1000, 'foule.bailleur', 'Agent', 'Foule', a.password_hash, l.id,
                             (select min(k.id) from registration_desk k where k.partner_id = l.id), true, true
                      from landlord l, agent a where a.login = 'bailleur.nantes'
                        and not exists (select 1 from agent where login = 'foule.bailleur')
                      returning id)
                    insert into agent_right (agent_id, right_name)
                    select added.id, r.right_name from added, agent_right r join agent a on a.id = r.agent_id
                    where a.login = 'bailleur.nantes'
                    """));
  }
}
