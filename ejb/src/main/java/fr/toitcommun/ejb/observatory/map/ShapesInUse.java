package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.map.DerivedShapes;
import fr.toitcommun.persistence.observatory.map.MapImport;
import fr.toitcommun.persistence.observatory.map.ShapeRows;
import fr.toitcommun.persistence.observatory.map.Shapes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

  /** Those of now. */
  public Used current() {
    Optional<MapImport> origin = new ShapeRows(jdbi).current();
    long id = origin.map(MapImport::id).orElse(DERIVED);
    Kept known = kept.get();
    if (known == null || known.importId() != id) {
      known = new Kept(id, origin.isPresent() ? new ShapeRows(jdbi).shapes(id) : derived());
      kept.set(known);
    }
    return new Used(known.shapes(), origin);
  }

  private Shapes derived() {
    return DerivedShapes.of(
        references.current().municipalities(), new ShapeRows(jdbi).approximatePoints());
  }
}
