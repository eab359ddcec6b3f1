package fr.toitcommun.ejb.journal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** Journals what was refused, in a transaction of its own because the refused one is undone. */
@Stateless
@PermitAll
public class Refusals {
  @Resource private SessionContext context;
  @Inject private Jdbi jdbi;

  /**
   * Journals a refusal of the caller.
   *
   * @param act what was asked
   * @param subject number or identity asked for; null when the right itself was missing
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void record(String act, String subject) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into journal_entry (login, partner_id, act, outcome, detail) values"
                        + " (:login, (select partner_id from agent where login = :login), :act,"
                        + " 'REFUSED', :detail)")
                .bind("login", context.getCallerPrincipal().getName())
                .bind("act", act)
                .bind("detail", subject)
                .execute());
  }
}
