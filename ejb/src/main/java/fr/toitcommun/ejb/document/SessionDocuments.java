package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.SessionDetail;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
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
  public byte[] dossier(SessionDetail detail, Locale locale) {
    return print("dossier", detail, locale);
  }

  /**
   * The minutes: who sat with which voice, the quorum, each dwelling with each decision and its
   * grounds, and where the president signs.
   *
   * @throws IllegalStateException when it cannot be printed
   */
  public byte[] minutes(SessionDetail detail, Locale locale) {
    return print("minutes", detail, locale);
  }

  private byte[] print(String template, SessionDetail detail, Locale locale) {
    Words words = new Words(locale, references.current());
    Map<String, Object> facts = new HashMap<>();
    facts.put("session", detail);
    facts.put("voices", voices(detail));
    facts.put("decisions", decisions(detail, words));
    facts.put("candidates", detail.items().stream().mapToInt(i -> i.candidates().size()).sum());
    facts.put("today", LocalDate.now(clock));
    facts.put(
        "demonstration",
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select coalesce(bool_or(demonstration), false) from installation")
                    .mapTo(Boolean.class)
                    .one()));
    return printer.print(template, words, facts);
  }

  private static long voices(SessionDetail detail) {
    return detail.attendees().stream()
        .filter(person -> "DELIBERATIVE".equals(person.getVoice()))
        .map(AttendeeForm::getAttendance)
        .filter(attendance -> "PRESENT".equals(attendance) || "REPRESENTED".equals(attendance))
        .count();
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
