package fr.toitcommun.persistence.allocation.scoring;

import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.util.Arrays;
import java.util.List;

/**
 * What a grid may give points for. Each fact is defined once, in SQL, for one demand and for the
 * whole file alike: it speaks of the demand {@code d}, of its {@code demand_fact} row {@code f}, of
 * the {@code :day} and of the {@code :territory}.
 *
 * <p>The choice follows published grids of Toulouse, Lyon, Bordeaux and Dunkerque.
 */
public enum ScoringFact {
  /** Full months since the deposit. */
  SENIORITY(
      Counting.PER_MONTH,
      "(extract(year from age(:day, d.initial_deposit_date)) * 12"
          + " + extract(month from age(:day, d.initial_deposit_date)))::int"),
  /** Waited longer than the préfet calls normal (L.441-1-4). */
  ABNORMAL_DELAY("d.abnormal_delay_since is not null"),
  /** Recognised under the enforceable right to housing (L.441-2-3). */
  DALO("d.dalo_status = 'ACTIF'"),
  /** Under a collective agreement, ACD or ACI. */
  COLLECTIVE_AGREEMENT("d.collective_agreement in ('ACD', 'ACI')"),
  /** Any ground of L.441-1 that is certified and in force. */
  ANY_GROUND("d.priority_grounds <> 0"),
  /** L.441-1 a), certified. */
  GROUND_A(ground(PriorityGround.A)),
  /** L.441-1 b), certified. */
  GROUND_B(ground(PriorityGround.B)),
  /** L.441-1 c), certified. */
  GROUND_C(ground(PriorityGround.C)),
  /** L.441-1 d), certified. */
  GROUND_D(ground(PriorityGround.D)),
  /** L.441-1 e), certified. */
  GROUND_E(ground(PriorityGround.E)),
  /** L.441-1 f), certified. */
  GROUND_F(ground(PriorityGround.F)),
  /** L.441-1 g), certified. */
  GROUND_G(ground(PriorityGround.G)),
  /** L.441-1 g bis), certified. */
  GROUND_G_BIS(ground(PriorityGround.G_BIS)),
  /** L.441-1 h), certified. */
  GROUND_H(ground(PriorityGround.H)),
  /** L.441-1 i), certified. */
  GROUND_I(ground(PriorityGround.I)),
  /** L.441-1 j), certified. */
  GROUND_J(ground(PriorityGround.J)),
  /** L.441-1 k), certified. */
  GROUND_K(ground(PriorityGround.K)),
  /** L.441-1 l), certified. */
  GROUND_L(ground(PriorityGround.L)),
  /** L.441-1 m), certified. */
  GROUND_M(ground(PriorityGround.M)),
  /** An eviction is under way. */
  EVICTION(motive("05"), "EVICTION"),
  /** Violence within the family. */
  VIOLENCE(motive("06"), "VIOLENCE"),
  /** The present dwelling is unfit or dangerous. */
  UNFIT(motive("03"), "UNFIT"),
  /** The present dwelling is to be demolished. */
  DEMOLITION(motive("02"), "DEMOLITION"),
  /** The landlord takes the dwelling back. */
  NOTICE_TO_LEAVE(motive("04"), "NOTICE_TO_LEAVE"),
  /** Reasons of health. */
  HEALTH(motive("08"), "HEALTH"),
  /** Someone in the household is disabled. */
  DISABILITY("f.disabled", "DISABILITY"),
  /** Needs a dwelling adapted to a disability. */
  ADAPTED_DWELLING("d.needs_adapted_dwelling", "DISABILITY"),
  /** One adult with children. */
  SINGLE_PARENT("f.household_kind = 'PARENT'", "FAMILY_BOOK", "CUSTODY"),
  /** Each child, those to be born included. */
  CHILDREN(Counting.PER_UNIT, "f.children", "FAMILY_BOOK", "PREGNANCY", "CUSTODY"),
  /** A couple whose ages sum to no more than the rules say (arrêté of 29 July 1987). */
  YOUNG_COUPLE(
      "f.household_kind = 'COUPLE' and (select sum(extract(year from age(:day, b))) from"
          + " unnest(f.signer_births) b) <= "
          + parameter("YOUNG_COUPLE_AGE_SUM")),
  /** Rent and charges net of aid weigh too much on the resources of today (R.441-3-1). */
  HEAVY_RENT(
      "d.current_rent > 0 and d.annual_resources > 0 and (d.current_rent -"
          + " coalesce(d.housing_aid, 0)) * 1200 >= "
          + parameter("SCORING_EFFORT_PERCENT")
          + " * d.annual_resources",
      "RENT"),
  /** Fewer square metres than 9 for one, 16 for two, 9 more for each other up to 70. */
  OVER_OCCUPIED(
      "d.current_surface < case when coalesce(d.current_occupants, d.household_size) <= 1 then 9"
          + " else least(70, 16 + 9 * (coalesce(d.current_occupants, d.household_size) - 2)) end",
      "RENT",
      "HOSTING"),
  /** More rooms than persons and one (L.442-3-1). */
  UNDER_OCCUPIED(
      "case when d.current_type ~ '^T[1-9]' then substr(d.current_type, 2, 1)::int >"
          + " coalesce(d.current_occupants, d.household_size) + 1 else false end",
      "RENT"),
  /** No home at all, or a shelter of chance. */
  NO_HOME("d.current_tenure in ('SD', 'SQUAT', 'CAMCAR', 'HOT')", "SHELTER", "HOMELESS"),
  /** Lodged in a structure. */
  IN_STRUCTURE("d.current_tenure in ('SH', 'RHVS', 'CDEFCM', 'RS')", "SHELTER"),
  /** Lodged by a third person. */
  HOSTED_BY_OTHERS("d.current_tenure in ('CP', 'SLHT')", "HOSTING"),
  /** Lodged by the family. */
  HOSTED_BY_FAMILY("d.current_tenure = 'CPE'", "HOSTING"),
  /** Tenant of a private landlord. */
  PRIVATE_TENANT("d.current_tenure = 'LP'", "RENT"),
  /** Tenant of social housing: a transfer. */
  TRANSFER("d.transfer", "RENT"),
  /**
   * Resources within the first quartile (L.441-1) of an EPCI of the territory where they wish to
   * live: a département has no threshold of its own.
   */
  FIRST_QUARTILE(
      // What one EPCI, or the highest and the lowest threshold of all, decide is not looked up for
      // each demand.
      "case when length(cast(:territory as text)) = 9 then d.resources_per_unit <="
          + " (select first_quartile_threshold_of(:territory, cast(:day as date)))"
          + " when d.resources_per_unit > (select max(amount) from first_quartile_threshold) then"
          + " false"
          + " when d.resources_per_unit <= (select min(amount) from first_quartile_threshold where"
          + " year <= extract(year from cast(:day as date))) then true"
          + " else d.resources_per_unit <="
          + " (select max(first_quartile_threshold_of(w.epci_siren, cast(:day as date))) from"
          + " (select distinct m.epci_siren from wished_location l join municipality m on m.code ="
          + " l.municipality_code where l.demand_id = d.id and "
          + GridInForce.RULES
          + ") w) end",
      "TAX_NOTICE"),
  /** Wants to come closer to work. */
  CLOSER_TO_WORK(motive("19"), "EMPLOYMENT"),
  /** A new place of work. */
  NEW_WORKPLACE(motive("18"), "NEW_WORKPLACE"),
  /** Works in the territory. */
  WORKS_HERE(
      "exists (select 1 from demand_workplace p where p.demand_id = d.id and :territory in"
          + " (p.epci_siren, p.departement_code))",
      "EMPLOYMENT",
      "WAGES"),
  /** Lives in the territory. */
  LIVES_HERE(
      "exists (select 1 from municipality m where m.code = d.municipality_code and :territory in"
          + " (m.epci_siren, m.departement_code))"),
  /** Their first choice is in the territory. */
  FIRST_WISH_HERE(
      "exists (select 1 from wished_location l join municipality m on m.code ="
          + " l.municipality_code where l.demand_id = d.id and l.rank = 1 and :territory in"
          + " (m.epci_siren, m.departement_code))"),
  /** Child minder or foster family, whose work is at home (L.441-1). */
  CHILD_MINDER(motive("16"), "CHILD_MINDER"),
  /** Family reunion. */
  FAMILY_REUNION(motive("15"), "REUNION"),
  /** Divorce or separation. */
  SEPARATION(motive("11"), "SEPARATION"),
  /**
   * Each proposal that they refused or did not answer, which is a refusal (R.441-10): takes points
   * away.
   */
  REFUSALS(
      Counting.PER_UNIT,
      "(select count(*) from proposal r where r.demand_id = d.id and is_refusal(r))::int");

