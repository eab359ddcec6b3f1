package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.registration.Demand;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.PersistenceUnitUtil;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryImpl;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.jpa.JpaEntityManagerFactory;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.SessionEventListener;
import org.eclipse.persistence.sessions.SessionEventManager;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application runs on the parts that it says it runs on. */
@ExtendWith(ArquillianExtension.class)
class PlatformIT {

  @PersistenceUnit private EntityManagerFactory factory;
  @PersistenceContext private EntityManager entities;

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(PlatformIT.class);
  }

  @Test
  void eclipseLinkIsThePersistenceProvider() {
    assertThat(factory.unwrap(JpaEntityManagerFactory.class).getClass())
        .isEqualTo(EntityManagerFactoryImpl.class);
  }

  @Test
  void entitiesAreWoven() {
    assertThat(PersistenceWeaved.class).isAssignableFrom(Demand.class);
  }

  @Test
  void whatIsLazyStaysUnloaded() {
    Demand demand =
        entities
            .createQuery("select d from Demand d", Demand.class)
            .setMaxResults(1)
            .getSingleResult();
    PersistenceUnitUtil loading = factory.getPersistenceUnitUtil();
    assertThat(loading.isLoaded(demand, "locations")).isFalse();
  }

  @Test
  void aLargeHouseholdIsReadWithAsManyQueriesAsOnePerson() {
    long alone = queriesToRead("size(d.members) = 1");
    assertThat(alone).isPositive();
    assertThat(queriesToRead("size(d.members) >= 5")).isEqualTo(alone);
  }

  private long queriesToRead(String household) {
    Long id =
        entities
            .createQuery("select d.id from Demand d where " + household, Long.class)
            .setMaxResults(1)
            .getSingleResult();
    AtomicLong queries = new AtomicLong();
    SessionEventListener counter =
        new SessionEventAdapter() {
          @Override
          public void postExecuteQuery(SessionEvent event) {
            queries.incrementAndGet();
          }
        };
    SessionEventManager events =
        factory.unwrap(JpaEntityManagerFactory.class).getServerSession().getEventManager();
    events.addListener(counter);
    try {
      entities.find(Demand.class, id).form();
      return queries.get();
    } finally {
      events.removeListener(counter);
    }
  }
}
