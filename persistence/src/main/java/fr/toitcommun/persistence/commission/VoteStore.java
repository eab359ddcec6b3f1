package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.reference.Reference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps and reads votes from afar and what members say of a dwelling meanwhile. */
public final class VoteStore {
  /** Most that is told of what was said of one session. */
  public static final int MOST_MESSAGES = 2_000;

  private VoteStore() {}

  private record Cast(
      long itemId,
      long candidateId,
      long attendeeId,
      RemoteChoice choice,
      Integer rank,
      String motive,
      Instant at) {}

  /** Keeps the votes of one member, in place of those they cast before on the same candidates. */
  public static void keep(Handle handle, long attendeeId, List<BallotLine> lines, Instant at) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into remote_vote (candidate_id, attendee_id, choice, rank, motive, voted_at)
            values (:candidate, :attendee, :choice, :rank, :motive, :at)
            on conflict (candidate_id, attendee_id) do update set choice = :choice, rank = :rank, motive = :motive, voted_at = :at
            """);
    for (BallotLine line : lines) {
      RemoteChoice choice = RemoteChoice.valueOf(line.getChoice());
      batch
          .bind("candidate", line.getCandidateId())
          .bind("attendee", attendeeId)
          .bind("choice", choice)
          .bind("rank", choice == RemoteChoice.ALLOCATION ? line.getRank() : null)
          .bind("motive", choice.needsMotive() ? line.getMotive() : null)
          .bind("at", at.atOffset(ZoneOffset.UTC))
          .add();
    }
    batch.execute();
  }

  /** What a member has voted in a session, by candidate. */
  public static Map<Long, BallotLine> ballot(Handle handle, long attendeeId) {
    return handle
        .createQuery("select * from remote_vote where attendee_id = :attendee")
        .bind("attendee", attendeeId)
        .map(
            (row, context) -> {
              BallotLine line = BallotLine.of(row.getLong("candidate_id"));
              line.setChoice(row.getString("choice"));
              line.setRank(row.getObject("rank", Integer.class));
              line.setMotive(row.getString("motive"));
              return line;
            })
        .collect(Collectors.toMap(BallotLine::getCandidateId, line -> line));
  }

  /** Who of a session has cast a vote. */
  public static List<Long> voters(Handle handle, long sessionId) {
    return handle
        .createQuery(
            "select distinct v.attendee_id from remote_vote v join session_attendee a on a.id ="
                + " v.attendee_id where a.session_id = :session")
        .bind("session", sessionId)
        .mapTo(Long.class)
        .list();
  }

  /** Who of a session has cast a vote on which of its dwellings. */
  static Map<Long, Set<Long>> votersByItem(Handle handle, long sessionId) {
    return handle
        .createQuery(
            "select distinct c.item_id, v.attendee_id from remote_vote v join item_candidate c on"
                + " c.id = v.candidate_id join commission_item i on i.id = c.item_id where"
                + " i.session_id = :session")
        .bind("session", sessionId)
        .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }

  /** Whether a vote was cast on a candidate of a dwelling. */
  public static boolean isVotedOn(Handle handle, long itemId) {
    return handle
        .createQuery(
            "select exists (select 1 from remote_vote v join item_candidate c on c.id ="
                + " v.candidate_id where c.item_id = :item)")
        .bind("item", itemId)
        .mapTo(Boolean.class)
        .one();
  }

  /** Says something of a dwelling. */
  public static void say(
      Handle handle, long itemId, long agentId, String author, String words, Instant at) {
    handle
        .createUpdate(
            "insert into item_message (item_id, agent_id, author, said_at, words) values (:item,"
                + " :agent, :author, :at, :words)")
        .bind("item", itemId)
        .bind("agent", agentId)
        .bind("author", author)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("words", words)
        .execute();
  }

  /**
   * The votes of a session by dwelling, with what was said.
   *
   * @param over whether the period is over: before, nobody is told what was voted
   */
  public static Map<Long, ItemVotes> ofSession(
      Handle handle, SessionDetail session, Reference reference, boolean over) {
    List<Cast> cast =
        handle
            .createQuery(
                """
                select c.item_id, v.* from remote_vote v join item_candidate c on c.id = v.candidate_id
                join commission_item i on i.id = c.item_id where i.session_id = :session order by v.voted_at, v.attendee_id
                """)
            .bind("session", session.sessionId())
            .map(
                (row, context) ->
                    new Cast(
                        row.getLong("item_id"),
                        row.getLong("candidate_id"),
                        row.getLong("attendee_id"),
                        RemoteChoice.valueOf(row.getString("choice")),
                        row.getObject("rank", Integer.class),
                        row.getString("motive"),
                        row.getObject("voted_at", OffsetDateTime.class).toInstant()))
            .list();
    Map<Long, List<ItemVotes.Message>> said = said(handle, session.sessionId());
    Map<Long, ItemVotes> votes = new LinkedHashMap<>();
    for (SessionDetail.Item item : session.items()) {
      List<Cast> here = cast.stream().filter(one -> one.itemId() == item.itemId()).toList();
      votes.put(
          item.itemId(),
          new ItemVotes(
              item.itemId(),
              voters(session, here),
              awaited(session, item, here, reference),
              over ? results(session, item, here, reference) : List.of(),
              said.getOrDefault(item.itemId(), List.of())));
    }
    return votes;
  }

  private static Map<Long, List<ItemVotes.Message>> said(Handle handle, long sessionId) {
    Map<Long, List<ItemVotes.Message>> said = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            select m.item_id, m.author, m.said_at, m.words from item_message m join commission_item i on i.id = m.item_id
            where i.session_id = :session order by m.id limit :limit
            """)
        .bind("session", sessionId)
        .bind("limit", MOST_MESSAGES)
        .map(
            (row, context) ->
                said.computeIfAbsent(row.getLong("item_id"), item -> new ArrayList<>())
                    .add(
                        new ItemVotes.Message(
                            row.getString("author"),
                            row.getObject("said_at", OffsetDateTime.class).toInstant(),
                            row.getString("words"))))
        .list();
    return said;
  }

  private static List<ItemVotes.Voter> voters(SessionDetail session, List<Cast> here) {
    Map<Long, Instant> last = new LinkedHashMap<>();
    here.forEach(one -> last.merge(one.attendeeId(), one.at(), (a, b) -> a.isAfter(b) ? a : b));
    return session.attendees().stream()
        .filter(one -> last.containsKey(one.getAttendeeId()))
        .map(
            one ->
                new ItemVotes.Voter(
                    one.getName(), isDeliberative(one), last.get(one.getAttendeeId())))
        .sorted(Comparator.comparing(ItemVotes.Voter::at))
        .toList();
  }

  private static List<String> awaited(
      SessionDetail session, SessionDetail.Item item, List<Cast> here, Reference reference) {
    return session.attendees().stream()
        .filter(
            one ->
                isDeliberative(one)
                    && one.getAgentId() != null
                    && one.sitsFor(item.vacancy(), reference)
                    && here.stream().noneMatch(v -> v.attendeeId() == one.getAttendeeId()))
        .map(AttendeeForm::getName)
        .toList();
  }

  private static List<VoteTally.Result> results(
      SessionDetail session, SessionDetail.Item item, List<Cast> here, Reference reference) {
    Map<Long, AttendeeForm> sitting =
        session.attendees().stream()
            .filter(one -> isDeliberative(one) && one.sitsFor(item.vacancy(), reference))
            .collect(Collectors.toMap(AttendeeForm::getAttendeeId, one -> one));
    List<Cast> counted =
        here.stream().filter(one -> sitting.containsKey(one.attendeeId())).toList();
    boolean mayor =
        counted.stream().anyMatch(one -> sitting.get(one.attendeeId()).castsOn(item.vacancy()));
    boolean president = !mayor && session.proceedings().rules().presidentCasts();
    Map<Long, List<VoteTally.Voice>> voices = new LinkedHashMap<>();
    // Whoever left undecided takes no rank from the others.
    for (SessionDetail.Candidate candidate :
        item.candidates().stream().filter(SessionDetail.Candidate::isExamined).toList()) {
      voices.put(
          candidate.candidateId(),
          counted.stream()
              .filter(one -> one.candidateId() == candidate.candidateId())
              .map(
                  one ->
                      new VoteTally.Voice(
                          one.attendeeId(),
                          one.choice(),
                          one.rank(),
                          one.motive(),
                          sitting.get(one.attendeeId()).castsOn(item.vacancy())
                              || president && sitting.get(one.attendeeId()).isPresident()))
              .toList());
    }
    return VoteTally.of(voices, session.quorum());
  }

  private static boolean isDeliberative(AttendeeForm one) {
    return SessionAttendee.Voice.DELIBERATIVE.name().equals(one.getVoice());
  }
}
