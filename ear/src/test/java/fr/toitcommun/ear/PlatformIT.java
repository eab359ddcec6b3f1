package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.registration.Demand;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.PersistenceUnitUtil;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryImpl;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.jpa.JpaEntityManagerFactory;
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
}
