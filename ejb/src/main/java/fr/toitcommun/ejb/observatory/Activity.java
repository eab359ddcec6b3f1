package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.ActivityLevel;
import fr.toitcommun.persistence.observatory.ActivityReader;
import fr.toitcommun.persistence.observatory.LiveBase;
import fr.toitcommun.persistence.observatory.StandingReader;
import fr.toitcommun.persistence.observatory.Viewer;
import fr.toitcommun.persistence.partner.AgentProfile;
import fr.toitcommun.persistence.partner.Right;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The counters of activity: of the caller's desk, partner and territory, and of the file. */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class Activity {
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private ObservatoryEngine engine;

  /**
   * The counters at a level.
   *
   * @param asked null, or one that the caller does not have: the nearest one that they have
   */
  public ActivityView view(ActivityLevel asked) {
    AgentProfile me = agent.profile();
    LocalDate today = LocalDate.now(clock);
    Viewer viewer = Viewers.of(me, references.current());
    List<ActivityLevel> levels = levels(viewer);
    ActivityLevel level = levels.contains(asked) ? asked : levels.get(0);
    int threshold = references.current().value("SMALL_CELL_THRESHOLD", today);
    LiveBase live = engine.live();
    return new ActivityView(
        level,
        levels,
        switch (level) {
          case DESK -> me.deskName();
          case PARTNER -> me.partnerName();
          case TERRITORY -> Viewers.territory(me, references.current());
          case DEPARTEMENTS -> Viewers.departements(me, references.current());
          case FILE -> null;
        },
        new StandingReader(live, viewer, threshold).at(level).active(),
        new ActivityReader(live, viewer, threshold).count(level, today),
        clock.instant());
  }

  private static List<ActivityLevel> levels(Viewer viewer) {
    List<ActivityLevel> levels = new ArrayList<>();
    if (viewer.desk() != null) {
      levels.add(ActivityLevel.DESK);
    }
    if (viewer.partner() != null) {
      levels.add(ActivityLevel.PARTNER);
    }
    levels.add(ActivityLevel.TERRITORY);
    if (!viewer.epcis().isEmpty()) {
      levels.add(ActivityLevel.DEPARTEMENTS);
    }
    levels.add(ActivityLevel.FILE);
    return levels;
  }
}
