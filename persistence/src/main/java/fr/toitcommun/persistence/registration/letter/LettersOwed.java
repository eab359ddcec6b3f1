package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.installation.OneOrMany;
import fr.toitcommun.persistence.registration.DemandEventKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Asks for letters. What is asked for twice is owed once. */
public final class LettersOwed {
  private static final String CHANNEL =
      """
      case when a.email is null then 'POST'
           when d.registered_online then case when d.wants_post then 'BOTH' else 'EMAIL' end
           when d.email_agreed then 'BOTH' else 'POST' end
      """;

  private LettersOwed() {}

  /** As below, by a job, which writes for the file's manager. */
  public static int ask(
      Handle handle, Collection<Long> demands, LetterKind kind, LocalDate about, Instant at) {
    return ask(handle, demands, kind, about, null, at);
  }

  /**
   * Notes that these applicants are owed this letter, each by the channel of R.441-2-7; letters
   * whose coming must be proved go by post alone (R.441-2-8).
   *
   * @param demands identities of the demands
   * @param about the day the letter is about, see {@link LetterKind}
   * @param sender who sends it; null: a job asks
   * @return how many were not asked for before
   */
  public static int ask(
      Handle handle,
      Collection<Long> demands,
      LetterKind kind,
      LocalDate about,
      LetterSender sender,
      Instant at) {
    return OneOrMany.update(
            handle,
            """
            insert into letter (demand_id, departement_code, kind, about, sender_partner_id, sender_desk_id, channel,
                                asked_at)
            select d.id, d.departement_code, :kind, :about, cast(:partner as bigint), case when :certificate then coalesce(cast(:desk as bigint), d.desk_id) else cast(:desk as bigint) end,
                   case when :registered then 'POST' else
            """
                + CHANNEL
                + """
                       end, :at
                from demand d join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
                where d.id = any(:demands)
                on conflict (demand_id, kind, about, candidate_id, proposal_id) do nothing
                """,
            demands)
        .bind("kind", kind)
        .bind("registered", kind.onPaperOnly())
        .bind("certificate", kind.certificate())
        .bind("partner", sender == null ? null : Long.valueOf(sender.partnerId()))
        .bind("desk", sender == null ? null : sender.deskId())
        .bind("about", about)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /**
   * What a commission decided on a demand, to be told in writing (L.441-2-2, R.441-10).
   *
   * @param kind NON_ALLOCATION, ALLOCATION or INADMISSIBILITY_NOTICE
   * @param candidateId the decision
   * @param subReason of an inadmissibility: code of CANCELLATION_SUB_REASON; null for others
   * @param grounds motives in words, a line each; null: an allocation
   */
  public record Decided(
      long demandId,
      LetterKind kind,
      long candidateId,
      DueLetters.Outcome outcome,
      String subReason,
      String grounds) {}

  /**
   * Notes that these applicants are owed the letters that tell what a session decided, by post.
   *
   * @return how many were not asked for before
   */
  public static int ask(
      Handle handle, Collection<Decided> decisions, LetterSender sender, Instant at) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into letter (demand_id, departement_code, kind, about, sender_partner_id, sender_desk_id, channel, asked_at,
                                candidate_id, dwelling, decided, sub_reason, grounds)
            select d.id, d.departement_code, :kind, :about, :partner, cast(:desk as bigint), 'POST', :at, :candidate, :dwelling,
                   :decided, :subReason, :grounds
            from demand d where d.id = :demand
            on conflict (demand_id, kind, about, candidate_id, proposal_id) do nothing
            """);
    for (Decided one : decisions) {
      batch
          .bind("demand", one.demandId())
          .bind("kind", one.kind())
          .bind("about", one.outcome().satOn())
          .bind("partner", sender.partnerId())
          .bind("desk", sender.deskId())
          .bind("at", at.atOffset(ZoneOffset.UTC))
          .bind("candidate", one.candidateId())
          .bind("dwelling", one.outcome().dwelling())
          .bind("decided", one.outcome().decided())
          .bind("subReason", one.subReason())
          .bind("grounds", one.grounds())
          .add();
    }
    return Arrays.stream(batch.execute()).sum();
  }

  /**
   * A dwelling offered to an applicant (R.441-10).
   *
   * @param candidateId the decision that is offered; null: it goes before a commission yet
   * @param landlordId who offers it
   * @param on since when it is proposed, or this applicant's turn
   */
  public record Offered(
      long demandId, long proposalId, Long candidateId, long landlordId, LocalDate on) {}

  /**
   * Notes that these applicants are owed the letter that offers them a dwelling, on paper.
   *
   * @param deskId desk of the agent who offers it; null: none, or the night calls the next in rank
   * @return how many were not asked for before
   */
  public static int askOffers(Handle handle, Collection<Offered> offers, Long deskId, Instant at) {
    if (offers.isEmpty()) {
      return 0;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into letter (demand_id, departement_code, kind, about, sender_partner_id, sender_desk_id, channel, asked_at,
                                candidate_id, proposal_id)
            select d.id, d.departement_code, 'OFFER', :about, :partner, cast(:desk as bigint), 'POST', :at,
                   cast(:candidate as bigint), :proposal
            from demand d where d.id = :demand
            on conflict (demand_id, kind, about, candidate_id, proposal_id) do nothing
            """);
    for (Offered one : offers) {
      batch
          .bind("demand", one.demandId())
          .bind("about", one.on())
          .bind("partner", one.landlordId())
          .bind("desk", deskId)
          .bind("at", at.atOffset(ZoneOffset.UTC))
          .bind("candidate", one.candidateId())
          .bind("proposal", one.proposalId())
          .add();
    }
    return Arrays.stream(batch.execute()).sum();
  }

  /**
   * Keeps why a demand was rejected as inadmissible with the letter that tells it (R.441-2-8 d).
   *
   * @param about the day its letter is about
   * @param subReason code of CANCELLATION_SUB_REASON
   * @param grounds the commission's words; null: none
   */
  public static void motivate(
      Handle handle, long demand, LocalDate about, String subReason, String grounds) {
    handle
        .createUpdate(
            "update letter set sub_reason = :subReason, grounds = :grounds where demand_id ="
                + " :demand and kind = 'INADMISSIBILITY_NOTICE' and about = :about and made_on is"
                + " null")
        .bind("subReason", subReason)
        .bind("grounds", grounds)
        .bind("demand", demand)
        .bind("about", about)
        .execute();
  }

  /**
   * Notes that these applicants are owed this letter about the end of their own period, those that
   * were renewed meanwhile left out; the history of each demand says so.
   *
   * @param demands identities of the demands
   * @param event what the history calls it
   * @param latestEnd a period that ends later is a new one
   * @return unique numbers of those not asked for before
   */
  public static List<String> askAboutTheEnd(
      Handle handle,
      Collection<Long> demands,
      LetterKind kind,
      DemandEventKind event,
      LocalDate latestEnd,
      LocalDate day,
      Instant at) {
    return handle
        .createQuery(
            """
            with asked as (
              insert into letter (demand_id, departement_code, kind, about, channel, asked_at)
              select d.id, d.departement_code, :kind, d.valid_until,
            """
                + CHANNEL
                + """
                         , :at
                  from demand d join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
                  where d.id = any(:demands) and d.status = 'ACTIVE' and d.valid_until <= :latest
                  on conflict (demand_id, kind, about, candidate_id, proposal_id) do nothing
                  returning demand_id, departement_code),
                noted as (
                  insert into demand_event (id, demand_id, kind, occurred_at, effective_on, departement_code)
                  select nextval('demand_event_seq'), demand_id, :event, :at, :day, departement_code from asked)
                select d.unique_number from asked join demand d on d.id = asked.demand_id
                """)
        .bindArray("demands", Long.class, demands.toArray())
        .bind("kind", kind)
        .bind("event", event)
        .bind("latest", latestEnd)
        .bind("day", day)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .mapTo(String.class)
        .list();
  }
}
