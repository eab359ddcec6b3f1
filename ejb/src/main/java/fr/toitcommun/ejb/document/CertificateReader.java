package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.document.CertificateFacts.Landlord;
import fr.toitcommun.ejb.document.CertificateFacts.Place;
import fr.toitcommun.persistence.installation.Demonstration;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.LocationForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What surrounds demands on their certificates and letters: desks, landlords, préfecture. A few
 * statements, however many the demands.
 */
final class CertificateReader {
  private final Map<String, Place> desks;
  private final Map<String, List<Holding>> holdings;
  private final Map<String, Departement> departements = new HashMap<>();
  private final boolean demonstration;

  private record Holding(Place landlord, String municipalityCode, String municipality) {}

  private record Departement(List<Place> landlords, Place state, Place informationAgency) {}

  private CertificateReader(Handle handle, Collection<DemandFile> files) {
    Set<String> wished = new LinkedHashSet<>();
    files.forEach(file -> wished.addAll(wished(file)));
    desks = desks(handle, files.stream().map(DemandFile::deskCode).distinct().toList());
    holdings =
        holdings(handle, wished).stream().collect(Collectors.groupingBy(Holding::municipalityCode));
    files.stream()
        .map(DemandFile::departementCode)
        .distinct()
        .forEach(code -> departements.put(code, departement(handle, code)));
    demonstration = Demonstration.isHere(handle);
  }

  /** Reads what surrounds these demands. */
  static CertificateReader around(Jdbi jdbi, Collection<DemandFile> files) {
    return jdbi.withHandle(handle -> new CertificateReader(handle, files));
  }

  /** What surrounds one of them. */
  CertificateFacts facts(DemandFile file) {
    List<Holding> there =
        wished(file).stream()
            .flatMap(code -> holdings.getOrDefault(code, List.of()).stream())
            .toList();
    List<String> withoutStock =
        there.stream().filter(h -> h.landlord() == null).map(Holding::municipality).toList();
    Departement departement = departements.get(file.departementCode());
    return new CertificateFacts(
        desks.get(file.deskCode()),
        landlords(there),
        withoutStock,
        withoutStock.isEmpty() ? List.of() : departement.landlords(),
        departement.state(),
        departement.informationAgency(),
        demonstration);
  }

  private static Set<String> wished(DemandFile file) {
    Set<String> wished = new LinkedHashSet<>();
    for (LocationForm location : file.form().getSought().getLocations()) {
      wished.add(location.getMunicipalityCode());
    }
    return wished;
  }

  private static Departement departement(Handle handle, String code) {
    return new Departement(
        partners(handle, PartnerKind.LANDLORD, code),
        first(partners(handle, PartnerKind.STATE, code)),
        first(partners(handle, PartnerKind.INFORMATION_AGENCY, code)));
  }

  /** Each wished municipality with each landlord that has a dwelling there, or with none. */
  private static List<Holding> holdings(Handle handle, Collection<String> wished) {
    return handle
        .createQuery(
            """
            select m.code, m.name as municipality, held.name, held.address
            from unnest(:codes) wished (code)
            join municipality m on m.code = wished.code
            left join lateral (
              select distinct p.id, p.name, p.address from dwelling w
              join partner p on p.id = w.landlord_id and p.kind = 'LANDLORD'
              where w.municipality_code = m.code) held on true
            order by held.name, held.id
            """)
        .bindArray("codes", String.class, wished)
        .map(
            (row, context) ->
                new Holding(
                    row.getString("name") == null
                        ? null
                        : new Place(row.getString("name"), row.getString("address")),
                    row.getString("code"),
                    row.getString("municipality")))
        .list();
  }

  private static List<Landlord> landlords(List<Holding> holdings) {
    Map<Place, List<String>> municipalities = new LinkedHashMap<>();
    for (Holding holding : holdings) {
      if (holding.landlord() != null) {
        municipalities
            .computeIfAbsent(holding.landlord(), place -> new ArrayList<>())
            .add(holding.municipality());
      }
    }
    return municipalities.entrySet().stream()
        .sorted(Comparator.comparing(held -> held.getKey().name()))
        .map(held -> new Landlord(held.getKey().name(), held.getKey().address(), held.getValue()))
        .toList();
  }

  private static Map<String, Place> desks(Handle handle, Collection<String> codes) {
    return handle
        .createQuery(
            "select k.code, k.name, k.address, m.name as municipality from registration_desk k join"
                + " municipality m on m.code = k.municipality_code where k.code = any(:codes)")
        .bindArray("codes", String.class, codes)
        .reduceRows(
            new HashMap<>(),
            (found, row) -> {
              found.put(
                  row.getColumn("code", String.class),
                  Place.of(
                      row.getColumn("name", String.class),
                      row.getColumn("address", String.class),
                      row.getColumn("municipality", String.class)));
              return found;
            });
  }

  private static List<Place> partners(Handle handle, PartnerKind kind, String departement) {
    return handle
        .createQuery(
            """
            select p.name, p.address, m.name as municipality
            from partner p
            join partner_territory t on t.partner_id = p.id and t.level = 'DEPARTEMENT' and t.code = :code
            left join municipality m on m.code = p.municipality_code
            where p.kind = :kind order by p.name, p.id
            """)
        .bind("code", departement)
        .bind("kind", kind.name())
        .map((row, context) -> Place.of(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private static Place first(List<Place> places) {
    return places.isEmpty() ? null : places.get(0);
  }
}
