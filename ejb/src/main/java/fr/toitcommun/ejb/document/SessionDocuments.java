package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionDossier;
import fr.toitcommun.persistence.installation.Demonstration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** What a commission reads before a session and signs after it (L.441-2, R.441-3, R.441-9). */
@Dependent
public class SessionDocuments {
  private final Jdbi jdbi;
  private final References references;
  private final Clock clock;
  private final Printer printer;

  /** Over these reads, on this clock's day. */
  @Inject
  public SessionDocuments(Jdbi jdbi, References references, Clock clock, Printer printer) {
    this.jdbi = jdbi;
    this.references = references;
    this.clock = clock;
    this.printer = printer;
  }

  /**
   * The dossier: agenda and those convened, then for each dwelling its page, with the candidates
   * side by side, and a sheet for each candidate.
   *
   * @throws IllegalStateException when it cannot be printed
   */
  public byte[] dossier(SessionDossier dossier, Locale locale) {
    return print("dossier", dossier.session(), locale, Map.of("dossier", dossier));
  }

  /**
   * Who signed minutes or an annex.
   *
   * @param president whether it is the president; else they presided without them
   * @param recordedBy the agent who recorded it
   */
  public record Signature(String signer, boolean president, String recordedBy, Instant at) {}

  /**
   * What the minutes tell, not yet signed: who sat with which voice, the quorum, each dwelling with
   * each candidate, decision and its grounds, and where the president signs.
   *
   * @return XHTML, to be kept and printed by {@link #minutes} and {@link #signedMinutes}
   * @throws IllegalStateException when it cannot be written
   */
  public String minutesText(SessionDossier dossier, Locale locale) {
    Words words = new Words(locale, references.current());
    return printer.text(
        "minutes", words, facts(dossier.session(), words, Map.of("dossier", dossier)));
  }

  /**
   * The draft of the minutes.
   *
   * @param text as kept
   * @throws IllegalStateException when it cannot be printed
   */
  public byte[] minutes(String text) {
    return printer.print(text);
  }

  /**
   * The minutes as they are signed, in French.
   *
   * @param text as kept, in French
   * @throws IllegalStateException when they cannot be printed
   */
  public byte[] signedMinutes(String text, Signature signature) {
    Words words = new Words(Locale.FRENCH, references.current());
    return printer.print(
        replaced(
            replaced(text, "draft", ""),
            "signature",
            printer.text("signed", words, signed(signature))));
  }

  /** A part of the minutes, between the comments that bear its name, by another. */
  private static String replaced(String text, String part, String by) {
    String begins = "<!--" + part + "-->";
    String ends = "<!--/" + part + "-->";
    return text.substring(0, text.indexOf(begins)) + by + text.substring(text.indexOf(ends));
  }

  /**
   * An annex that rectifies signed minutes, in French.
   *
   * @throws IllegalStateException when it cannot be printed
   */
  public byte[] annex(SessionDetail detail, String subject, String text, Signature signature) {
    Map<String, Object> facts = new HashMap<>(signed(signature));
    facts.put("subject", subject);
    facts.put("lines", text.lines().filter(line -> !line.isBlank()).toList());
    facts.put("minutes", detail.proceedings().minutes().get(0));
    facts.put("minutesSigned", local(detail.proceedings().minutes().get(0).signedAt()));
    return print("annex", detail, Locale.FRENCH, facts);
  }

  private Map<String, Object> signed(Signature signature) {
    return Map.of("signature", signature, "signedAt", local(signature.at()));
  }

  private LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, clock.getZone());
  }

  private byte[] print(String template, SessionDetail detail, Locale locale, Map<String, ?> more) {
    Words words = new Words(locale, references.current());
    return printer.print(template, words, facts(detail, words, more));
  }

  private Map<String, Object> facts(SessionDetail detail, Words words, Map<String, ?> more) {
    Map<String, Object> facts = new HashMap<>(more);
    facts.put("session", detail);
    facts.put("voices", detail.fewestVoices());
    facts.put("decisions", decisions(detail, words));
    facts.put("candidates", detail.items().stream().mapToInt(i -> i.candidates().size()).sum());
    facts.put("today", LocalDate.now(clock));
    facts.put("demonstration", Demonstration.isHere(jdbi));
    return facts;
  }

  /** How many of each decision were taken, in the order of the law. */
  private static List<FactSection.Fact> decisions(SessionDetail detail, Words words) {
    Map<Decision, Integer> counts = new EnumMap<>(Decision.class);
    detail.items().stream()
        .flatMap(item -> item.candidates().stream())
        .map(SessionDetail.Candidate::decision)
        .filter(Objects::nonNull)
        .forEach(decision -> counts.merge(decision, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(
            count ->
                new FactSection.Fact(
                    words.name("decision", count.getKey()), count.getValue().toString()))
        .toList();
  }
}
