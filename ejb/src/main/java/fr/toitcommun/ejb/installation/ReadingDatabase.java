package fr.toitcommun.ejb.installation;

import fr.toitcommun.persistence.installation.Reads;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Gives the acts their database for reading and their clock. */
@ApplicationScoped
public class ReadingDatabase {
  /** Days begin where the file is kept. */
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  @Resource(lookup = "java:jboss/datasources/ToitCommun")
  private DataSource dataSource;

  private Jdbi reads;

  /** Once for all: it keeps what it has learnt of the records it maps. */
  @PostConstruct
  void open() {
    reads = Reads.over(dataSource);
  }

  /** Reads that take part in the caller's transaction. */
  @Produces
  public Jdbi jdbi() {
    return reads;
  }

  /** The time by which dates are set. */
  @Produces
  public Clock clock() {
    return Clock.system(ZONE);
  }
}
