package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotAllowed;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractPage;
import fr.toitcommun.persistence.observatory.extract.ExtractRow;
import fr.toitcommun.persistence.observatory.extract.ExtractRows;
import fr.toitcommun.persistence.observatory.extract.ExtractState;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import fr.toitcommun.persistence.partner.AgentProfile;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Extracts for office tools: an agent asks for one, it is prepared while they do something else,
 * and they fetch it within two days. What is taken out is journalled. No extract names anybody.
 */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class Extracts {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private ExtractSources sources;
  @Inject private Event<ExtractAsked> asked;

  /**
   * Asks for one; it is begun at once, or when those before it are done.
   *
   * @return its identity
   * @throws NotAllowed when it is of rows that the caller may not take out
   * @throws RefusedInput naming what is wrong with it, or when the caller has as many as may be
   */
  @Act
  public long ask(NewExtract wanted) {
    AgentProfile me = agent.profile();
    sources.check(wanted, me.scope());
    require(wanted, me);
    LocalDate today = LocalDate.now(clock);
    ExtractRows.Load load = new ExtractRows(jdbi).load(me.id(), clock.instant());
    int atOnce = references.current().value("EXTRACTS_AT_ONCE", today);
    if (load.underWay() >= atOnce) {
      throw RefusedInput.because("EXTRACTS_UNDER_WAY", atOnce);
    }
    int kept = references.current().value("EXTRACTS_KEPT_EACH", today);
    if (load.kept() >= kept) {
      throw RefusedInput.because("EXTRACTS_KEPT", kept);
    }
    Duration hours = Duration.ofHours(references.current().value("EXTRACT_KEPT_HOURS", today));
    long id =
        jdbi.withHandle(
            handle ->
                ExtractRows.ask(
                    handle,
                    wanted,
                    me.id(),
                    me.partnerId(),
                    null,
                    clock.instant(),
                    clock.instant().plus(hours)));
    agent.about(told(id, wanted.content(), wanted.format()));
    asked.fire(new ExtractAsked(id));
    return id;
  }

  private static void require(NewExtract wanted, AgentProfile me) {
    if (!ExtractRights.allow(wanted.content(), me.rights(), me.scope())) {
      throw new NotAllowed("extract " + wanted.content().kind());
    }
  }

  private static String told(long id, ExtractContent content, ExtractFormat format) {
    return "extract " + id + " " + format + " " + content.told();
  }

  /**
   * What may be asked for.
   *
   * @param language of its labels
   */
  public ExtractChoices choices(Locale language) {
    AgentProfile me = agent.profile();
    return sources.choices(language, ExtractRights.rows(me.rights(), me.scope()), me.scope());
  }

  /**
   * What the caller has asked for, the latest first.
   *
   * @param limit at most {@value PageBounds#MOST_ROWS}
   */
  public ExtractPage mine(int offset, int limit) {
    return new ExtractRows(jdbi)
        .ofAgent(
            agent.profile().id(),
            clock.instant(),
            PageBounds.offset(offset),
            PageBounds.rows(limit));
  }

  /**
   * What lies in the folder of the caller's partner, the latest first.
   *
   * @param limit at most {@value PageBounds#MOST_ROWS}
   */
  public ExtractPage delivered(int offset, int limit) {
    return new ExtractRows(jdbi)
        .ofPartner(
            agent.profile().partnerId(),
            clock.instant(),
            PageBounds.offset(offset),
            PageBounds.rows(limit));
  }

  /**
   * One, as it stands.
   *
   * @throws NotInScope when it is neither the caller's own nor in their partner's folder, or its
   *     time is over
   */
  public ExtractRow open(long id) {
    AgentProfile me = agent.profile();
    return new ExtractRows(jdbi)
        .find(id, clock.instant())
        .filter(one -> one.partnerId() == me.partnerId())
        .filter(one -> one.delivered() || one.agentId() == me.id())
        .orElseThrow(() -> new NotInScope("extract " + id));
  }

  /**
   * Takes the file out.
   *
   * @throws NotInScope when there is none for the caller
   * @throws NotAllowed when it holds rows that the caller may not take out
   * @throws RefusedInput when it is not ready
   */
  @Act
  public OpenedExtract take(long id) {
    ExtractRow row = readable(id);
    agent.about(
        told(id, row.content(), row.format())
            + (row.content().reports() == null ? " rows " : " reports ")
            + row.rowsTotal());
    return new OpenedExtract(
        UUID.fromString(row.storageKey()), row.fileName(), row.format().mediaType(), row.size());
  }

  /**
   * What its columns mean, as CSV; in its first lines what it is.
   *
   * @throws NotInScope when there is none for the caller
   * @throws NotAllowed when it holds rows that the caller may not take out
   * @throws RefusedInput when it is not ready
   */
  public String dictionary(long id) {
    readable(id);
    return new ExtractRows(jdbi).dictionary(id).orElseThrow(() -> new NotInScope("extract " + id));
  }

  private ExtractRow readable(long id) {
    ExtractRow row = open(id);
    AgentProfile me = agent.profile();
    if (!ExtractRights.allow(row.content(), me.rights(), me.scope())) {
      throw new NotAllowed("extract " + id);
    }
    if (row.state() != ExtractState.READY) {
      throw RefusedInput.because("EXTRACT_NOT_READY");
    }
    return row;
  }

  /**
   * Calls one off.
   *
   * @throws NotInScope when there is none for the caller
   * @throws NotAllowed when {@link #mayEnd} says no
   * @throws RefusedInput when nothing of it is under way
   */
  @Act
  public void cancel(long id) {
    requireMayEnd(open(id));
    if (!new ExtractRows(jdbi).cancel(id, clock.instant())) {
      throw RefusedInput.because("EXTRACT_NOT_UNDER_WAY");
    }
    agent.about("extract " + id);
  }

  /**
   * Deletes one with its file, and calls it off if it is under way.
   *
   * @throws NotInScope when there is none for the caller
   * @throws NotAllowed when {@link #mayEnd} says no
   */
  @Act
  public void delete(long id) {
    requireMayEnd(open(id));
    new ExtractRows(jdbi).delete(id);
    agent.about("extract " + id);
  }

  /** Whether the caller may call one off or delete it: who asked for it, or may take lists out. */
  public boolean mayEnd(ExtractRow row) {
    return ExtractRights.mayEnd(row.agentId(), agent.profile());
  }

  private void requireMayEnd(ExtractRow row) {
    if (!mayEnd(row)) {
      throw new NotAllowed("extract " + row.id());
    }
  }

  /** How long files are kept, today. */
  public ExtractKept kept() {
    LocalDate today = LocalDate.now(clock);
    return new ExtractKept(
        references.current().value("EXTRACT_KEPT_HOURS", today),
        references.current().value("DELIVERY_KEPT_MONTHS", today));
  }
}
