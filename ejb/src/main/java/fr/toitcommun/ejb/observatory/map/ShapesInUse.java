package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.map.DerivedShapeRows;
import fr.toitcommun.persistence.observatory.map.DerivedShapes;
import fr.toitcommun.persistence.observatory.map.MapImport;
import fr.toitcommun.persistence.observatory.map.ShapeRows;
import fr.toitcommun.persistence.observatory.map.Shapes;
import fr.toitcommun.persistence.territory.Municipality;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;

/**
 * The shapes that maps are drawn from, kept in memory. Which import they are of is asked each time:
 * another server may have changed it.
 */
@ApplicationScoped
public class ShapesInUse {
  /** What shapes derived from points are kept under. */
  private static final long DERIVED = 0;

  @Inject private Jdbi jdbi;
  @Inject private References references;

  private final AtomicReference<Kept> kept = new AtomicReference<>();

  private record Kept(long importId, Shapes shapes) {}

  /**
   * Shapes and where they come from.
   *
   * @param origin none: derived from points
   */
  public record Used(Shapes shapes, Optional<MapImport> origin) {}

  /**
   * Those of now. Derived ones are worked out once for all servers and starts; who asks meanwhile
   * waits for them instead of beginning anew.
   */
  public Used current() {
    Optional<MapImport> origin = new ShapeRows(jdbi).current();
    long id = origin.map(MapImport::id).orElse(DERIVED);
    Kept known = kept.get();
    if (known == null || known.importId() != id) {
      known = origin.isPresent() ? new Kept(id, new ShapeRows(jdbi).shapes(id)) : derived();
      kept.set(known);
    }
    return new Used(known.shapes(), origin);
  }

  private Kept derived() {
    Collection<Municipality> municipalities = references.current().municipalities();
    List<String> approximate = new ShapeRows(jdbi).approximatePoints();
    String fingerprint = DerivedShapeRows.fingerprint(municipalities, approximate);
    DerivedShapeRows rows = new DerivedShapeRows(jdbi);
    Kept known = rows.find(fingerprint).map(shapes -> new Kept(DERIVED, shapes)).orElse(null);
    if (known != null) {
      return known;
    }
    // No connection is asked for in here: those who wait may hold all there are.
    synchronized (this) {
      known = kept.get();
      if (known != null && known.importId() == DERIVED) {
        return known;
      }
      known = new Kept(DERIVED, DerivedShapes.of(municipalities, approximate));
      kept.set(known);
    }
    rows.keep(fingerprint, known.shapes());
    return known;
  }
}
