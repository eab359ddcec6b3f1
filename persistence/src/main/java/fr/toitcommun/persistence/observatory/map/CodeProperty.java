package fr.toitcommun.persistence.observatory.map;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where a file of shapes keeps the official codes of municipalities.
 *
 * @param layer the shapes meant
 * @param name name of the property
 */
record CodeProperty(ShapeFile.Layer layer, String name) {
  /** What publishers call it, the surest first. */
  private static final List<String> USUAL =
      List.of("insee_com", "code_insee", "codgeo", "insee", "code_commune", "com", "code", "id");

  /** A leading zero is lost where the code was kept as a number. */
  private static final Pattern SHORT = Pattern.compile("\\d{4}");

  /**
   * The property that holds most known codes; among equals the one with the surest name.
   *
   * @param chosen the only name looked at; null or blank: all that the file has
   * @param known whether a code is one of a municipality, of today or a former one
   */
  static Optional<CodeProperty> find(ShapeFile file, String chosen, Predicate<String> known) {
    CodeProperty best = null;
    long most = 0;
    for (ShapeFile.Layer layer : file.layers()) {
      for (String name : names(layer, chosen)) {
        CodeProperty tried = new CodeProperty(layer, name);
        long held =
            layer.features().stream()
                .map(tried::of)
                .filter(c -> c != null && known.test(c))
                .count();
        if (held > most) {
          best = tried;
          most = held;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static Set<String> names(ShapeFile.Layer layer, String chosen) {
    Set<String> all = new LinkedHashSet<>();
    layer.features().forEach(feature -> all.addAll(feature.properties().keySet()));
    if (chosen != null && !chosen.isBlank()) {
      all.removeIf(name -> !name.equalsIgnoreCase(chosen.strip()));
      return all;
    }
    Set<String> ordered = new LinkedHashSet<>();
    for (String usual : USUAL) {
      all.stream().filter(n -> n.toLowerCase(Locale.ROOT).equals(usual)).forEach(ordered::add);
    }
    ordered.addAll(all);
    return ordered;
  }

  /** The code of a shape; null when it has none. */
  String of(ShapeFile.Feature feature) {
    String code = feature.properties().get(name);
    return code != null && SHORT.matcher(code).matches() ? "0" + code : code;
  }
}
