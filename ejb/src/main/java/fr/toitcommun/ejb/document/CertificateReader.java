package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.document.CertificateFacts.Landlord;
import fr.toitcommun.ejb.document.CertificateFacts.Place;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.LocationForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads what surrounds a demand on its certificate: desk, landlords, préfecture. Four statements.
 */
final class CertificateReader {
  private final Jdbi jdbi;

  CertificateReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  CertificateFacts read(DemandFile file) {
    return jdbi.withHandle(handle -> read(handle, file));
  }

  private record Holding(Place landlord, String municipality) {}

  private static CertificateFacts read(Handle handle, DemandFile file) {
    Set<String> wished = new LinkedHashSet<>();
    for (LocationForm location : file.form().getSought().getLocations()) {
      wished.add(location.getMunicipalityCode());
    }
    List<Holding> holdings = holdings(handle, wished);
    List<String> withoutStock =
        holdings.stream().filter(h -> h.landlord() == null).map(Holding::municipality).toList();
    return new CertificateFacts(
        desk(handle, file),
        landlords(holdings),
        withoutStock,
        withoutStock.isEmpty()
            ? List.of()
            : partners(handle, PartnerKind.LANDLORD, file.departementCode()),
        first(partners(handle, PartnerKind.STATE, file.departementCode())),
        first(partners(handle, PartnerKind.INFORMATION_AGENCY, file.departementCode())),
        handle
            .createQuery("select coalesce(bool_or(demonstration), false) from installation")
            .mapTo(Boolean.class)
            .one());
  }

  /** Each wished municipality with each landlord that has a dwelling there, or with none. */
  private static List<Holding> holdings(Handle handle, Collection<String> wished) {
    return handle
        .createQuery(
            """
            select m.name as municipality, held.name, held.address
            from unnest(:codes) with ordinality wished (code, rank)
            join municipality m on m.code = wished.code
            left join lateral (
              select distinct p.id, p.name, p.address from dwelling w
              join partner p on p.id = w.landlord_id and p.kind = 'LANDLORD'
              where w.municipality_code = m.code) held on true
            order by held.name, held.id, wished.rank
            """)
        .bindArray("codes", String.class, wished)
        .map(
            (row, context) ->
                new Holding(
                    row.getString("name") == null
                        ? null
                        : new Place(row.getString("name"), row.getString("address")),
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
        .map(held -> new Landlord(held.getKey().name(), held.getKey().address(), held.getValue()))
        .toList();
  }

  private static Place desk(Handle handle, DemandFile file) {
    return handle
        .createQuery(
            "select k.name, k.address, m.name as municipality from registration_desk k"
                + " join municipality m on m.code = k.municipality_code where k.code = :code")
        .bind("code", file.deskCode())
        .map((row, context) -> place(row.getString(1), row.getString(2), row.getString(3)))
        .one();
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
        .map((row, context) -> place(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  /** Addresses are typed whole; the municipality is added to those that lack it. */
  private static Place place(String name, String address, String municipality) {
    boolean whole =
        municipality == null
            || address.toLowerCase(Locale.FRENCH).contains(municipality.toLowerCase(Locale.FRENCH));
    return new Place(name, whole ? address : address + ", " + municipality);
  }

  private static Place first(List<Place> places) {
    return places.isEmpty() ? null : places.get(0);
  }
}
