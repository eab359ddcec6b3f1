package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.observatory.Answers;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Maps of the observatory's figures, as the observatory tells them: with the same scope and the
 * same secrecy.
 */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class Maps {
  @Inject private CurrentAgent agent;
  @Inject private Answers answers;
  @Inject private MapMaking making;
  @Inject private MapFigures figures;
  @Inject private MapFiles files;

  /**
   * A map with all that stands around it.
   *
   * @throws RefusedInput when a filter names what nobody knows, or places out of the caller's
   *     territory alone
   */
  public MapView view(MapRequest request, Locale language) {
    return MapViews.of(content(request, language));
  }

  /**
   * The same as a file.
   *
   * @throws RefusedInput as {@link #view}
   */
  public byte[] file(MapRequest request, MapFormat format, Locale language) {
    MapContent content = content(request, language);
    return files.make(content, format == MapFormat.PDF ? MapViews.of(content) : null, format);
  }

  /**
   * The shapes of a level in degrees, by code.
   *
   * @param territory code of a département or EPCI; null: all that the caller observes
   * @throws RefusedInput when the territory is unknown
   */
  public Map<String, Geometry> shapes(TerritoryLevel level, String territory) {
    return making.shapes(level, territory, agent.scope().departements());
  }

  /** The indicators that a map can show, by name. */
  public Map<Indicator, String> indicators(Locale language) {
    return figures.indicators(language);
  }

  private MapContent content(MapRequest request, Locale language) {
    return making.content(request, answers.of(agent.scope().departements(), language));
  }
}
