package fr.toitcommun.ejb.journal;

import fr.toitcommun.persistence.journal.Nominative;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/**
 * The one way into a boundary, inside its transaction: journals each act and each reading of names
 * with the demands it concerned, so that neither is stored without the other. Refusals are
 * journalled by {@link RefusalRecorder}, outside the transaction that they undo.
 */
@Gated
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class Gate {
  @Resource private EJBContext context;
  @Inject private CurrentAgent agent;
  @Inject private Jdbi jdbi;

  /** Lets the call pass and journals what it was. */
  @AroundInvoke
  public Object pass(InvocationContext call) throws Exception {
    agent.enter(context.getCallerPrincipal().getName());
    Object result = call.proceed();
    boolean act = call.getMethod().isAnnotationPresent(Act.class);
    TreeSet<String> numbers = new TreeSet<>(agent.concerned());
    boolean names = false;
    if (result instanceof Nominative nominative) {
      numbers.addAll(nominative.uniqueNumbers());
      names = nominative.names();
    }
    if (act || names || !numbers.isEmpty()) {
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate(
                      "insert into journal_entry (login, partner_id, act, outcome, unique_numbers,"
                          + " detail) values (:login, :partner, :act, :outcome, :numbers,"
                          + " :detail)")
                  .bind("login", agent.profile().login())
                  .bind("partner", agent.profile().partnerId())
                  .bind("act", actName(call))
                  .bind("outcome", act ? "DONE" : "READ")
                  .bind("detail", agent.detail())
                  .bindArray("numbers", String.class, numbers.toArray())
                  .execute());
    }
    return result;
  }

  private static String actName(InvocationContext call) {
    return call.getMethod().getDeclaringClass().getSimpleName() + "." + call.getMethod().getName();
  }
}
