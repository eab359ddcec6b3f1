package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.ConveningStore;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.installation.Demonstration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes the letters that convene a commission (R.441-9): day, place, agenda and, where members
 * vote from afar, when and where. They name dwellings and no candidate, so that an e-mail may carry
 * them.
 */
@Dependent
public class ConveningLetters {
  private final Jdbi jdbi;
  private final References references;
  private final Printer printer;

  /** Over these reads. */
  @Inject
  public ConveningLetters(Jdbi jdbi, References references, Printer printer) {
    this.jdbi = jdbi;
    this.references = references;
    this.printer = printer;
  }

  /** The title of the letters and of their file. */
  public String title() {
    return new Words(Locale.FRENCH, references.current()).text("convening.title");
  }

  /**
   * The letter to one member.
   *
   * @param day the day it bears
   * @param voteAddress address of the page of votes from afar
   */
  public ConveningStore.Written write(
      SessionDetail session, AttendeeForm member, LocalDate day, String voteAddress) {
    Words words = new Words(Locale.FRENCH, references.current());
    List<SessionDetail.Item> agenda =
        session.items().stream()
            .filter(item -> member.sitsFor(item.vacancy(), references.current()))
            .toList();
    LocalDateTime opens = session.proceedings().voteOpensAt();
    boolean votes = opens != null && member.getAgentId() != null;
    Map<String, Object> facts = new HashMap<>();
    facts.put("session", session);
    facts.put("member", member);
    facts.put("agenda", agenda);
    facts.put("day", day);
    facts.put("title", words.text("convening.title"));
    facts.put("footer", words.text("convening.footer", session.landlord(), words.date(day)));
    facts.put("voteAddress", votes ? voteAddress : "");
    facts.put("demonstration", Demonstration.isHere(jdbi));
    String to = member.getEmail();
    return new ConveningStore.Written(
        member.getAttendeeId(),
        words.text("convening.title"),
        printer.text("convening", words, facts),
        to,
        to == null
            ? null
            : words.text("convening.emailSubject", words.date(session.heldAt().toLocalDate())),
        to == null ? null : email(words, session, agenda, votes ? voteAddress : null));
  }

  private static String email(
      Words words, SessionDetail session, List<SessionDetail.Item> agenda, String voteAddress) {
    StringBuilder text =
        new StringBuilder(
            words.text(
                "convening.email",
                session.commission(),
                words.moment(session.heldAt()),
                session.place()));
    text.append("\n\n").append(words.text("convening.agenda")).append('\n');
    for (SessionDetail.Item item : agenda) {
      text.append(item.position())
          .append(". ")
          .append(item.vacancy().type())
          .append(", ")
          .append(item.vacancy().address())
          .append(", ")
          .append(item.vacancy().municipality())
          .append('\n');
    }
    if (voteAddress != null) {
      text.append('\n')
          .append(
              words.text(
                  "convening.vote",
                  words.moment(session.proceedings().voteOpensAt()),
                  words.moment(session.proceedings().voteClosesAt()),
                  voteAddress))
          .append('\n');
    }
    return text.append('\n').append(words.text("convening.automatic")).toString();
  }
}
