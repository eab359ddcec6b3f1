package fr.toitcommun.ejb.installation;

import fr.toitcommun.ejb.allocation.CandidateFigureReader;
import fr.toitcommun.ejb.document.SessionDocuments;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.commission.MinutesStore;
import fr.toitcommun.persistence.commission.SessionDossier;
import fr.toitcommun.persistence.commission.SessionReader;
import fr.toitcommun.persistence.commission.SheetReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/**
 * Signs minutes of the last sessions of a demonstration, printed as any others are, so that there
 * are some to look at; the latest is left to be signed.
 */
@Dependent
public class DemonstrationMinutes {
  private static final int MOST = 4;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private CandidateFigureReader figures;
  @Inject private SessionDocuments documents;

  private record Closed(long sessionId, Instant at) {}

  /** Signs them, in the name of a president who took part. */
  void sign() {
    List<Closed> closed =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select s.id, s.closed_at from commission_session s join commission c on c.id = s.commission_id
                        join agent a on a.partner_id = c.landlord_id and a.login = 'bailleur.nantes'
                        where s.status = 'CLOSED' and not s.paper_minutes order by s.held_at desc offset 1 limit :most
                        """)
                    .bind("most", MOST)
                    .map(
                        (row, context) ->
                            new Closed(
                                row.getLong("id"), row.getTimestamp("closed_at").toInstant()))
                    .list());
    closed.forEach(this::sign);
  }

  private void sign(Closed one) {
    SessionReader reader = new SessionReader(jdbi);
    reader
        .find(one.sessionId(), references.current(), LocalDate.now(clock), figures)
        .ifPresent(
            session -> {
              String president = session.signers().get(0);
              SessionDossier dossier =
                  new SessionDossier(
                      session,
                      SheetReader.ofSession(
                          jdbi, session.sessionId(), session.heldAt().toLocalDate()));
              byte[] pdf =
                  documents.signedMinutes(
                      documents.minutesText(dossier, Locale.FRENCH),
                      new SessionDocuments.Signature(
                          president, session.isPresident(president), president, one.at()));
              jdbi.useHandle(
                  handle ->
                      MinutesStore.keep(
                          handle, one.sessionId(), null, pdf, president, one.at(), null));
            });
  }
}
