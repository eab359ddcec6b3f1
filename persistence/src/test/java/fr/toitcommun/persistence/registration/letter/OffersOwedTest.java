package fr.toitcommun.persistence.registration.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.allocation.OfferReader;
import fr.toitcommun.persistence.allocation.OfferRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Letters that offer a dwelling (R.441-10): owed once per proposal and turn, while it stands. */
class OffersOwedTest {
  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static Jdbi jdbi;

  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(2000, 11);
  }

  private static LettersOwed.Offered offered(Handle handle, String where, boolean decided) {
    return handle
        .createQuery(
            "select r.demand_id, r.id, c.id as candidate, w.landlord_id, coalesce(r.called_on,"
                + " r.made_on) as day from proposal r join vacancy v on v.id = r.vacancy_id join"
                + " dwelling w on w.id = v.dwelling_id join demand d on d.id = r.demand_id and"
                + " d.status = 'ACTIVE' left join item_candidate c on c.proposal_id = r.id where"
                + " r.accepted_on is null and "
                + where
                + " order by r.id limit 1")
        .map(
            (row, context) ->
                new LettersOwed.Offered(
                    row.getLong("demand_id"),
                    row.getLong("id"),
                    decided ? row.getLong("candidate") : null,
                    row.getLong("landlord_id"),
                    row.getObject("day", LocalDate.class)))
        .one();
  }

  /** One that still can be answered. */
  private static LettersOwed.Offered standing(Handle handle) {
    return offered(handle, "r.status = 'OPEN' and r.reply_deadline >= '" + TODAY + "'", false);
  }

  /** One whose turn has come by a commission's decision. */
  private static LettersOwed.Offered turn(Handle handle) {
    return offered(
        handle,
        "r.called_on is not null and r.status in ('ALLOCATED', 'RANKED') and c.id is not null",
        true);
  }

  private static long sessionOf(Handle handle, LettersOwed.Offered turn) {
    return handle
        .createQuery(
            "select i.session_id from item_candidate c join commission_item i on i.id = c.item_id"
                + " where c.id = :candidate")
        .bind("candidate", turn.candidateId())
        .mapTo(Long.class)
        .one();
  }

  private static int owed(Handle handle, LettersOwed.Offered offer) {
    return handle
        .createQuery(
            "select count(*) from letter where proposal_id = :proposal and made_on is null and"
                + " dropped_on is null")
        .bind("proposal", offer.proposalId())
        .mapTo(Integer.class)
        .one();
  }

  private static void dropStale(Handle handle, LettersOwed.Offered offer) {
    String departement =
        handle
            .createQuery("select departement_code from demand where id = :demand")
            .bind("demand", offer.demandId())
            .mapTo(String.class)
            .one();
    DueLetters.dropStale(handle, departement, LetterKind.OFFER, offer.demandId(), TODAY);
  }

  @Test
  void R_441_10_anOfferIsOwedOnceAndDroppedWhenItIsTakenBackOrAccepted() {
    jdbi.useHandle(
        handle -> {
          LettersOwed.Offered offer = standing(handle);
          assertThat(LettersOwed.askOffers(handle, List.of(offer), null, NOW)).isEqualTo(1);
          assertThat(LettersOwed.askOffers(handle, List.of(offer), null, NOW)).isZero();
          dropStale(handle, offer);
          assertThat(owed(handle, offer)).isEqualTo(1);
          LetterRow letter = new LetterReader(jdbi).ofProposal(offer.proposalId()).orElseThrow();
          assertThat(DueLetters.due(handle, letter.id()).orElseThrow().proposalId())
              .isEqualTo(offer.proposalId());

          handle.execute(
              "update proposal set accepted_on = made_on where id = ?", offer.proposalId());
          dropStale(handle, offer);
          assertThat(owed(handle, offer)).isZero();
          assertThat(new LetterReader(jdbi).ofProposal(offer.proposalId())).isEmpty();
        });
  }

  @Test
  void R_441_10_noLetterTellsALastDayThatIsOver() {
    jdbi.useHandle(
        handle -> {
          LettersOwed.Offered offer = standing(handle);
          LettersOwed.askOffers(handle, List.of(offer), null, NOW);
          deadline(handle, offer, TODAY);
          dropStale(handle, offer);
          assertThat(owed(handle, offer)).isEqualTo(1);
          deadline(handle, offer, TODAY.minusDays(1));
          dropStale(handle, offer);
          assertThat(owed(handle, offer)).isZero();
        });
  }

  @Test
  void R_441_10_aBatchThatIsPostedTellsWhoIsStillOfferedWhatItsLettersOffer() {
    jdbi.useHandle(
        handle -> {
          LettersOwed.Offered offer = standing(handle);
          LettersOwed.askOffers(handle, List.of(offer), null, NOW);
          long agent = handle.createQuery("select min(id) from agent").mapTo(Long.class).one();
          long batch = BatchMaking.open(handle, "44", LetterKind.OFFER, TODAY, NOW, agent);
          handle.execute(
              "update letter set made_on = ?, batch_id = ?, batch_rank = 1, dropped_on = null where"
                  + " proposal_id = ?",
              TODAY,
              batch,
              offer.proposalId());
          assertThat(BatchMaking.offeredBy(handle, batch)).containsExactly(offer.proposalId());
          handle.execute(
              "update proposal set status = 'ALLOCATED' where id = ?", offer.proposalId());
          assertThat(BatchMaking.offeredBy(handle, batch))
              .as("the commission decided since")
              .isEmpty();
          handle.execute("update proposal set status = 'OPEN' where id = ?", offer.proposalId());
        });
  }

  @Test
  void R_441_10_theLetterOfAnAllocationOffersAndIsDroppedWhenItsApplicantIsOut() {
    jdbi.useHandle(
        handle -> {
          LettersOwed.Offered turn = turn(handle);
          deadline(handle, turn, null);
          assertThat(
                  LettersOwed.ask(
                      handle,
                      List.of(
                          new LettersOwed.Decided(
                              turn.demandId(),
                              LetterKind.ALLOCATION,
                              turn.candidateId(),
                              new DueLetters.Outcome(TODAY, "T3", "attribué"),
                              null,
                              null)),
                      new LetterSender(turn.landlordId(), null),
                      NOW))
              .isEqualTo(1);
          long session = sessionOf(handle, turn);
          assertThat(DueLetters.dropStaleOffers(handle, session, TODAY)).isZero();
          assertThat(DueLetters.ofSession(handle, session))
              .extracting(DueLetters.Due::proposalId)
              .contains(turn.proposalId());
          String before =
              handle
                  .createQuery("select status from proposal where id = :proposal")
                  .bind("proposal", turn.proposalId())
                  .mapTo(String.class)
                  .one();
          handle.execute("update proposal set status = 'LAPSED' where id = ?", turn.proposalId());
          assertThat(DueLetters.dropStaleOffers(handle, session, TODAY)).isEqualTo(1);
          handle.execute("update proposal set status = ? where id = ?", before, turn.proposalId());
        });
  }

  @Test
  void R_441_3_b_R_441_10_aLetterThatSaysToWaitOffersNothing() {
    jdbi.useHandle(
        handle -> {
          handle.begin();
          LettersOwed.Offered turn = turn(handle);
          LettersOwed.ask(
              handle,
              List.of(
                  new LettersOwed.Decided(
                      turn.demandId(),
                      LetterKind.ALLOCATION,
                      turn.candidateId(),
                      new DueLetters.Outcome(TODAY, "T3", "rang 2"),
                      null,
                      null)),
              new LetterSender(turn.landlordId(), null),
              NOW);
          long agent = handle.createQuery("select min(id) from agent").mapTo(Long.class).one();
          long batch = BatchMaking.open(handle, "44", LetterKind.ALLOCATION, TODAY, NOW, agent);
          handle.execute(
              "update letter set made_on = ?, batch_id = ?, batch_rank = 1 where candidate_id = ?"
                  + " and kind = 'ALLOCATION'",
              TODAY,
              batch,
              turn.candidateId());
          assertThat(BatchMaking.offeredBy(handle, batch))
              .as("whoever was first when it was made is offered the dwelling by it")
              .containsExactly(turn.proposalId());
          // Whoever came after others is told of their turn by a letter of its own.
          assertThat(LettersOwed.askOffers(handle, List.of(turn), null, NOW)).isEqualTo(1);
          assertThat(BatchMaking.offeredBy(handle, batch)).isEmpty();
          handle.rollback();
        });
  }

  private static void deadline(Handle handle, LettersOwed.Offered offer, LocalDate day) {
    handle.execute("update proposal set reply_deadline = ? where id = ?", day, offer.proposalId());
  }

  @Test
  void R_441_3_b_theOfferOfATurnIsASecondLetterAndTellsTheSessionAndRank() {
    jdbi.useHandle(
        handle -> {
          LettersOwed.Offered turn = turn(handle);
          LettersOwed.Offered before =
              new LettersOwed.Offered(
                  turn.demandId(), turn.proposalId(), null, turn.landlordId(), turn.on());
          assertThat(LettersOwed.askOffers(handle, List.of(before, turn), null, NOW)).isEqualTo(2);
          deadline(handle, turn, TODAY.plusDays(3));
          dropStale(handle, turn);
          // The decision has overtaken the first.
          assertThat(owed(handle, turn)).isEqualTo(1);
          OfferRow offer =
              OfferReader.of(handle, List.of(turn.proposalId())).get(turn.proposalId());
          assertThat(offer.satOn()).isNotNull();
          assertThat(offer.totalRent())
              .isEqualTo(
                  offer.rent()
                      + offer.charges()
                      + offer.accessoryRents()
                      + offer.energyContribution());

          long session = sessionOf(handle, turn);
          assertThat(DueLetters.dropStaleOffers(handle, session, TODAY)).isZero();
          handle.execute("update proposal set status = 'REFUSED' where id = ?", turn.proposalId());
          assertThat(DueLetters.dropStaleOffers(handle, session, TODAY)).isEqualTo(1);
        });
  }
}
