package fr.toitcommun.persistence.allocation;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Where somebody may be housed who accepts other places than those wished: in the EPCI of a wish,
 * or within {@code OTHER_PLACES_KM} of one as the crow flies, in the département of the demand.
 * {@link FitFinder} reads the same rule from the demand; a test holds both to each other.
 */
public final class OtherPlaces {
  private static final String AROUND =
      """
      select distinct m.code from municipality o
      join municipality m on m.departement_code = o.departement_code
        and (m.epci_siren = o.epci_siren
          or round(kilometres(o.latitude, o.longitude, m.latitude, m.longitude))::int <= :km)
      where o.code = any(:municipalities) order by m.code
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public OtherPlaces(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The municipalities from which who accepts other places may come to one of these, these among
   * them.
   *
   * @param km how far from a wish
   */
  public List<String> around(Collection<String> municipalities, int km) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(AROUND)
                .bindArray("municipalities", String.class, municipalities.toArray())
                .bind("km", km)
                .mapTo(String.class)
                .list());
  }
}