  /** How often points are given. */
  public enum Counting {
    /** Once, when it is so. */
    ONCE,
    /** For each full month. */
    PER_MONTH,
    /** For each person or event. */
    PER_UNIT
  }

  private final Counting counting;
  private final String sql;
  private final List<String> proofs;

  ScoringFact(String condition, String... proofs) {
    this.counting = Counting.ONCE;
    this.sql = "(case when " + condition + " then 1 else 0 end)";
    this.proofs = List.of(proofs);
  }

  ScoringFact(Counting counting, String number, String... proofs) {
    this.counting = counting;
    this.sql = number;
    this.proofs = List.of(proofs);
  }

  private static String ground(PriorityGround ground) {
    return "d.priority_grounds & " + ground.bit() + " <> 0";
  }

  private static String motive(String code) {
    return "'" + code + "' in (d.main_motive, d.second_motive, d.third_motive)";
  }

  private static String parameter(String name) {
    return "(select p.value from rule_parameter p where p.name = '"
        + name
        + "' and p.departement_code is null and p.valid_from <= :day and (p.valid_to is null or"
        + " p.valid_to >= :day) order by p.valid_from desc limit 1)";
  }

  /** How often points are given. */
  public Counting counting() {
    return counting;
  }

  /**
   * Whether it tells of a ground of health or violence, named to those with the right SENSITIVE
   * alone.
   */
  public boolean sensitive() {
    return Arrays.stream(PriorityGround.values())
        .filter(PriorityGround::sensitive)
        .anyMatch(ground -> name().equals("GROUND_" + ground));
  }

  /** Whether it counts a certified ground of L.441-1, whichever. */
  public boolean ground() {
    return this == ANY_GROUND || name().startsWith("GROUND_");
  }

  /** How many times it is so, in SQL. */
  String sql() {
    return sql;
  }

  /** Kinds of documents of which one proves it; none for what partners or the file itself know. */
  public List<String> proofs() {
    return proofs;
  }

  /** Whether one of its documents is validated and still serves, in SQL. */
  String provenSql() {
    return "exists (select 1 from supporting_document o where o.demand_id = d.id and o.status ="
        + " 'CHECKED' and o.kind in ('"
        + String.join("', '", proofs)
        + "') and (o.valid_until is null or o.valid_until >= :day))";
  }
}
