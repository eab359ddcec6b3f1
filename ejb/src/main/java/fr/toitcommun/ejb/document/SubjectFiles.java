package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.SubjectFile;
import fr.toitcommun.persistence.registration.UniqueNumber;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The copy of everything the file holds about a demand, for the person who asks for it. */
@Dependent
public class SubjectFiles {
  private final Jdbi jdbi;
  private final References references;
  private final Clock clock;
  private final Printer printer;

  /** Over these reads, in this clock's zone. */
  @Inject
  public SubjectFiles(Jdbi jdbi, References references, Clock clock, Printer printer) {
    this.jdbi = jdbi;
    this.references = references;
    this.clock = clock;
    this.printer = printer;
  }

  /**
   * The copy, in French or English.
   *
   * @throws IllegalStateException when it cannot be printed
   */
  public byte[] print(SubjectFile copy, Locale locale) {
    Reference reference = references.current();
    Words words = new Words(locale, reference);
    Map<String, Object> facts = new HashMap<>();
    facts.put("copy", copy);
    facts.put("file", copy.demand());
    facts.put("number", UniqueNumber.read(copy.demand().uniqueNumber()).readable());
    facts.put("departement", reference.departements().get(copy.demand().departementCode()));
    facts.put(
        "address", new PostalAddress(copy.demand().form().getContact(), reference, words).lines());
    facts.put("summary", new DemandSummaryTable(copy.demand(), reference, words).sections());
    facts.put(
        "days",
        copy.demand().events().stream()
            .map(event -> LocalDate.ofInstant(event.occurredAt(), clock.getZone()))
            .toList());
    facts.put(
        "demonstration",
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select coalesce(bool_or(demonstration), false) from installation")
                    .mapTo(Boolean.class)
                    .one()));
    return printer.print("subject", words, facts);
  }
}
