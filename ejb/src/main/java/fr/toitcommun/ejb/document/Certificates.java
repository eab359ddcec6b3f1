package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.TemplateStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * The certificate an applicant is given at registration and at each renewal, with everything
 * R.441-2-4 asks for, and its three annexes.
 */
@Dependent
public class Certificates {
  private final Jdbi jdbi;
  private final References references;
  private final Clock clock;
  private final Printer printer;
  private final LetterWriter writer;

  /** Over these reads, on this clock's day. */
  @Inject
  public Certificates(
      Jdbi jdbi, References references, Clock clock, Printer printer, LetterWriter writer) {
    this.jdbi = jdbi;
    this.references = references;
    this.clock = clock;
    this.printer = printer;
    this.writer = writer;
  }

  /**
   * The certificate of a demand, of renewal once it was renewed: in French, the language of the
   * law, by the text that the manager put in force; in English the same facts in words of our own.
   *
   * @throws IllegalStateException when it cannot be printed
   */
  public byte[] of(DemandFile file, Locale locale) {
    return Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
        ? inEnglish(file)
        : asLetter(file);
  }

  private byte[] asLetter(DemandFile file) {
    LocalDate today = LocalDate.now(clock);
    LetterKind kind =
        file.lastRenewalDate() == null
            ? LetterKind.REGISTRATION_CERTIFICATE
            : LetterKind.RENEWAL_CERTIFICATE;
    WrittenLetter letter =
        writer
            .to(List.of(file), new TemplateStore(jdbi).inForce(kind, today), today)
            .apply(file, LetterWriter.Particulars.NONE);
    return writer.print(letter.title(), List.of(letter.content()));
  }

  private byte[] inEnglish(DemandFile file) {
    Reference reference = references.current();
    LocalDate today = LocalDate.now(clock);
    Words words = new Words(Locale.ENGLISH, reference);
    Map<String, Object> facts = new HashMap<>();
    facts.put("file", file);
    facts.put("number", UniqueNumber.read(file.uniqueNumber()).readable());
    facts.put("departement", reference.departements().get(file.departementCode()));
    facts.put("address", new PostalAddress(file.form().getContact(), reference, words).lines());
    facts.put("facts", CertificateReader.around(jdbi, List.of(file)).facts(file));
    facts.put("summary", new DemandSummaryTable(file, reference, words).sections());
    facts.put("calendar", RegistrationRules.calendar(reference, today));
    facts.put(
        "delayMonths",
        ChronoUnit.MONTHS.between(file.initialDepositDate(), file.abnormalDelayFrom()));
    facts.put("minimumCandidates", reference.value("MINIMUM_CANDIDATES", today));
    facts.put("replyDays", reference.value("OFFER_REPLY_DAYS", today));
    facts.put("today", today);
    return printer.print("certificate", words, facts);
  }
}
