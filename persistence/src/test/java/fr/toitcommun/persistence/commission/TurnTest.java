package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.allocation.ProposalReader;
import fr.toitcommun.persistence.allocation.ProposalRow;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose turn it is: the view, the order of the application and who may sign say the same. */
class TurnTest {
  private static Jdbi jdbi;

  private record Allocated(long vacancy, long landlord, long proposal, Turn turn) {}

  /** Ranks are taken away to make ties: it needs a file of its own. */
  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(2_000, 9);
  }

  @Test
  void R_441_3_theViewAndTheApplicationCallTheSameAndTheyAloneMaySign() {
    assertThat(agree()).as("dwellings with several allocated").isPositive();
    assertThat(ties()).isZero();
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update item_candidate c set rank = null where decision is not null and not"
                    + " is_signed_item(c.item_id) and exists (select 1 from commission_item i join"
                    + " commission_session s on s.id = i.session_id where i.id = c.item_id and"
                    + " s.status = 'CLOSED')"));
    assertThat(ties()).isPositive();
    agree();
  }

  @Test
  void R_441_3_earlierSessionsGoBeforeLaterOnesAndThenRanksThenWhoeverCameFirst() {
    LocalDateTime day = SessionCases.HELD.atTime(9, 30);
    List<Turn> turns =
        List.of(
            new Turn(day, 2L, 1, 3L),
            new Turn(day.plusDays(1), 1L, 1, 1L),
            new Turn(day, 1L, 2, 4L),
            new Turn(day, 1L, 1, 9L),
            new Turn(day, 1L, 1, 8L));
    assertThat(turns.stream().sorted().map(Turn::candidateId)).containsExactly(8L, 9L, 4L, 3L, 1L);
  }

  /** Dwellings on which several have the same session and rank. */
  private static long ties() {
    return allocated().stream()
        .collect(
            Collectors.groupingBy(
                one -> List.of(one.vacancy(), one.turn().sessionId(), one.turn().order()),
                Collectors.counting()))
        .values()
        .stream()
        .filter(count -> count > 1)
        .count();
  }

  /** Compares all three for every dwelling; returns how many dwellings had a choice. */
  private static int agree() {
    Map<Long, Boolean> first =
        jdbi.withHandle(
            handle -> {
              Map<Long, Boolean> told = new HashMap<>();
              handle
                  .createQuery("select proposal_id, first from proposal_turn")
                  .map((row, context) -> told.put(row.getLong(1), row.getBoolean(2)))
                  .list();
              return told;
            });
    Map<Long, List<Allocated>> byDwelling =
        allocated().stream()
            .collect(Collectors.groupingBy(Allocated::vacancy, TreeMap::new, Collectors.toList()));
    assertThat(first).hasSize(byDwelling.values().stream().mapToInt(List::size).sum());
    ProposalReader reader = new ProposalReader(jdbi);
    int several = 0;
    for (Map.Entry<Long, List<Allocated>> dwelling : byDwelling.entrySet()) {
      List<Allocated> inOrder =
          dwelling.getValue().stream()
              .sorted((one, other) -> one.turn().compareTo(other.turn()))
              .toList();
      Map<Long, ProposalRow> rows =
          reader
              .ofVacancy(inOrder.get(0).landlord(), dwelling.getKey(), TestDatabase.TODAY)
              .rows()
              .stream()
              .collect(Collectors.toMap(ProposalRow::proposalId, row -> row));
      for (Allocated one : inOrder) {
        boolean theirs = one == inOrder.get(0);
        assertThat(first.get(one.proposal())).as("dwelling " + dwelling.getKey()).isEqualTo(theirs);
        ProposalRow row = rows.get(one.proposal());
        boolean lacks = row.status() == ProposalStatus.CONDITIONAL && row.conditionMetOn() == null;
        assertThat(row.maySign()).as("dwelling " + dwelling.getKey()).isEqualTo(theirs && !lacks);
      }
      several += inOrder.size() > 1 ? 1 : 0;
    }
    return several;
  }

  private static List<Allocated> allocated() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select i.vacancy_id, w.landlord_id, c.proposal_id, s.held_at, s.id as session_id, coalesce(c.rank, 1) as place, c.id
                    from item_candidate c join proposal r on r.id = c.proposal_id
                    join commission_item i on i.id = c.item_id join commission_session s on s.id = i.session_id
                    join vacancy v on v.id = i.vacancy_id join dwelling w on w.id = v.dwelling_id
                    where s.status = 'CLOSED' and c.decision is not null and r.status in ('ALLOCATED', 'RANKED', 'CONDITIONAL')
                    """)
                .map(
                    (row, context) ->
                        new Allocated(
                            row.getLong("vacancy_id"),
                            row.getLong("landlord_id"),
                            row.getLong("proposal_id"),
                            new Turn(
                                row.getObject("held_at", LocalDateTime.class),
                                row.getLong("session_id"),
                                row.getInt("place"),
                                row.getLong("id"))))
                .list());
  }
}
