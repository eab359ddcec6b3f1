package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Which anonymous rows of the monthly files a partner may have: the same as of demands (R.441-2-6),
 * by what the files tell. They do not tell who works for an employer that contributes, so that
 * Action Logement has of them what its own desks registered.
 */
final class RowScope {
  private RowScope() {}

  /**
   * The condition on a row {@code o} of a file, as SQL of plain words.
   *
   * @param mergers what the municipalities of today were called when the files were written
   */
  static String onFiles(Scope scope, MunicipalityMergers mergers, LocalDate today) {
    if (!scope.registering()) {
      return "false";
    }
    String own = "o.partner = '" + scope.partnerId() + "'";
    return switch (scope.kind()) {
      case FILE_MANAGER -> "true";
      case LANDLORD, STATE, DEPARTMENT ->
          "(" + own + " or o.departement in (" + words(scope.departements()) + "))";
      case LOCAL_AUTHORITY ->
          "("
              + own
              + " or list_has_any(o.places, ["
              + words(mergers.withFormer(scope.municipalities(), today))
              + "]))";
      case ACTION_LOGEMENT -> own;
      case INFORMATION_AGENCY -> "false";
    };
  }

  /** None is a word that no row has. */
  private static String words(Collection<String> codes) {
    return codes.isEmpty()
        ? "''"
        : codes.stream()
            .map(code -> "'" + code.replace("'", "''") + "'")
            .collect(Collectors.joining(","));
  }
}
