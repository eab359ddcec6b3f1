package fr.toitcommun.ejb.registration.letter;

import fr.toitcommun.ejb.document.LetterWriter;
import fr.toitcommun.ejb.document.WrittenLetter;
import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.ejb.registration.WholeFiles;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterTemplate;
import fr.toitcommun.persistence.registration.letter.TemplateCheck;
import fr.toitcommun.persistence.registration.letter.TemplateForm;
import fr.toitcommun.persistence.registration.letter.TemplateStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The texts of letters, which the file's manager writes (R.441-2-5). */
@Stateless
@Gated
@RolesAllowed(Right.ADMINISTER)
public class LetterTemplates {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private WholeFiles files;
  @Inject private LetterWriter writer;

  /** The text of each kind that serves today. */
  public List<LetterTemplate> inForce() {
    return new TemplateStore(jdbi).inForce(demands.today());
  }

  /** The versions of a kind, latest first. */
  public List<LetterTemplate> versions(LetterKind kind) {
    return new TemplateStore(jdbi).versions(kind, demands.today());
  }

  /**
   * One version.
   *
   * @throws NotInScope when there is none of that number
   */
  public LetterTemplate version(LetterKind kind, int version) {
    return new TemplateStore(jdbi)
        .version(kind, version, demands.today())
        .orElseThrow(() -> new NotInScope(kind + " " + version));
  }

  /**
   * Keeps a text as a new version, which does not serve yet.
   *
   * @return its number
   * @throws RefusedInput when it is broken, or lacks what the law asks for
   */
  @Act
  public int save(LetterKind kind, TemplateForm form) {
    RefusedInput.ifAny(TemplateCheck.faults(kind, form));
    if (kind.onPaperOnly()) {
      form.setEmailSubject(null);
      form.setEmailText(null);
    }
    return jdbi.withHandle(
        handle -> TemplateStore.add(handle, kind, form, agent.profile().id(), clock.instant()));
  }

  /**
   * Puts a version in force from a day on.
   *
   * @param from null: today
   * @throws RefusedInput when the day has passed, or the version has a day already
   * @throws NotInScope when there is none of that number
   */
  @Act
  public void putInForce(LetterKind kind, int version, LocalDate from) {
    LetterTemplate template = version(kind, version);
    LocalDate day = from == null ? demands.today() : from;
    if (day.isBefore(demands.today())) {
      throw RefusedInput.at("from", "TEMPLATE_IN_THE_PAST");
    }
    boolean done =
        jdbi.withHandle(
            handle ->
                TemplateStore.putInForce(
                    handle, kind, template.version(), day, agent.profile().id(), clock.instant()));
    if (!done) {
      throw RefusedInput.at("from", "TEMPLATE_ALREADY_IN_FORCE");
    }
  }

  /**
   * A version tried on a real demand, as PDF; nothing of it is kept.
   *
   * @throws NotInScope when there is no such version or demand
   */
  public byte[] preview(LetterKind kind, int version, String uniqueNumber) {
    LetterTemplate template = version(kind, version);
    DemandFile file = files.file(demands.read(uniqueNumber));
    WrittenLetter letter =
        writer
            .to(List.of(file), template, demands.today())
            .apply(file, LetterWriter.Particulars.NONE);
    return writer.print(writer.title("preview", letter.title()), List.of(letter.content()));
  }
}
