package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.document.HistoryWords;
import fr.toitcommun.ejb.document.SubjectFiles;
import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.scoring.SubjectScores;
import fr.toitcommun.persistence.commission.SubjectCandidacies;
import fr.toitcommun.persistence.journal.JournalReader;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.HandicapPersonForm;
import fr.toitcommun.persistence.registration.HandicapRows;
import fr.toitcommun.persistence.registration.MergedDemands;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.SubjectCandidacy;
import fr.toitcommun.persistence.registration.SubjectFile;
import fr.toitcommun.persistence.registration.SubjectScore;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.persistence.registration.letter.LetterReader;
import fr.toitcommun.persistence.registration.priority.LabelReader;
import fr.toitcommun.persistence.registration.priority.LabelRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/**
 * What a person may ask about their own data (regulation (EU) 2016/679, art. 15 and 16), at any
 * desk that registers.
 */
@Stateless
@Gated
@RolesAllowed(Right.REGISTER)
public class SubjectRequests {
  private static final int LONGEST = 1_000;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private WholeFiles files;
  @Inject private References references;
  @Inject private SubjectFiles documents;

  /**
   * Everything the file holds about a demand and its persons.
   *
   * @throws fr.toitcommun.ejb.journal.NotInScope when there is no such demand for this caller
   */
  public SubjectFile copy(String uniqueNumber) {
    Demand demand = demands.read(uniqueNumber);
    DemandFile file = files.fileWithWholeHistory(demand);
    LocalDate today = demands.today();
    int retention = references.current().value("RETENTION_AFTER_CANCELLATION_MONTHS", today);
    List<Long> family = new MergedDemands(jdbi).family(demand.id());
    List<HandicapPersonForm> complement = new HandicapRows(jdbi).read(demand.id()).getPersons();
    List<Dossier.Document> documents = files.dossier(demand).documents();
    boolean mayReadHealth = agent.profile().rights().contains(Right.HEALTH);
    List<SubjectFile.Withheld> withheld = new ArrayList<>();
    if (!complement.isEmpty() && !mayReadHealth) {
      withheld.add(SubjectFile.Withheld.HANDICAP_COMPLEMENT);
    }
    if (documents.stream().anyMatch(one -> one.kind() == null)) {
      withheld.add(SubjectFile.Withheld.SENSITIVE_DOCUMENTS);
    }
    boolean maySeeSensitive = agent.profile().rights().contains(Right.SENSITIVE);
    List<LabelRow> labels = new LabelReader(jdbi).of(family, today);
    if (!maySeeSensitive && labels.stream().anyMatch(LabelRow::sensitive)) {
      withheld.add(SubjectFile.Withheld.SENSITIVE_LABELS);
    }
    List<SubjectScore> scores = new SubjectScores(jdbi).of(demand.id(), maySeeSensitive);
    if (scores.stream().anyMatch(SubjectScore::withheld)) {
      withheld.add(SubjectFile.Withheld.SENSITIVE_CRITERIA);
    }
    List<SubjectCandidacy> candidacies =
        new SubjectCandidacies(jdbi)
            .of(
                family,
                agent.profile().partnerId(),
                agent.profile().rights().contains(Right.ADMINISTER),
                maySeeSensitive);
    candidacies.stream()
        .flatMap(one -> one.withheld().stream())
        .filter(one -> !withheld.contains(one))
        .distinct()
        .sorted()
        .toList()
        .forEach(withheld::add);
    LabelReader.Reader reader =
        new LabelReader.Reader(
            agent.profile().partnerId(), agent.profile().partnerKind(), maySeeSensitive, false);
    return new SubjectFile(
        today,
        file,
        files.files(family.subList(1, family.size())),
        mayReadHealth || complement.isEmpty() ? complement : null,
        documents,
        new LetterReader(jdbi).ofDemands(family),
        labels.stream().map(label -> label.toldTo(reader)).toList(),
        scores,
        candidacies,
        withheld,
        new JournalReader(jdbi).of(file.uniqueNumber(), clock.getZone()),
        file.cancelledOn() == null ? null : file.cancelledOn().plusMonths(retention));
  }

  /**
   * The same as PDF.
   *
   * @param locale French or English
   * @param history how the history reads in that language
   * @throws fr.toitcommun.ejb.journal.NotInScope when there is no such demand for this caller
   */
  public byte[] printed(String uniqueNumber, Locale locale, HistoryWords history) {
    return documents.print(copy(uniqueNumber), locale, history);
  }

  /**
   * Notes that a person asked for a rectification, and what was answered; what is rectified is a
   * modification of its own.
   *
   * @param answer what was asked and done, in plain text, 1,000 characters at most
   * @throws RefusedInput when it says nothing, too much, or cannot be stored
   */
  @Act
  public void noteRectification(String uniqueNumber, String answer) {
    if (answer == null || answer.isBlank()) {
      throw RefusedInput.at("answer", "REQUIRED");
    }
    if (answer.length() > LONGEST) {
      throw RefusedInput.at("answer", "TOO_LONG", LONGEST);
    }
    if (!PlainText.allows(answer)) {
      throw RefusedInput.at("answer", "ILLEGAL_CHARACTERS");
    }
    Demand demand = demands.lock(uniqueNumber);
    demands.note(demand, DemandEventKind.RECTIFICATION_ASKED, demands.today(), answer.strip());
  }
}
