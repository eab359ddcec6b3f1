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
import fr.toitcommun.persistence.observatory.ServerColumns;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  private ServerColumns own;

  @PostConstruct
  void begin() {
    own =
        new ServerColumns(
            Reads.over(beside),
            Path.of(System.getProperty("jboss.server.temp.dir"), "observatory"));
  }

  /**
   * The engine.
   *
   * @throws IllegalStateException when it did not start
   */
  public ColumnEngine engine() {
    return own.engine();
  }

  /** The live base in columns, this server's own; nothing: they did not start. */
  public Optional<LiveColumns> columns() {
    return own.columns();
  }

  /** The live base, no older than when it is first read, in the fastest way there is. */
  public LiveBase live() {
    return own.live(LiveBase.in(jdbi));
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
    // What asks nothing of them needs no engine.
    return tallies.over(
        tally -> new FrozenStore(engine().jdbi(), files, standing).count(tally), standing);
  }

  @PreDestroy
  void end() {
    own.close();
  }
}
