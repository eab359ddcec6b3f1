package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a member of a commission reads of a session, and what nobody there is told. */
class SeatedMemberTest {
  private static Jdbi jdbi;
  private static Reference reference;
  private static long session;

  /** A planned session with dwellings in several municipalities and EPCI. */
  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(2_000, 5);
    reference = Reference.load(jdbi);
    session =
        jdbi.withHandle(
            handle ->
                number(
                    handle,
                    "select i.session_id from commission_item i join commission_session s on s.id ="
                        + " i.session_id join vacancy v on v.id = i.vacancy_id join dwelling w on"
                        + " w.id = v.dwelling_id join item_candidate c on c.item_id = i.id where"
                        + " s.status = 'PLANNED' group by 1 order by count(distinct"
                        + " w.municipality_code) desc, count(*) desc, 1 limit 1"));
  }

  @Test
  void R_441_2_6_aMemberReadsTheCandidatesOfTheDwellingsTheySitForAndNoOthers() {
    SessionDossier whole = dossier();
    Set<String> towns = new TreeSet<>();
    whole.session().items().forEach(item -> towns.add(item.vacancy().municipalityCode()));
    assertThat(towns).hasSizeGreaterThan(1);
    for (String town : towns) {
      SessionDossier seen = whole.seenBy(member("MAYOR", town), reference);
      assertThat(seen.session().items())
          .isNotEmpty()
          .allMatch(item -> item.vacancy().municipalityCode().equals(town));
      assertThat(seen.sheets().keySet())
          .isEqualTo(
              seen.session().items().stream()
                  .flatMap(item -> item.candidates().stream())
                  .map(SessionDetail.Candidate::candidateId)
                  .collect(Collectors.toSet()));
      assertThat(seen.uniqueNumbers()).hasSizeLessThan(whole.uniqueNumbers().size());
    }
    String epci = reference.municipality(towns.iterator().next()).orElseThrow().epciSiren();
    assertThat(whole.seenBy(member("EPCI_PRESIDENT", epci), reference).session().items())
        .isNotEmpty()
        .allMatch(
            item ->
                epci.equals(
                    reference
                        .municipality(item.vacancy().municipalityCode())
                        .orElseThrow()
                        .epciSiren()));
    assertThat(whole.seenBy(member("LANDLORD_MEMBER", null), reference)).isEqualTo(whole);
  }

  @Test
  void L_441_2_whoSitsForSomeDwellingsOnlyReadsNoneUntilItIsSaidWhich() {
    for (String capacity :
        List.of(
            "MAYOR",
            "STATE_REPRESENTATIVE",
            "EPCI_PRESIDENT",
            "RESERVATION_HOLDER",
            "DEPARTMENT")) {
      SessionDossier seen = dossier().seenBy(member(capacity, null), reference);
      assertThat(seen.session().items()).as(capacity).isEmpty();
      assertThat(seen.sheets()).isEmpty();
    }
    assertThat(dossier().seenBy(member("MAYOR", "44999"), reference).uniqueNumbers()).isEmpty();
  }

  @Test
  void R_441_2_6_theListOfVotesCountsTheDwellingsOfTheMemberOnly() {
    jdbi.useHandle(
        handle ->
            handle.useTransaction(
                tx -> {
                  tx.execute(
                      "update commission_session set vote_opens_at = held_at - interval '2 days',"
                          + " vote_closes_at = held_at where id = ?",
                      session);
                  tx.execute("update session_attendee set agent_id = null");
                  String town = dossier().session().items().get(0).vacancy().municipalityCode();
                  tx.execute(
                      "update session_attendee set agent_id = (select min(id) from agent), concerns"
                          + " = ?, capacity = 'MAYOR' where session_id = ? and position = 1",
                      town,
                      session);
                }));
    SessionDossier whole = dossier();
    AttendeeForm mayor = whole.session().attendees().get(0);
    assertThat(
            new SeatReader(jdbi)
                .of(mayor.getAgentId(), whole.session().heldAt().minusDays(1))
                .get(0)
                .dwellings())
        .isEqualTo(whole.seenBy(mayor, reference).session().items().size())
        .isLessThan(whole.session().items().size());
  }

  @Test
  void L_441_2_aVoiceCountsForTheDwellingsOfItsMemberAndFromAfarForThoseVotedOn() {
    SessionDetail.Item here = dossier().session().items().get(0);
    SessionDetail.Item there =
        dossier().session().items().stream()
            .filter(
                item ->
                    !item.vacancy().municipalityCode().equals(here.vacancy().municipalityCode()))
            .findFirst()
            .orElseThrow();
    AttendeeForm mayor = member("MAYOR", here.vacancy().municipalityCode());
    mayor.setAttendeeId(7L);
    assertThat(mayor.countsFor(here.vacancy(), Set.of(7L), reference)).as("convened").isFalse();
    mayor.setAttendance("REPRESENTED");
    assertThat(mayor.countsFor(here.vacancy(), Set.of(), reference)).isTrue();
    assertThat(mayor.countsFor(there.vacancy(), Set.of(7L), reference)).isFalse();
    mayor.setAttendance("REMOTE");
    assertThat(mayor.countsFor(here.vacancy(), Set.of(7L, 8L), reference)).isTrue();
    assertThat(mayor.countsFor(here.vacancy(), Set.of(8L), reference)).isFalse();
    mayor.setVoice("ADVISORY");
    assertThat(mayor.countsFor(here.vacancy(), Set.of(7L), reference)).isFalse();
  }

  @Test
  void L_441_2_theQuorumOfEachDwellingIsReadWithItsVotesFromAfar() {
    List<SessionDetail.Item> items = dossier().session().items();
    jdbi.useHandle(
        handle -> {
          forgetVotes(handle);
          handle.execute(
              "update session_attendee set attendance = 'CONVENED', concerns = null where"
                  + " session_id = ?",
              session);
          handle.execute(
              "update session_attendee set attendance = 'REMOTE', capacity = 'LANDLORD_MEMBER'"
                  + " where session_id = ? and position in (2, 3)",
              session);
          handle.execute(
              "insert into remote_vote (candidate_id, attendee_id, choice, rank, voted_at) select"
                  + " c.id, a.id, 'ALLOCATION', 1, now() from item_candidate c, session_attendee a"
                  + " where c.item_id = ? and c.position = 1 and a.session_id = ? and a.position in"
                  + " (2, 3) on conflict do nothing",
              items.get(1).itemId(),
              session);
        });
    SessionDetail read = dossier().session();
    assertThat(read.items().get(1).voices()).hasSize(2);
    assertThat(read.voicesOn(items.get(1).itemId())).isEqualTo(read.items().get(1).voices());
    assertThat(read.items().get(0).voices()).isEmpty();
    assertThat(read.fewestVoices()).isZero();
  }

  @Test
  void L_441_2_theMembersByLawSitForTheirOwnDwellings() {
    SessionDetail whole = dossier().session();
    for (AttendeeForm member : MembersByLaw.of(whole, reference)) {
      boolean some = StandingMember.sitsForSome(member.getCapacity());
      assertThat(member.getConcerns() != null).as(member.getName()).isEqualTo(some);
      assertThat(whole.seenBy(member, reference).items()).as(member.getName()).isNotEmpty();
      assertThat(member.isCastingVote())
          .isEqualTo(whole.items().stream().anyMatch(item -> member.castsOn(item.vacancy())));
    }
  }

  @Test
  void L_441_2_aTieIsDecidedByTheMayorOfTheDwellingOrElseByThePresident() {
    SessionDetail.Item item = dossier().session().items().get(0);
    AttendeeForm mayor = member("MAYOR", item.vacancy().municipalityCode());
    mayor.setCastingVote(true);
    assertThat(mayor.castsOn(item.vacancy())).isTrue();
    AttendeeForm other = member("MAYOR", "44999");
    other.setCastingVote(true);
    AttendeeForm landlord = member("LANDLORD_MEMBER", item.vacancy().municipalityCode());
    landlord.setCastingVote(true);
    AttendeeForm everywhere = member("MAYOR", null);
    everywhere.setCastingVote(true);
    assertThat(List.of(other, landlord, everywhere)).noneMatch(one -> one.castsOn(item.vacancy()));
    mayor.setVoice("ADVISORY");
    assertThat(mayor.castsOn(item.vacancy())).isFalse();
    // A landlord's member who is marked as casting keeps the president from nothing.
    assertThat(tie(item).choice()).isEqualTo(RemoteChoice.NON_ALLOCATION);
    assertThat(tie(item).byCastingVote()).isTrue();
  }

  /** The president votes against, another member, marked as casting, for the first candidate. */
  private static VoteTally.Result tie(SessionDetail.Item item) {
    jdbi.useHandle(
        handle -> {
          forgetVotes(handle);
          handle.execute(
              "update session_attendee set capacity = 'LANDLORD_MEMBER', concerns = null, voice ="
                  + " 'DELIBERATIVE', casting_vote = position = 2, president = position = 3 where"
                  + " session_id = ? and position in (2, 3)",
              session);
          handle.execute(
              "insert into remote_vote (candidate_id, attendee_id, choice, rank, motive, voted_at)"
                  + " select c.id, a.id, case a.position when 2 then 'ALLOCATION' else"
                  + " 'NON_ALLOCATION' end, case a.position when 2 then 1 end, case a.position when"
                  + " 3 then 'LOWER_RANK' end, now() from item_candidate c, session_attendee a"
                  + " where c.item_id = ? and c.position = 1 and a.session_id = ? and a.position in"
                  + " (2, 3)",
              item.itemId(),
              session);
          handle.execute("update commission_rules set quorum = 2, president_casts = true");
        });
    SessionDetail voted = dossier().session();
    return jdbi.withHandle(
        handle ->
            VoteStore.ofSession(handle, voted, reference, true)
                .get(item.itemId())
                .results()
                .get(0));
  }

  private static void forgetVotes(Handle handle) {
    handle.execute(
        "delete from remote_vote where candidate_id in (select c.id from item_candidate c join"
            + " commission_item i on i.id = c.item_id where i.session_id = ?)",
        session);
  }

  @Test
  void R_441_2_6_aMotiveOfViolenceDisabilityOrHealthIsToldWithoutItsName() {
    for (String motive : List.of("06", "07", "08")) {
      setMotives(motive, "08", "13");
      SessionDossier dossier = dossier();
      assertThat(candidates(dossier))
          .isNotEmpty()
          .allMatch(one -> one.mainMotive().equals(SessionDetail.PROTECTED_MOTIVE));
      assertThat(dossier.sheets().values())
          .allSatisfy(
              sheet ->
                  assertThat(sheet.furtherMotives())
                      .containsExactly(SessionDetail.PROTECTED_MOTIVE, "13"));
    }
    setMotives("05", "06", "07");
    assertThat(candidates(dossier())).allMatch(one -> one.mainMotive().equals("05"));
    assertThat(dossier().sheets().values())
        .allSatisfy(
            sheet ->
                assertThat(sheet.furtherMotives()).containsExactly(SessionDetail.PROTECTED_MOTIVE));
  }

  private static void setMotives(String main, String second, String third) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update demand set main_motive = ?, second_motive = ?, third_motive = ? where id in"
                    + " (select r.demand_id from item_candidate c join commission_item i on i.id ="
                    + " c.item_id join proposal r on r.id = c.proposal_id where i.session_id = ?)",
                main,
                second,
                third,
                session));
  }

  private static List<SessionDetail.Candidate> candidates(SessionDossier dossier) {
    return dossier.session().items().stream().flatMap(i -> i.candidates().stream()).toList();
  }

  private static SessionDossier dossier() {
    LocalDate day = TestDatabase.TODAY;
    SessionDetail detail =
        new SessionReader(jdbi)
            .find(session, reference, day, (candidacies, on) -> Map.of())
            .orElseThrow();
    return new SessionDossier(detail, SheetReader.ofSession(jdbi, session, day));
  }

  private static AttendeeForm member(String capacity, String concerns) {
    AttendeeForm member = SessionCases.member("Quelqu’un", "CONVENED");
    member.setCapacity(capacity);
    member.setConcerns(concerns);
    return member;
  }

  private static long number(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }
}
