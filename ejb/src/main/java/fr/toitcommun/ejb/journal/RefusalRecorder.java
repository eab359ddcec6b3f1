package fr.toitcommun.ejb.journal;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/**
 * Journals every refused call of a boundary: a missing right, which the container finds before any
 * ordinary interceptor runs, and a demand out of scope. Named in {@code jboss-ejb3.xml} as a
 * container interceptor for that reason.
 */
public class RefusalRecorder {
  /** Lets the call pass; what it refuses is journalled. */
  @AroundInvoke
  public Object watch(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (EJBAccessException | NotInScope refusal) {
      String subject =
          refusal instanceof NotInScope hidden
              ? hidden.subject()
              : refusal instanceof NotAllowed known ? known.subject() : null;
      CDI.current()
          .select(Refusals.class)
          .get()
          .record(
              call.getMethod().getDeclaringClass().getSimpleName()
                  + "."
                  + call.getMethod().getName(),
              subject);
      throw refusal;
    }
  }
}
