package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.document.DecisionWords;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.persistence.commission.CommissionItem;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.ItemCandidate;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.registration.letter.DueLetters;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterSender;
import fr.toitcommun.persistence.registration.letter.LettersOwed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Asks for the letters that tell applicants what a session decided (L.441-2-2, R.441-10). */
@Dependent
public class OwedDecisions {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private DecisionWords words;

  /** Asks for one letter per decision of a session that was just closed. */
  void ask(CommissionSession session, SessionDetail detail) {
    Map<Long, SessionDetail.Candidate> candidates =
        detail.items().stream()
            .flatMap(item -> item.candidates().stream())
            .collect(Collectors.toMap(SessionDetail.Candidate::candidateId, Function.identity()));
    Map<Long, SessionDetail.Item> items =
        detail.items().stream()
            .collect(Collectors.toMap(SessionDetail.Item::itemId, Function.identity()));
    List<LettersOwed.Decided> owed = new ArrayList<>();
    for (CommissionItem item : session.items()) {
      String dwelling = words.dwelling(items.get(item.id()).vacancy());
      for (ItemCandidate candidate : item.candidates()) {
        // What ended otherwise meanwhile was told otherwise.
        if (candidate.decision() != null
            && candidate.proposal().status() == candidate.decision().status()) {
          owed.add(decided(session, dwelling, candidate, candidates.get(candidate.id())));
        }
      }
    }
    jdbi.useHandle(
        handle ->
            LettersOwed.ask(
                handle,
                owed,
                new LetterSender(agent.profile().partnerId(), agent.profile().deskId()),
                clock.instant()));
  }

  private LettersOwed.Decided decided(
      CommissionSession session,
      String dwelling,
      ItemCandidate candidate,
      SessionDetail.Candidate told) {
    boolean allocated = candidate.decision().status().isAllocation();
    boolean inadmissible = candidate.decision() == Decision.INADMISSIBILITY;
    return new LettersOwed.Decided(
        candidate.proposal().demand().id(),
        allocated
            ? LetterKind.ALLOCATION
            : inadmissible ? LetterKind.INADMISSIBILITY_NOTICE : LetterKind.NON_ALLOCATION,
        candidate.id(),
        new DueLetters.Outcome(
            session.heldOn(), dwelling, allocated ? words.allocation(told) : null),
        inadmissible ? told.motive() : null,
        allocated ? null : inadmissible ? words.further(told) : words.motives(told));
  }
}
