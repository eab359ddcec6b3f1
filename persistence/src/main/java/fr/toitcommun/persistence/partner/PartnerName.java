package fr.toitcommun.persistence.partner;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** A partner, to choose it by name. */
public record PartnerName(long id, String name) {
  /** All partners by name. */
  public static List<PartnerName> all(Jdbi jdbi) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id, name from partner order by name, id")
                .map(ConstructorMapper.of(PartnerName.class))
                .list());
  }
}
