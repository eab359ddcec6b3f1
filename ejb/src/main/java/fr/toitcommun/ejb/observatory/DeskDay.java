package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.registration.dossier.ToCheckPage;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSetPage;
import fr.toitcommun.persistence.registration.letter.OwedCertificates;
import fr.toitcommun.persistence.registration.work.WorkPage;
import java.util.List;
import java.util.stream.Stream;

/**
 * What awaits a desk, each list cut to its first rows with its total.
 *
 * @param toComplete demands that lack something the form asks for
 * @param documents documents to check
 * @param renewals demands whose validity ends soon or has ended
 * @param duplicates sets of demands that may be one person's
 * @param certificates certificates that nobody handed out yet
 */
public record DeskDay(
    WorkPage toComplete,
    ToCheckPage documents,
    WorkPage renewals,
    DuplicateSetPage duplicates,
    OwedCertificates certificates)
    implements Nominative {

  @Override
  public List<String> uniqueNumbers() {
    return Stream.<Nominative>of(toComplete, documents, renewals, duplicates, certificates)
        .flatMap(list -> list.uniqueNumbers().stream())
        .distinct()
        .toList();
  }
}
