package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.ActivityLevel;
import fr.toitcommun.persistence.observatory.ActivityReader;
import fr.toitcommun.persistence.partner.AgentProfile;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.territory.Municipality;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The counters of activity: of the caller's desk, partner and territory, and of the file. */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class Activity {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /**
   * The counters at a level.
   *
   * @param asked null, or one that the caller does not have: the nearest one that they have
   */
  public ActivityView view(ActivityLevel asked) {
    AgentProfile me = agent.profile();
    List<ActivityLevel> levels = new ArrayList<>();
    if (me.deskId() != null) {
      levels.add(ActivityLevel.DESK);
    }
    levels.addAll(List.of(ActivityLevel.PARTNER, ActivityLevel.TERRITORY, ActivityLevel.FILE));
    if (me.partnerKind() == PartnerKind.INFORMATION_AGENCY || !me.scope().registering()) {
      // Who registers nothing has no activity of their own.
      levels.remove(ActivityLevel.PARTNER);
    }
    ActivityLevel level = levels.contains(asked) ? asked : levels.get(0);
    LocalDate today = LocalDate.now(clock);
    ActivityReader reader =
        new ActivityReader(jdbi, references.current().value("SMALL_CELL_THRESHOLD", today));
    ActivityReader.Whose whose = whose(me, level);
    return new ActivityView(
        level,
        levels,
        switch (level) {
          case DESK -> me.deskName();
          case PARTNER -> me.partnerName();
          case TERRITORY -> territory(me);
          case FILE -> null;
        },
        reader.active(whose),
        reader.count(whose, today),
        clock.instant());
  }

  private ActivityReader.Whose whose(AgentProfile me, ActivityLevel level) {
    List<String> all = List.copyOf(references.current().departements().keySet());
    return switch (level) {
      case DESK -> new ActivityReader.Whose(level, me.deskId(), List.of(), all);
      case PARTNER -> new ActivityReader.Whose(level, me.partnerId(), List.of(), all);
      case TERRITORY -> new ActivityReader.Whose(level, null, epcis(me), me.scope().departements());
      case FILE -> new ActivityReader.Whose(level, null, List.of(), all);
    };
  }

  /** What the territory is called: the EPCI of a local authority, else the départements. */
  private String territory(AgentProfile me) {
    List<String> epcis = municipalities(me).map(Municipality::epciName).distinct().toList();
    return String.join(
        ", ",
        epcis.isEmpty()
            ? me.scope().departements().stream()
                .map(code -> references.current().departements().get(code))
                .toList()
            : epcis);
  }

  /** Those of a local authority; others act in whole départements. */
  private List<String> epcis(AgentProfile me) {
    return municipalities(me).map(Municipality::epciSiren).distinct().toList();
  }

  private Stream<Municipality> municipalities(AgentProfile me) {
    return me.scope().municipalities().stream()
        .map(code -> references.current().municipality(code))
        .flatMap(Optional::stream)
        .filter(one -> one.epciSiren() != null);
  }
}
