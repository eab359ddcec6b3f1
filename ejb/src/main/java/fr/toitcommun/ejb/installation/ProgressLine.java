package fr.toitcommun.ejb.installation;

import fr.toitcommun.persistence.demonstration.Demonstration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says now and then how far a load has come; the launcher shows these lines. */
final class ProgressLine implements Demonstration.Progress {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressLine.class);
  private static final int STEP_PERCENT = 10;

  private String stage = "";
  private long lastPercent;

  @Override
  public void report(String newStage, long done, long total) {
    if (!newStage.equals(stage)) {
      stage = newStage;
      lastPercent = -STEP_PERCENT;
    }
    long percent = total == 0 ? 100 : done * 100 / total;
    if (percent >= lastPercent + STEP_PERCENT) {
      lastPercent = percent;
      LOG.info("[toit-commun] Demonstration data: {} {} %", stage, percent);
    }
  }
}
