package fr.toitcommun.persistence.observatory.map;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Finds out whether a file of shapes can be used as it is: wholly, or not at all. */
public final class ShapeChecker {
  /** Faults told one by one; the others are counted. */
  static final int MOST_TOLD = 20;

  private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

  /** A shape farther from its municipality's point than this (metres) is another's, or turned. */
  private static final double FAR = 40_000;

  /** An outline mended may change its area by this share at most. */
  private static final double MENDED = 0.02;

  /** Details smaller than this (metres) are left out of outlines. */
  private static final double DETAIL = 60;

  private final Map<String, Municipality> municipalities;
  private final Set<String> departements;
  private final MunicipalityMergers mergers;
  private final LocalDate today;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, List<Geometry>> byCode = new TreeMap<>();
  private int repaired;
  private int brought;
  private int ignored;

  private ShapeChecker(
      Collection<Municipality> municipalities, MunicipalityMergers mergers, LocalDate today) {
    this.municipalities =
        municipalities.stream().collect(Collectors.toMap(Municipality::code, Function.identity()));
    this.departements =
        municipalities.stream().map(Municipality::departementCode).collect(Collectors.toSet());
    this.mergers = mergers;
    this.today = today;
  }

  /**
   * Checks a file against the municipalities of today.
   *
   * @param property where the file keeps the codes; null: found out
   * @param incomplete whether municipalities may be missing
   * @throws RefusedInput at {@code file} or {@code property}, with what is wrong: no property with
   *     codes, unknown codes, shapes twice, missing, without area, not in degrees, crossing
   *     themselves, or far from where the municipality lies
   */
  public static CheckedShapes check(
      ShapeFile file,
      String property,
      boolean incomplete,
      Collection<Municipality> municipalities,
      MunicipalityMergers mergers,
      LocalDate today) {
    return new ShapeChecker(municipalities, mergers, today).check(file, property, incomplete);
  }

  private CheckedShapes check(ShapeFile file, String property, boolean incomplete) {
    CodeProperty code =
        CodeProperty.find(file, property, c -> municipalities.containsKey(current(c)))
            .orElseThrow(
                () ->
                    property == null || property.isBlank()
                        ? RefusedInput.at("file", "SHAPES_NO_CODE")
                        : RefusedInput.at("property", "SHAPES_NO_CODE_THERE", property));
    Set<String> seen = new HashSet<>();
    List<ShapeFile.Feature> features = code.layer().features();
    for (int i = 0; i < features.size(); i++) {
      add(code.of(features.get(i)), i + 1, features.get(i).shape(), seen);
    }
    List<String> missing =
        municipalities.keySet().stream().filter(c -> !byCode.containsKey(c)).sorted().toList();
    if (!incomplete) {
      missing.forEach(c -> fault("SHAPES_MISSING", c, municipalities.get(c).name()));
    }
    refuseFaults();
    return new CheckedShapes(
        code.name(),
        Shapes.ofMunicipalities(simplified(), municipalities.values()),
        missing,
        repaired,
        brought,
        ignored);
  }

  private void add(String code, int number, Geometry shape, Set<String> seen) {
    if (code == null || code.isEmpty()) {
      fault("SHAPES_WITHOUT_CODE", number);
      return;
    }
    String current = current(code);
    Municipality municipality = municipalities.get(current);
    if (municipality == null) {
      if (departements.stream().anyMatch(code::startsWith)) {
        fault("SHAPES_UNKNOWN", code);
      } else {
        ignored++;
      }
    } else if (!seen.add(code)) {
      fault("SHAPES_TWICE", code);
    } else if (shape == null || shape.isEmpty()) {
      fault("SHAPES_NO_AREA", code, municipality.name());
    } else if (!EARTH.contains(shape.getEnvelopeInternal())) {
      fault("SHAPES_NO_DEGREES", code, municipality.name());
    } else {
      place(current, municipality, shape);
      brought += current.equals(code) ? 0 : 1;
    }
  }

  private void place(String code, Municipality municipality, Geometry degrees) {
    Geometry shape = Lambert93.project(degrees);
    IsValidOp validity = new IsValidOp(shape);
    if (!validity.isValid()) {
      Geometry mended = GeometryFixer.fix(shape);
      if (mended.isEmpty()
          || Math.abs(mended.getArea() - shape.getArea()) > MENDED * shape.getArea()) {
        fault("SHAPES_CROSSED", code, municipality.name());
        return;
      }
      shape = mended;
      repaired++;
    }
    double distance =
        shape.distance(
            new GeometryFactory()
                .createPoint(Lambert93.project(municipality.longitude(), municipality.latitude())));
    if (!(distance <= FAR)) {
      fault("SHAPES_FAR", code, municipality.name());
      return;
    }
    byCode.computeIfAbsent(code, any -> new ArrayList<>()).add(shape);
  }

  /** Outlines with fewer points; neighbours keep the border they share. */
  private Map<String, Geometry> simplified() {
    Geometry[] whole =
        byCode.values().stream()
            .map(parts -> parts.size() == 1 ? parts.get(0) : Shapes.union(parts))
            .toArray(Geometry[]::new);
    Geometry[] simpler = CoverageSimplifier.simplify(whole, DETAIL);
    Map<String, Geometry> shapes = new TreeMap<>();
    int i = 0;
    for (String code : byCode.keySet()) {
      shapes.put(code, simpler[i].isEmpty() ? whole[i] : simpler[i]);
      i++;
    }
    return shapes;
  }

  private String current(String code) {
    return mergers.codeOn(code, today);
  }

  private void fault(String code, Object... arguments) {
    faults.add(Fault.at("file", code, arguments));
  }

  private void refuseFaults() {
    if (faults.size() > MOST_TOLD) {
      int more = faults.size() - MOST_TOLD;
      faults.subList(MOST_TOLD, faults.size()).clear();
      fault("SHAPES_MORE", more);
    }
    RefusedInput.ifAny(faults);
  }
}
