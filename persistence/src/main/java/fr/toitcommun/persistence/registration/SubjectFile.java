package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.journal.Readings;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.persistence.registration.letter.LetterRow;
import fr.toitcommun.persistence.registration.priority.LabelRow;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that the file holds about a demand and its persons, for the person who asks for it
 * (regulation (EU) 2016/679, art. 15), as far as the agent who makes the copy may read it: what is
 * kept from that agent is named, for another to add.
 *
 * @param on day of the copy
 * @param demand the demand, its form, its whole history and its proposals
 * @param merged the demands that were merged into it
 * @param complement the handicap complement, one part for each person concerned; null when the
 *     agent may not read the one there is
 * @param documents the documents that are there; their content is opened one by one
 * @param letters letters owed and sent, latest first
 * @param labels priorities that were asked for, certified or rejected
 * @param scores what it scores where it wishes to live, and by which criteria
 * @param candidacies dwellings proposed to any of its demands, decisions of commissions about it
 *     and what was said of it, leases
 * @param withheld what there is and this copy does not say
 * @param readings who opened or changed it
 * @param eraseFrom day from which the names will be erased when the demand has left the file; null
 *     while it is active
 */
public record SubjectFile(
    LocalDate on,
    DemandFile demand,
    List<DemandFile> merged,
    List<HandicapPersonForm> complement,
    List<Dossier.Document> documents,
    List<LetterRow> letters,
    List<LabelRow> labels,
    List<SubjectScore> scores,
    List<SubjectCandidacy> candidacies,
    List<Withheld> withheld,
    List<Readings> readings,
    LocalDate eraseFrom)
    implements Nominative {

  /** What there is and a copy does not say: for want of a right of its agent, or to anybody. */
  public enum Withheld {
    /** The handicap complement: right HEALTH. */
    HANDICAP_COMPLEMENT,
    /** What sensitive documents are: right SENSITIVE. */
    SENSITIVE_DOCUMENTS,
    /** Which grounds of health or violence were recognised: right SENSITIVE. */
    SENSITIVE_LABELS,
    /** Which grounds counted in a score, told apart: right SENSITIVE. */
    SENSITIVE_CRITERIA,
    /** What was written of a candidacy: told by its landlord, or by the file's manager. */
    LANDLORD_WORDS,
    /** What a commission does before its session is closed: nothing of it is decided. */
    DELIBERATION,
    /** Who of a commission voted what: told to nobody, see {@link SubjectCandidacy}. */
    MEMBERS_VOTES
  }

  @Override
  public List<String> uniqueNumbers() {
    return Stream.concat(Stream.of(demand), merged.stream()).map(DemandFile::uniqueNumber).toList();
  }
}
