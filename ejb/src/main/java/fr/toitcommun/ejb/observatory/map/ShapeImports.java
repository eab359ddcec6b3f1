package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.map.CheckedShapes;
import fr.toitcommun.persistence.observatory.map.MapImport;
import fr.toitcommun.persistence.observatory.map.ShapeChecker;
import fr.toitcommun.persistence.observatory.map.ShapeFile;
import fr.toitcommun.persistence.observatory.map.ShapeRows;
import fr.toitcommun.persistence.observatory.map.Shapes;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Jdbi;

/** The shapes that maps are drawn from, which the manager of the file brings in. */
@Stateless
@Gated
@RolesAllowed(Right.ADMINISTER)
public class ShapeImports {
  /** A long file takes some 150 MB while it is checked: no server has room for many of them. */
  private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

  private static final int LONGEST_TEXT = 120;
  private static final int FIRST_YEAR = 1990;
  private static final int LATEST = 5;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private ShapesInUse shapesInUse;
  @Inject private MapGrounds grounds;

  /**
   * Shapes and what there is of them.
   *
   * @param origin the import; null: derived from points
   * @param counts how many of each level
   * @param missing municipalities without shape, by name
   * @param svg a picture of them
   */
  public record State(
      MapImport origin, Map<TerritoryLevel, Integer> counts, List<String> missing, String svg) {
    /** How many shapes of a level there are, by its name. */
    public int countOf(String level) {
      return counts.get(TerritoryLevel.valueOf(level));
    }
  }

  /** What is in use. */
  public State current(Locale language) {
    ShapesInUse.Used used = shapesInUse.current();
    return state(used.shapes(), used.origin().orElse(null), language);
  }

  /**
   * What was checked, or is in use, under an identity.
   *
   * @throws NotInScope when there is no such import, or its shapes are forgotten
   */
  public State open(long id, Locale language) {
    MapImport found =
        new ShapeRows(jdbi)
            .find(id)
            .filter(one -> one.endedAt() == null)
            .orElseThrow(() -> new NotInScope("map import " + id));
    return state(new ShapeRows(jdbi).shapes(id), found, language);
  }

  /** The latest imports that were in use. */
  public List<MapImport> latest() {
    return new ShapeRows(jdbi).latest(LATEST);
  }

  /**
   * Checks a file, GeoJSON or TopoJSON, and keeps it to be looked at. Nothing changes yet.
   *
   * @param source who made the shapes
   * @param year of which year they are
   * @param property where the file keeps the official codes; null: found out
   * @param incomplete whether municipalities may be missing
   * @return the import's identity
   * @throws RefusedInput naming every fault
   */
  @Act
  public long check(
      String fileName,
      InputStream content,
      String source,
      Integer year,
      String property,
      boolean incomplete) {
    LocalDate today = LocalDate.now(clock);
    List<Fault> faults = new ArrayList<>();
    if (source == null || source.isBlank()) {
      faults.add(Fault.at("source", "REQUIRED"));
    } else if (source.length() > LONGEST_TEXT) {
      faults.add(Fault.at("source", "TOO_LONG", LONGEST_TEXT));
    } else if (!PlainText.allows(source)) {
      faults.add(Fault.at("source", "ILLEGAL_CHARACTERS"));
    }
    if (year == null) {
      faults.add(Fault.at("year", "REQUIRED"));
    } else if (year < FIRST_YEAR || year > today.getYear() + 1) {
      faults.add(Fault.at("year", "OUT_OF_RANGE", FIRST_YEAR, today.getYear() + 1));
    }
    RefusedInput.ifAny(faults);
    if (!ONE_AT_A_TIME.tryAcquire()) {
      throw RefusedInput.at("file", "SHAPES_BUSY");
    }
    try {
      return kept(fileName, content, source.strip(), year, property, incomplete, today);
    } finally {
      ONE_AT_A_TIME.release();
    }
  }

  private long kept(
      String fileName,
      InputStream content,
      String source,
      int year,
      String property,
      boolean incomplete,
      LocalDate today) {
    CheckedShapes checked =
        ShapeChecker.check(
            ShapeFile.read(bytes(content)),
            property,
            incomplete,
            references.current().municipalities(),
            references.current().mergers(),
            today);
    return new ShapeRows(jdbi)
        .keep(checked, plain(fileName), source, year, agent.profile().id(), clock.instant());
  }

  private static byte[] bytes(InputStream content) {
    try {
      return content.readNBytes(ShapeFile.LONGEST + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String plain(String fileName) {
    String name = fileName == null || fileName.isBlank() ? "–" : fileName;
    return name.substring(Math.max(0, name.length() - LONGEST_TEXT))
        .replaceAll("\\p{Cc}|[<>]", " ");
  }

  /**
   * From now on maps are drawn from what was checked.
   *
   * @throws NotInScope when there is no such import that is not in use yet
   */
  @Act
  public void apply(long id) {
    if (!new ShapeRows(jdbi).apply(id, clock.instant())) {
      throw new NotInScope("map import " + id);
    }
  }

  /** From now on shapes are derived from the municipalities' points. */
  @Act
  public void derive() {
    new ShapeRows(jdbi).end(clock.instant());
  }

  private State state(Shapes shapes, MapImport origin, Locale language) {
    Map<TerritoryLevel, Integer> counts = new EnumMap<>(TerritoryLevel.class);
    for (TerritoryLevel level : TerritoryLevel.values()) {
      counts.put(level, shapes.of(level).size());
    }
    List<String> missing =
        references.current().municipalities().stream()
            .filter(one -> !shapes.of(TerritoryLevel.MUNICIPALITY).containsKey(one.code()))
            .map(Municipality::name)
            .sorted()
            .toList();
    MapGround ground = grounds.of(shapes, Optional.ofNullable(origin));
    MapWords words = new MapWords(language, "", 0);
    MapContent content =
        new MapContent(
            words,
            MapKind.CIRCLES,
            words.text("shapes"),
            "",
            List.of(),
            "",
            "",
            ground,
            List.of(MapPanels.empty()),
            null,
            false);
    return new State(origin, counts, missing, new MapPicture(content).map(0));
  }
}
