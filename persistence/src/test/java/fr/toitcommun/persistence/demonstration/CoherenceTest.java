package fr.toitcommun.persistence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Controls;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing in the generated file contradicts itself, the law or its own read models. */
class CoherenceTest {
  private static final String DAY = "date '" + TestDatabase.TODAY + "'";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          a child is younger than a signer by less than 16 years ~ household_member c join household_member p using (demand_id) where c.kinship = 'E' and p.role in ('APPLICANT', 'CO_APPLICANT') and p.birth_date > c.birth_date - interval '16 years'
          a parent in charge is not older ~ household_member c join household_member p using (demand_id) where c.kinship = 'P' and p.role = 'APPLICANT' and c.birth_date >= p.birth_date - interval '15 years'
          born today or later ~ household_member where birth_date >= :day
          a signer was a minor at deposit ~ household_member m join demand d on d.id = m.demand_id where m.role in ('APPLICANT', 'CO_APPLICANT') and m.birth_date > d.initial_deposit_date - interval '18 years'
          a child is to be born in the past ~ demand where expected_children > 0 and (expected_birth_date is null or expected_birth_date <= :day)
          a couple's situation differs from its link ~ household_member a join household_member c using (demand_id) where a.role = 'APPLICANT' and c.role = 'CO_APPLICANT' and (a.family_situation, c.applicant_link) not in (('M', 'M'), ('P', 'P'), ('U', 'C'), ('C', 'L'))
          married, in partnership or cohabiting, but alone ~ household_member a where a.role = 'APPLICANT' and a.family_situation in ('M', 'P', 'U') and not exists (select 1 from household_member c where c.demand_id = a.demand_id and c.role = 'CO_APPLICANT')
          the household is not its members and those to be born ~ demand d where household_size <> expected_children + (select count(*) from household_member m where m.demand_id = d.id)
          a transfer is not the demand of a social tenant ~ demand where transfer <> (current_tenure = 'HLM')
          a social tenant names no landlord ~ demand where transfer and current_landlord is null
          the number is not that of its département, month and desk ~ demand d join registration_desk r on r.id = d.desk_id where unique_number not like '0' || departement_code || to_char(initial_deposit_date, 'MMYY') || '%' || r.code
          a wish lies outside the département of the number ~ wished_location l join demand d on d.id = l.demand_id join municipality m on m.code = l.municipality_code where m.departement_code <> d.departement_code
          an active demand has no wish to be found by ~ demand d where status = 'ACTIVE' and not exists (select 1 from candidate_wish w where w.demand_id = d.id)
          a cancelled demand can be found as candidate ~ demand d join candidate_wish w on w.demand_id = d.id where status <> 'ACTIVE'
          a wish to be found by differs from its demand ~ candidate_wish w join demand d on d.id = w.demand_id where (w.initial_deposit_date, w.household_size, w.household_category, w.annual_income) is distinct from (d.initial_deposit_date, d.household_size, d.household_category, d.annual_income) or not exists (select 1 from wished_location l where l.demand_id = d.id and l.rank = w.location_rank and exists (select 1 from municipality m where m.code = l.municipality_code and w.place in (m.code, m.epci_siren)))
          a place of a demand is found twice or not at all ~ (select d.id, count(distinct l.municipality_code) + count(distinct m.epci_siren) as places from demand d join wished_location l on l.demand_id = d.id join municipality m on m.code = l.municipality_code where d.status = 'ACTIVE' group by d.id) asked where places <> (select count(*) from candidate_wish w where w.demand_id = asked.id)
          the points of a score are not its sum ~ demand_score s where score <> (select coalesce(sum(p), 0) from unnest(points) p) or score_if_proven <> (select coalesce(sum(p), 0) from unnest(points_if_proven) p)
          a signer has no name to be found by ~ household_member m where role in ('APPLICANT', 'CO_APPLICANT') and not exists (select 1 from person_name n where n.member_id = m.id and n.birth_date is not distinct from m.birth_date)
          a demand wishes no type ~ demand d where not exists (select 1 from wished_type t where t.demand_id = d.id)
          an active demand is past its cancellation for non-renewal by more than the nights missed ~ demand where status = 'ACTIVE' and coalesce(last_renewal_date, initial_deposit_date) + interval '13 months' <= :day - interval '4 days'
          validity is not twelve months ~ demand where valid_until <> coalesce(last_renewal_date, initial_deposit_date) + interval '12 months'
          a demand not renewed was cancelled before its time ~ demand where cancellation_reason = 'RADREN' and cancelled_on < coalesce(last_renewal_date, initial_deposit_date) + interval '13 months'
          a cancellation lacks its letter of a month before ~ demand where cancellation_reason in ('RADCON', 'RADIRR') and (cancellation_notice_date is null or cancellation_notice_date + interval '1 month' > cancelled_on)
          an inadmissible demand lacks its ground ~ demand where (cancellation_reason = 'RADIRR') <> (cancellation_sub_reason is not null)
          something happened today or later ~ demand_event where effective_on >= :day or occurred_at >= :day or effective_on > occurred_at
          a demand was not registered once ~ demand d where (select count(*) from demand_event e where e.demand_id = d.id and e.kind = 'REGISTERED') <> 1
          something happened before its registration or after its end ~ demand_event e join demand d on d.id = e.demand_id where e.effective_on < d.initial_deposit_date or e.effective_on > d.cancelled_on
          a satisfied demand has no lease of that day ~ demand d where cancellation_reason = 'RADATT' and not exists (select 1 from lease l where l.demand_id = d.id and l.signed_on = d.cancelled_on)
          a lease does not follow an accepted proposal of its dwelling ~ lease l where cancelled_at is null and not exists (select 1 from proposal p join vacancy v on v.id = p.vacancy_id where p.id = l.proposal_id and p.demand_id = l.demand_id and p.vacancy_id = l.vacancy_id and p.status = 'HOUSED' and v.status = 'LET' and p.accepted_on <= l.signed_on)
          a lease is let above the income ceiling ~ lease l join demand d on d.id = l.demand_id join vacancy v on v.id = l.vacancy_id join dwelling w on w.id = v.dwelling_id join income_ceiling c on c.scheme = w.scheme and c.zone = 'AUTRES_REGIONS' and c.year = 2026 and c.category = least(d.household_category, 6) where d.annual_income > c.amount + greatest(d.household_category - 6, 0) * (select b.amount from income_ceiling b where b.scheme = w.scheme and b.zone = 'AUTRES_REGIONS' and b.year = 2026 and b.category = 7)
          a tenant did not wish the municipality or the type ~ lease l join vacancy v on v.id = l.vacancy_id join dwelling w on w.id = v.dwelling_id where not exists (select 1 from wished_location x where x.demand_id = l.demand_id and x.municipality_code = w.municipality_code) or not exists (select 1 from wished_type t where t.demand_id = l.demand_id and t.dwelling_type = w.dwelling_type)
          a proposal was made before its demand or its vacancy ~ proposal p join demand d on d.id = p.demand_id join vacancy v on v.id = p.vacancy_id where p.made_on < d.initial_deposit_date or p.made_on < v.declared_on or p.made_on >= :day
          an open proposal is of a demand or a dwelling that left ~ proposal p join demand d on d.id = p.demand_id join vacancy v on v.id = p.vacancy_id where p.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL') and (d.status <> 'ACTIVE' or v.status <> 'OPEN')
          a closed proposal has no day of closing ~ proposal where (status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL')) <> (closed_on is null)
          a refusal has no motive ~ proposal where (status = 'REFUSED') <> (refusal_motive is not null)
          a lease has no facts that commitments are counted by ~ lease where landlord_id is null or proposals_made is null or proposals_made < 1
          somebody is called before their turn, or nobody at theirs ~ proposal_turn t join proposal r on r.id = t.proposal_id where t.first <> (r.called_on is not null)
          a delay runs before anybody was told ~ proposal where (notified_on is null) <> (reply_deadline is null)
          less than ten days to answer ~ proposal where reply_deadline < made_on + 10
          a proposal was closed before it was made or after today ~ proposal where closed_on < made_on or closed_on >= :day
          fewer than three examined without exception ~ commission_item i where exception = 'NONE' and (select count(*) from item_candidate c where c.item_id = i.id) < 3
          a closed session left a candidate undecided ~ item_candidate c join commission_item i on i.id = c.item_id join commission_session s on s.id = i.session_id where (s.status = 'CLOSED') <> (c.decision is not null)
          a closed session had no quorum ~ commission_session s where status = 'CLOSED' and (select count(*) from session_attendee a where a.session_id = s.id and voice = 'DELIBERATIVE' and attendance in ('PRESENT', 'REPRESENTED')) < 3
          a planned session lies in the past or beyond two weeks ~ commission_session where status = 'PLANNED' and (held_at < :day or held_at > :day + 15)
          a session examined another landlord's dwelling ~ commission_item i join commission_session s on s.id = i.session_id join commission c on c.id = s.commission_id join vacancy v on v.id = i.vacancy_id join dwelling w on w.id = v.dwelling_id where w.landlord_id <> c.landlord_id
          ranks have holes ~ item_candidate c where rank > 1 and not exists (select 1 from item_candidate o where o.item_id = c.item_id and o.rank = c.rank - 1)
          a landlord has dwellings outside its territory ~ dwelling w join municipality m on m.code = w.municipality_code where not exists (select 1 from partner_territory t where t.partner_id = w.landlord_id and t.code = m.departement_code)
          an agent of a desk belongs to another partner ~ agent a join registration_desk r on r.id = a.desk_id where r.partner_id <> a.partner_id
          a desk belongs to a partner that does not register ~ registration_desk r join partner p on p.id = r.partner_id where not p.registering
          a demand of a body has a household, a tenure or a motive ~ demand d where legal_name is not null and (household_size <> 1 or current_tenure is not null or main_motive is not null or exists (select 1 from household_member m where m.demand_id = d.id and m.role <> 'APPLICANT'))
          a wished district is not one of its municipality ~ wished_location l where district is not null and not exists (select 1 from district q where q.code = l.district and q.municipality_code = l.municipality_code)
          a handicap complement is of a person of another demand ~ handicap_complement h join household_member m on m.id = h.member_id where m.demand_id <> h.demand_id
          an income is stated without its year ~ household_member where (tax_income_n1 is not null or tax_income_n2 is not null) <> (tax_year is not null)
          e-mails are agreed to without an address ~ demand d join household_member a on a.demand_id = d.id and a.role = 'APPLICANT' where d.email_agreed and a.email is null
          a natural person's demand in the file has no consumption units ~ demand where status = 'ACTIVE' and (legal_name is null) <> (consumption_units is not null)
          resources per unit are not those of a year by units ~ demand where resources_per_unit is distinct from round(annual_resources / consumption_units)
          figures of a demand in the file are past their day ~ demand where status = 'ACTIVE' and figures_until <= :day
          a label is certified without who did ~ priority_label where state = 'CERTIFIED' and (decided_partner_id is null or decided_by is null or decided_on is null)
          a recognition without end is no DALO ~ priority_label where state = 'CERTIFIED' and valid_until is null and code <> 'DALO'
          a collective agreement has no label ~ demand d where collective_agreement in ('ACD', 'ACI') and not exists (select 1 from priority_label l where l.demand_id = d.id and l.code = d.collective_agreement)
          a DALO has no label ~ demand d where dalo_status <> 'NON' and legal_name is null and not exists (select 1 from priority_label l where l.demand_id = d.id and l.code = 'DALO')
          a complete demand lacks its income ~ demand where complete and annual_income is null and legal_name is null
          a demand registered at a desk is nowhere incomplete ~ (select departement_code, bool_or(not complete) as incomplete from demand group by 1) d where not incomplete
          a body, a complement, a helper or an e-mail consent is shown nowhere ~ (values ((select count(*) from demand where legal_name is not null)), ((select count(*) from handicap_complement)), ((select count(*) from demand where helper_structure is not null)), ((select count(*) from demand where email_agreed))) shown (number) where number = 0
          """)
  void never(String what, String rows) {
    String query = "select count(*) from " + rows.replace(":day", DAY);
    assertThat(Sql.number(TestDatabase.demonstration(), query)).as(what).isZero();
  }

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({
    "demand, current_tenure, CURRENT_HOUSING",
    "demand, main_motive, DEMAND_MOTIVE",
    "demand, cancellation_reason, CANCELLATION_REASON",
    "demand, cancellation_sub_reason, CANCELLATION_SUB_REASON",
    "demand, dalo_status, DALO_STATUS",
    "demand, collective_agreement, COLLECTIVE_AGREEMENT",
    "household_member, work_contract, WORK_CONTRACT",
    "household_member, custody, CUSTODY",
    "vacancy, quota, QUOTA",
    "dwelling, scheme, FUNDING_SCHEME",
    "proposal, refusal_motive, REFUSAL_MOTIVE",
    "session_attendee, capacity, ATTENDEE_CAPACITY"
  })
  void everyCodeIsOfItsList(String table, String column, String list) {
    assertThat(
            Sql.texts(
                TestDatabase.demonstration(),
                "select distinct "
                    + column
                    + " from "
                    + table
                    + " where "
                    + column
                    + " is not null and "
                    + column
                    + " not in (select code from code_item where list_name = '"
                    + list
                    + "')"))
        .isEmpty();
  }

  @Test
  void everyFormWouldPassTheControlsOfADesk() throws SQLException {
    DataSource database = TestDatabase.empty();
    Demonstration.Settings settings =
        new Demonstration.Settings(1_000, TestDatabase.SEED, TestDatabase.TODAY, null);
    Volumes volumes = new Volumes(settings.activeDemands());
    try (Connection connection = database.getConnection()) {
      Districts.write(connection);
      Reference reference = Reference.load(Jdbi.create(database));
      Territory territory = new Territory(connection);
      Names names = new Names();
      Housing housing =
          new Housing(territory, new Partners(territory, volumes, settings.seed()), names);
      Households households =
          new Households(settings.seed(), settings.today(), names, territory, housing);
      for (Life life : Lives.plan(settings, volumes)) {
        DemandForm form = households.form(life);
        // An old deposit was entered in its time.
        form.setDepositDate(null);
        List<Fault> faults = Controls.check(form, reference, TestDatabase.TODAY);
        assertThat(faults).as("demand %d", life.id).isEmpty();
      }
    }
  }
}
