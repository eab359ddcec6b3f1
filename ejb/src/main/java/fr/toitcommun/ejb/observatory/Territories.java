package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.Municipality;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The territories that figures may be asked of: départements of a scope, and what lies in them.
 *
 * @param departements by code
 * @param epcis by name
 * @param municipalities of the EPCI asked for, by name; empty when none was
 */
public record Territories(
    List<Heading> departements, List<Heading> epcis, List<Heading> municipalities) {

  static Territories of(Reference reference, List<String> scope, String epci) {
    Comparator<Heading> byName =
        Comparator.comparing(Heading::label, Collator.getInstance(Locale.FRENCH));
    List<Municipality> within =
        reference.municipalities().stream()
            .filter(one -> scope.contains(one.departementCode()))
            .toList();
    return new Territories(
        reference.departements().entrySet().stream()
            .filter(one -> scope.contains(one.getKey()))
            .map(one -> new Heading(one.getKey(), one.getValue()))
            .toList(),
        within.stream()
            .filter(one -> one.epciSiren() != null)
            .map(one -> new Heading(one.epciSiren(), one.epciName()))
            .distinct()
            .sorted(byName)
            .toList(),
        within.stream()
            .filter(one -> epci != null && Objects.equals(one.epciSiren(), epci))
            .map(one -> new Heading(one.code(), one.name()))
            .sorted(byName)
            .toList());
  }
}
