package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.UniqueNumber;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What the post tells of registered letters, as a file: number of the demand; tracking number; day
 * of first presentation, which may be empty. Columns are parted by semicolons or commas, with or
 * without a line of headings. All of it is taken, or nothing, with each fault at its line.
 */
public final class TrackingFile {
  /** Most lines. */
  public static final int MOST_LINES = 20_000;

  private static final int MOST_FAULTS = 50;
  private static final int COLUMNS = 3;
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final LocalDate today;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Line> lines = new LinkedHashMap<>();

  private record Line(long at, Tracking tracking) {}

  private record Letter(long id, String uniqueNumber, LocalDate madeOn) {}

  private TrackingFile(LocalDate today) {
    this.today = today;
  }

  /**
   * Takes a file over.
   *
   * @return the numbers of the demands whose letters it told of
   * @throws RefusedInput naming the faults of every line, the first {@value #MOST_FAULTS}
   */
  public static List<String> take(Handle handle, String csv, LocalDate today) {
    TrackingFile file = new TrackingFile(today);
    file.read(csv);
    List<Letter> letters = file.letters(handle);
    file.check(letters);
    if (!file.faults.isEmpty()) {
      throw new RefusedInput(file.faults.subList(0, Math.min(MOST_FAULTS, file.faults.size())));
    }
    file.write(handle, letters);
    return List.copyOf(file.lines.keySet());
  }

  private void read(String csv) {
    // Spreadsheets begin a file with a mark of its encoding.
    String text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(first.indexOf(';') >= 0 ? ';' : ',')
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord line : parser) {
        if (line.getRecordNumber() > MOST_LINES) {
          fault("TRACKING_TOO_MANY_LINES", MOST_LINES);
          return;
        }
        // A line of headings holds no number.
        if (line.getRecordNumber() > 1 || line.get(0).matches(".*\\d.*")) {
          line(line, parser.getCurrentLineNumber());
        }
      }
    } catch (UncheckedIOException | IOException e) {
      fault("TRACKING_NOT_CSV");
    }
    if (lines.isEmpty() && faults.isEmpty()) {
      fault("TRACKING_EMPTY");
    }
  }

  private void line(CSVRecord record, long at) {
    if (record.size() != COLUMNS) {
      fault("TRACKING_COLUMNS", at);
      return;
    }
    if (!UniqueNumber.isOne(record.get(0))) {
      fault("TRACKING_NUMBER_UNKNOWN", at, shown(record.get(0)));
      return;
    }
    LocalDate presented = null;
    if (!record.get(2).isEmpty()) {
      try {
        presented =
            record.get(2).contains("-")
                ? LocalDate.parse(record.get(2))
                : LocalDate.parse(record.get(2), WRITTEN);
      } catch (DateTimeException e) {
        fault("TRACKING_DATE", at, shown(record.get(2)));
        return;
      }
    }
    Line read = new Line(at, new Tracking(record.get(1), presented));
    if (lines.putIfAbsent(UniqueNumber.read(record.get(0)).value(), read) != null) {
      fault("TRACKING_TWICE", at, shown(record.get(0)));
    }
  }

  private static String shown(String text) {
    return text.substring(0, Math.min(30, text.length()));
  }

  private void fault(String code, Object... arguments) {
    faults.add(Fault.at("tracking_file", code, arguments));
  }

  /** The latest registered letter of each demand, locked. */
  private List<Letter> letters(Handle handle) {
    return handle
        .createQuery(
            """
            select l.id, d.unique_number, l.made_on from letter l join demand d on d.id = l.demand_id
            where l.id in (select distinct on (o.demand_id) o.id from letter o join demand n on n.id = o.demand_id
                           where n.unique_number = any(:numbers) and o.made_on is not null
                             and o.kind in ('UNREACHABLE_NOTICE','INADMISSIBILITY_NOTICE')
                           order by o.demand_id, o.made_on desc, o.id desc)
            for update of l
            """)
        .bindArray("numbers", String.class, lines.keySet().toArray())
        .map(
            (row, context) ->
                new Letter(
                    row.getLong("id"),
                    row.getString("unique_number"),
                    row.getObject("made_on", LocalDate.class)))
        .list();
  }

  private void check(List<Letter> letters) {
    Set<String> without = new HashSet<>(lines.keySet());
    for (Letter letter : letters) {
      without.remove(letter.uniqueNumber());
      Line line = lines.get(letter.uniqueNumber());
      for (Fault fault : line.tracking().faults(letter.madeOn(), today)) {
        faultOf(line, fault);
      }
    }
    for (Map.Entry<String, Line> line : lines.entrySet()) {
      if (without.contains(line.getKey())) {
        fault("TRACKING_NO_LETTER", line.getValue().at(), line.getKey());
      }
    }
  }

  private void faultOf(Line line, Fault fault) {
    if ("tracking_number".equals(fault.field())) {
      fault("TRACKING_NUMBER_BAD", line.at(), shown(line.tracking().number()));
    } else {
      fault("TRACKING_DATE_IMPOSSIBLE", line.at(), line.tracking().presentedOn());
    }
  }

  private void write(Handle handle, List<Letter> letters) {
    PreparedBatch update =
        handle.prepareBatch(
            "update letter set tracking_number = :number, presented_on = coalesce(:presented,"
                + " presented_on) where id = :id");
    for (Letter letter : letters) {
      Tracking tracking = lines.get(letter.uniqueNumber()).tracking();
      update
          .bind("number", tracking.number())
          .bind("presented", tracking.presentedOn())
          .bind("id", letter.id())
          .add();
    }
    update.execute();
  }
}
