package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.observatory.ClosedTallies;
import fr.toitcommun.persistence.observatory.ColumnEngine;
import fr.toitcommun.persistence.observatory.FrozenStore;
import fr.toitcommun.persistence.observatory.LiveBase;
import fr.toitcommun.persistence.observatory.LiveColumns;
import fr.toitcommun.persistence.observatory.ObservatoryFile;
import fr.toitcommun.persistence.observatory.ObservatoryFiles;
import fr.toitcommun.persistence.observatory.ObservedStore;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The engine of this server that the observatory counts with. */
@ApplicationScoped
public class ObservatoryEngine {
  // Outside of any transaction; whoever asks holds a connection of the other pool meanwhile.
  @Resource(lookup = "java:jboss/datasources/ToitCommunObservatory")
  private DataSource beside;

  @Inject private Jdbi jdbi;

  private final ObservatoryFiles files = ObservatoryFiles.configured();
  private final ClosedTallies tallies = new ClosedTallies();
  private ColumnEngine engine;
  private LiveColumns columns;

  /** The engine. */
  public synchronized ColumnEngine engine() {
    if (engine == null) {
      engine = new ColumnEngine();
    }
    return engine;
  }

  /** The live base in columns, this server's own. */
  public synchronized LiveColumns columns() {
    if (columns == null) {
      columns =
          new LiveColumns(
              Reads.over(beside),
              engine(),
              Path.of(System.getProperty("jboss.server.temp.dir"), "observatory"));
    }
    return columns;
  }

  /** The live base as it is when first read, in the fastest way there is. */
  public LiveBase live() {
    return columns().asOfNow(LiveBase.in(jdbi));
  }

  /** The folder of the files. */
  public ObservatoryFiles folder() {
    return files;
  }

  /** The files that stand; one that is not in its place tells nothing. */
  public List<ObservatoryFile> files() {
    return files.list(jdbi);
  }

  /** These files, to be counted in. */
  public ObservedStore store(List<ObservatoryFile> standing) {
    return tallies.over(new FrozenStore(engine().jdbi(), files, standing), standing);
  }

  @PreDestroy
  synchronized void end() {
    try {
      if (columns != null) {
        columns.close();
      }
    } finally {
      if (engine != null) {
        engine.close();
      }
    }
  }
}
