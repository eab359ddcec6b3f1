package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.observatory.ObservatoryEngine;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.FilesOwed;
import fr.toitcommun.persistence.observatory.ObservatoryFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The anonymous files of the observatory: the demands as they stand on the first of each month and
 * the facts of the months before (domain.md §5.4). All files are compared with their accounts then.
 */
@ApplicationScoped
public class MonthlyFiles implements JobAtEnd {
  private static final Logger LOG = LoggerFactory.getLogger(MonthlyFiles.class);

  @Inject private MonthlyFile file;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private ObservatoryEngine engine;

  @Override
  public String id() {
    return "MONTHLY_FILES";
  }

  /** After the radiations of the night, before the erasure. */
  @Override
  public int order() {
    return 45;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    int owed = owed(day).count();
    return owed == 0 ? Map.of() : Map.of(WHOLE_FILE, (long) owed);
  }

  private FilesOwed owed(LocalDate day) {
    return FilesOwed.on(
        day, engine.files(), references.current().value("FLOWS_OPEN_MONTHS", day), clock.getZone());
  }

  @Override
  public int afterwards(Runnable alive) {
    LocalDate today = LocalDate.now(clock);
    FilesOwed owed = owed(today);
    for (LocalDate day : owed.stocks()) {
      file.stock(day, today);
      alive.run();
    }
    for (LocalDate month : owed.facts()) {
      file.facts(month, today);
      alive.run();
    }
    List<ObservatoryFile> altered =
        engine.files().stream().filter(one -> !engine.folder().isIntact(one)).toList();
    if (!altered.isEmpty()) {
      LOG.error("[toit-commun] Files of the observatory are not what was written: {}", altered);
    }
    return owed.count();
  }
}
