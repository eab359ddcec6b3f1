package fr.toitcommun.persistence.registration.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The kinds of supporting document of one day, in the order of the form. */
public final class DocumentKinds {
  private final List<DocumentKind> kinds;

  private DocumentKinds(List<DocumentKind> kinds) {
    this.kinds = kinds;
  }

  /** Reads those in use on that day. */
  public static DocumentKinds on(LocalDate day, Jdbi jdbi) {
    return new DocumentKinds(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from document_kind where valid_from <= :day"
                            + " and (valid_to is null or valid_to >= :day) order by rank")
                    .bind("day", day)
                    .map((row, context) -> kind(row))
                    .list()));
  }

  private static DocumentKind kind(ResultSet row) throws SQLException {
    return new DocumentKind(
        row.getString("code"),
        row.getString("section"),
        row.getInt("rank"),
        OfWhom.valueOf(row.getString("of_whom")),
        AskedWhen.valueOf(row.getString("asked_when")),
        List.of((String[]) row.getArray("asked_codes").getArray()),
        row.getBoolean("to_register"),
        row.getString("sensitive"),
        Validity.valueOf(row.getString("validity")),
        row.getObject("validity_months", Integer.class),
        row.getString("article"),
        row.getBoolean("assumed"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }

  /** All of them. */
  public List<DocumentKind> all() {
    return kinds;
  }

  /** The kind of this code. */
  public Optional<DocumentKind> find(String code) {
    return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
  }
}
