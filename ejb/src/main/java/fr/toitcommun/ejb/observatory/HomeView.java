package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.allocation.ProposalPage;
import fr.toitcommun.persistence.allocation.VacancyPage;
import fr.toitcommun.persistence.commission.SessionPage;
import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.observatory.Counters;
import fr.toitcommun.persistence.partner.AgentProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * What an agent sees on coming in: the counters of the territory and what awaits them, each list
 * cut to its first rows with its total. Lists the agent has no right to are null.
 *
 * @param day what awaits the desk (REGISTER)
 * @param overdue proposals without answer past their deadline (PROPOSE)
 * @param toSign allocations to sign (SIGN)
 * @param vacancies vacancies, those without proposal first (PROPOSE)
 * @param sessions planned sessions first (DECIDE)
 */
public record HomeView(
    AgentProfile agent,
    Counters counters,
    DeskDay day,
    ProposalPage overdue,
    ProposalPage toSign,
    VacancyPage vacancies,
    SessionPage sessions)
    implements Nominative {

  @Override
  public List<String> uniqueNumbers() {
    List<String> numbers = new ArrayList<>();
    for (Nominative list : new Nominative[] {day, overdue, toSign}) {
      if (list != null) {
        numbers.addAll(list.uniqueNumbers());
      }
    }
    return numbers;
  }
}
