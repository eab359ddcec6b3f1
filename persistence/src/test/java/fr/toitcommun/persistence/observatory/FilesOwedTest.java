package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilesOwedTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static ObservatoryFile file(FileKind kind, LocalDate day, LocalDate written) {
    return new ObservatoryFile(
        kind, day, 1, 1, "", FileOrigin.TAKEN, written.atTime(3, 0).atZone(PARIS).toInstant());
  }

  @Test
  void aMonthThatClosesIsWrittenALastTime() {
    List<ObservatoryFile> files = new ArrayList<>();
    LocalDate lastTime = LocalDate.of(2026, 11, 1);
    for (LocalDate month = LocalDate.of(2026, 6, 1);
        month.isBefore(lastTime);
        month = month.plusMonths(1)) {
      files.add(file(FileKind.FACTS, month, lastTime));
      files.add(file(FileKind.STOCK, month, month));
    }
    files.add(file(FileKind.STOCK, lastTime, lastTime));
    LocalDate day = LocalDate.of(2026, 12, 1);
    FilesOwed owed = FilesOwed.on(day, files, 3, PARIS);
    assertThat(owed.stocks()).containsExactly(day);
    // August is counted in its file from now on: what was entered in November counts.
    assertThat(owed.facts())
        .containsExactly(
            LocalDate.of(2026, 8, 1),
            LocalDate.of(2026, 9, 1),
            LocalDate.of(2026, 10, 1),
            LocalDate.of(2026, 11, 1));
    for (LocalDate month : owed.facts()) {
      files.removeIf(one -> one.kind() == FileKind.FACTS && one.day().equals(month));
      files.add(file(FileKind.FACTS, month, day));
    }
    files.add(file(FileKind.STOCK, day, day));
    assertThat(FilesOwed.on(day.plusDays(20), files, 3, PARIS).count()).isZero();
  }
}
