package fr.toitcommun.persistence.demonstration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Who sits on the commissions by what rules, made of those who sat on their sessions, and a vote
 * from afar that is open: nothing is drawn, so that no other invented figure moves.
 */
final class Councils {
  private static final List<String> STATEMENTS =
      List.of(
          """
          insert into commission_rules (commission_id, valid_from, quorum, president_casts, remote_vote, convening_days)
          select id, make_date(cast(extract(year from cast(? as date)) as int) - 2, 1, 1), 3, true, true, 8 from commission
          """,
          // Everyone convened in the last months sits as a rule; a mayor for the municipality in
          // brackets, an EPCI's president likewise, the State for the département.
          """
          insert into commission_member (commission_id, name, email, capacity, voice, casting_vote, president, concerns, valid_from)
          select distinct on (s.commission_id, a.capacity, a.name) s.commission_id, a.name,
                 case when a.capacity <> 'INSERTION_BODY' then 'membre' || a.id || '@example.org' end,
                 a.capacity, a.voice, a.casting_vote, a.capacity = 'LANDLORD_MEMBER' and a.position = 1,
                 case a.capacity
                   when 'MAYOR' then (select min(w.municipality_code) from commission_item i join vacancy v on v.id = i.vacancy_id
                     join dwelling w on w.id = v.dwelling_id join municipality m on m.code = w.municipality_code
                     where i.session_id = s.id and a.name like '% (' || m.name || ')')
                   when 'EPCI_PRESIDENT' then (select min(e.siren) from epci e where a.name like '% (' || e.name || ')')
                   when 'STATE_REPRESENTATIVE' then (select min(m.departement_code) from commission_item i
                     join vacancy v on v.id = i.vacancy_id join dwelling w on w.id = v.dwelling_id
                     join municipality m on m.code = w.municipality_code where i.session_id = s.id)
                 end,
                 make_date(cast(extract(year from cast(? as date)) as int) - 1, 1, 1)
          from session_attendee a join commission_session s on s.id = a.session_id
          where s.held_at > cast(? as date) - 120
          order by s.commission_id, a.capacity, a.name, s.id desc
          """,
          // Accounts of the demonstration that vote: the landlord's, the State's, those of mayors
          // and of an EPCI.
          """
          update commission_member m set agent_id = a.id from agent a join partner p on p.id = a.partner_id, commission c
          where c.id = m.commission_id and (
            m.president and a.login in ('bailleur.nantes', 'bailleur.saint-nazaire') and a.partner_id = c.landlord_id
            or m.capacity = 'STATE_REPRESENTATIVE' and a.login = 'prefecture.44'
              and exists (select 1 from partner_territory t where t.partner_id = c.landlord_id and t.code = '44')
            or m.concerns = '244400404' and a.login = 'guichet.nantes'
            or m.concerns = '44184' and a.login = 'commune.saint-nazaire'
            or m.concerns = '44043' and a.login = 'commune.sans-guichet')
          """,
          """
          update session_attendee a set email = m.email, agent_id = m.agent_id, concerns = m.concerns, president = m.president
          from commission_member m, commission_session s
          where s.id = a.session_id and m.commission_id = s.commission_id and m.capacity = a.capacity and m.name = a.name
            and s.held_at > cast(? as date) - 60
          """,
          // Minutes were signed by hand until a month and a half ago, and who sat for what was not
          // kept before.
          """
          update commission_session set paper_minutes = true, convened_for_all = true where status = 'CLOSED' and held_at < cast(? as date) - 45
          """,
          """
          with first as (
            select s.id from commission_session s join commission c on c.id = s.commission_id
            join partner p on p.id = c.landlord_id
            where p.name = 'Habitat de l''Estuaire' and s.status = 'PLANNED' and s.held_at::date > cast(? as date)
            order by s.held_at limit 1)
          update commission_session set vote_opens_at = cast(? as date) - 2 + time '08:00', vote_closes_at = held_at
          where id in (select id from first)
          """,
          """
          insert into remote_vote (candidate_id, attendee_id, choice, rank, motive, voted_at)
          select k.id, a.id, case when k.position <= 2 then 'ALLOCATION' when k.position = 3 then 'NON_ALLOCATION' else 'POSTPONE' end,
                 case when k.position <= 2 then case when a.position = 3 then 3 - k.position else k.position end end,
                 case when k.position = 3 then 'LOWER_RANK' end, cast(? as date) - 1 + time '10:12' + a.position * interval '37 minutes'
          from commission_session s join session_attendee a on a.session_id = s.id and a.position in (2, 3, 4)
          join commission_item i on i.session_id = s.id join item_candidate k on k.item_id = i.id
          where s.vote_opens_at is not null and (a.position < 4 or i.position = 1)
            and (select count(*) from item_candidate o where o.item_id = i.id) >= 2
          """,
          """
          insert into item_message (item_id, author, said_at, words)
          select i.id, a.name, cast(? as date) - 1 + time '10:40' + a.position * interval '25 minutes',
            (array['La visite du logement confirme deux chambres séparées : il convient à une famille avec un enfant.',
                   'Le taux d’effort du premier candidat reste sous 30 % une fois l’aide au logement déduite.',
                   'D’accord avec ce classement, sous réserve de la pièce manquante du deuxième dossier.'])[a.position - 1]
          from commission_session s join session_attendee a on a.session_id = s.id and a.position in (2, 3, 4)
          join commission_item i on i.session_id = s.id and i.position = 1
          where s.vote_opens_at is not null
          """,
          """
          insert into commission (id, landlord_id, name, territory_level, territory_code)
          select nextval('commission_seq'), p.id, 'Commission d''attribution – territoire de Saint-Nazaire', 'EPCI', e.siren
          from partner p join municipality m on m.code = '44184' join epci e on e.siren = m.epci_siren
          where p.name = 'Habitat de l''Estuaire'
          """,
          """
          insert into commission_member (commission_id, name, email, capacity, voice, casting_vote, president, concerns, valid_from)
          select c.id, m.name, m.email, m.capacity, m.voice, false, m.president, m.concerns, m.valid_from
          from commission c join commission f on f.landlord_id = c.landlord_id and f.id < c.id
          join commission_member m on m.commission_id = f.id
            and (m.concerns is null or m.capacity = 'STATE_REPRESENTATIVE')
          where c.territory_code is not null
          """);

  private Councils() {}

  static void write(Connection connection, LocalDate today) throws SQLException {
    for (String sql : STATEMENTS) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        int parameters = statement.getParameterMetaData().getParameterCount();
        for (int i = 1; i <= parameters; i++) {
          statement.setObject(i, today);
        }
        statement.executeUpdate();
      }
    }
  }
}
