package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.OfferRow;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.letter.DueLetters;
import fr.toitcommun.persistence.registration.letter.LetterTemplate;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes letters to applicants, in French, from the text the manager put in force, and prints them.
 */
@Dependent
public class LetterWriter {
  private static final String SUMMARY_BEGINS = "<!--summary-->";
  private static final String SUMMARY_ENDS = "<!--/summary-->";

  private final Jdbi jdbi;
  private final References references;
  private final Printer printer;

  /** Over these reads. */
  @Inject
  public LetterWriter(Jdbi jdbi, References references, Printer printer) {
    this.jdbi = jdbi;
    this.references = references;
    this.printer = printer;
  }

  /**
   * What is said in one letter alone.
   *
   * @param subReason why a demand was rejected as inadmissible, code of CANCELLATION_SUB_REASON;
   *     null: not that kind of letter
   * @param words the commission's; null: none
   * @param sender who writes; null: the desk that registered the demand
   * @param outcome what a commission decided; null: not that kind of letter
   * @param offer the dwelling offered; null: not that kind of letter
   */
  public record Particulars(
      String subReason,
      String words,
      CertificateFacts.Place sender,
      DueLetters.Outcome outcome,
      OfferRow offer) {
    /** Of letters that have none. */
    public static final Particulars NONE = new Particulars(null, null, null);

    /** Of letters that tell no commission's decision and offer nothing. */
    public Particulars(String subReason, String words, CertificateFacts.Place sender) {
      this(subReason, words, sender, null, null);
    }
  }

  /**
   * Reads what surrounds these demands, a few statements however many they are.
   *
   * @param day the day the letters bear
   * @return what writes the letter to each of them
   */
  public BiFunction<DemandFile, Particulars, WrittenLetter> to(
      Collection<DemandFile> files, LetterTemplate template, LocalDate day) {
    Reference reference = references.current();
    Words words = new Words(Locale.FRENCH, reference);
    CertificateReader surroundings = CertificateReader.around(jdbi, files);
    return (file, particulars) ->
        new LetterValues(
                file,
                particulars.sender() == null
                    ? surroundings.facts(file)
                    : surroundings.facts(file).sentBy(particulars.sender()),
                particulars,
                day,
                reference,
                words,
                printer)
            .write(template);
  }

  /**
   * Prints letters together, each beginning on a leaf of its own, for both sides of the paper.
   *
   * @param contents letters as {@link WrittenLetter} has them
   * @throws IllegalStateException when they cannot be printed
   */
  public byte[] print(String title, List<String> contents) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("title", title);
    facts.put("letters", contents);
    return printer.printLeaves("letters", words(), facts);
  }

  /** A title of a document of letters, with its values. */
  public String title(String key, Object... values) {
    return words().text("letter." + key, values);
  }

  private Words words() {
    return new Words(Locale.FRENCH, references.current());
  }

  /**
   * A letter without the summary of the demand, in which persons and their income stand: what an
   * e-mail, which nothing seals, may bring as a file.
   */
  public static String withoutSummary(String content) {
    int begin = content.indexOf(SUMMARY_BEGINS);
    int end = content.indexOf(SUMMARY_ENDS);
    return begin < 0 || end < begin
        ? content
        : content.substring(0, begin)
            + "<p>Le récapitulatif vous est remis sur demande dans tout guichet enregistreur.</p>"
            + content.substring(end + SUMMARY_ENDS.length());
  }
}
