package fr.toitcommun.persistence.observatory.report;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * The text of a report as its manager types it: paragraphs, headings, lists, bold and italic of
 * CommonMark, words between braces within a sentence, and blocks of figures, each a paragraph of
 * its own. It is data all the way: nothing in it is ever run.
 */
public final class ReportText {
  /** A word between braces. */
  public static final Pattern BRACED = Pattern.compile("\\{([^{}\\n]{0,200})\\}");

  private static final Parser PARSER =
      Parser.builder().enabledBlockTypes(Set.of(Heading.class, ListBlock.class)).build();
  private static final Pattern BRACE = Pattern.compile("[{}]");
  private static final int MOST_FIGURES = 8;

  private final ReportKind kind;
  private final String field;
  private final List<Fault> faults = new ArrayList<>();
  // What a version kept in earlier days may have: it is drawn in another way, and not kept anew.
  private final List<Fault> misdrawn = new ArrayList<>();
  private final List<ReportBlock> blocks = new ArrayList<>();

  private ReportText(ReportKind kind, String field, String text) {
    this.kind = kind;
    this.field = field;
    if (BRACE.matcher(BRACED.matcher(text).replaceAll("")).find()) {
      fault("REPORT_WORD_BROKEN");
    }
    Node document = PARSER.parse(text);
    document.accept(new ReportMarks(this));
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      Optional<String> alone = aloneIn(node);
      if (alone.isPresent()) {
        block(alone.get()).ifPresent(blocks::add);
      } else {
        blocks.add(new ReportBlock.Prose(node));
      }
    }
  }

  /**
   * What is wrong with a text, all at once; nothing when it may be kept.
   *
   * @param field path of the typed field in the form
   */
  public static List<Fault> faults(ReportKind kind, String field, String text) {
    ReportText read = new ReportText(kind, field, text);
    return Stream.concat(read.faults.stream(), read.misdrawn.stream()).toList();
  }

  /** Whether bars of an indicator may stand one on the other: numbers that add up to a whole. */
  public static boolean stacks(Indicator indicator, Axis columns) {
    return columns != null && indicator.isCount();
  }

  /**
   * The parts of a text that was found without fault.
   *
   * @throws IllegalArgumentException when it has faults after all
   */
  public static List<ReportBlock> blocks(ReportKind kind, String text) {
    ReportText read = new ReportText(kind, "", text);
    if (!read.faults.isEmpty()) {
      throw new IllegalArgumentException("A report with faults: " + read.faults);
    }
    return read.blocks;
  }

  /**
   * What is wrong with one line of text, such as a title, which holds no blocks.
   *
   * @param field path of the typed field in the form
   */
  static List<Fault> lineFaults(ReportKind kind, String field, String line) {
    ReportText read = new ReportText(kind, field, "");
    if (BRACE.matcher(BRACED.matcher(line).replaceAll("")).find()) {
      read.fault("REPORT_WORD_BROKEN");
    }
    read.within(line);
    return read.faults;
  }

  /** The word that a paragraph consists of, where it is one of those that stand alone. */
  static Optional<String> aloneIn(Node node) {
    if (node instanceof Paragraph
        && node.getFirstChild() instanceof Text only
        && only.getNext() == null) {
      Matcher typed = BRACED.matcher(only.getLiteral().strip());
      if (typed.matches() && word(typed.group(1)).map(ReportWord::block).orElse(false)) {
        return Optional.of(typed.group(1));
      }
    }
    return Optional.empty();
  }

  /** What a word between braces is; empty when it is none. */
  public static Optional<ReportWord> word(String typed) {
    return ReportWord.named(typed.split(":", 2)[0]);
  }

  /** The indicator of a figure within a sentence. */
  public static Optional<Indicator> indicator(String typed) {
    String[] parts = typed.split(":", -1);
    return parts.length == 2 ? Indicator.named(parts[1].strip()) : Optional.empty();
  }

  /** Looks at the words between braces within a sentence. */
  void within(String text) {
    Matcher typed = BRACED.matcher(text);
    while (typed.find()) {
      Optional<ReportWord> word = word(typed.group(1)).filter(one -> one.allowedIn(kind));
      if (word.isEmpty()) {
        fault("REPORT_WORD_UNKNOWN", typed.group());
      } else if (word.get().block()) {
        fault("REPORT_BLOCK_ALONE", typed.group());
      } else if (word.get() == ReportWord.FIGURE) {
        String name = typed.group(1).substring(typed.group(1).indexOf(':') + 1).strip();
        if (indicator(typed.group(1)).isEmpty()) {
          fault("REPORT_INDICATOR_UNKNOWN", name);
        }
      } else if (typed.group(1).contains(":")) {
        fault("REPORT_WORD_UNKNOWN", typed.group());
      }
    }
  }

  void fault(String code, Object... arguments) {
    faults.add(Fault.at(field, code, arguments));
  }

  private Optional<ReportBlock> block(String typed) {
    String[] parts = typed.split(":", -1);
    ReportWord word = ReportWord.named(parts[0]).orElseThrow();
    if (!word.allowedIn(kind)) {
      fault("REPORT_WORD_UNKNOWN", "{" + typed + "}");
      return Optional.empty();
    }
    return switch (word) {
      case FIGURES -> figures(typed, parts);
      case COMMITMENTS -> Optional.of(new ReportBlock.Commitments());
      case TABLE -> told(typed, parts, 1, null);
      case MAP -> mapped(typed, parts);
      default -> chart(typed, parts);
    };
  }

  private Optional<ReportBlock> figures(String typed, String[] parts) {
    List<Indicator> indicators = new ArrayList<>();
    String[] names = parts.length == 2 ? parts[1].split(",", -1) : new String[0];
    for (String name : names) {
      Optional.ofNullable(typedIndicator(name)).ifPresent(indicators::add);
    }
    if (names.length == 0 || names.length > MOST_FIGURES) {
      fault("REPORT_FIGURES", "{" + typed + "}", MOST_FIGURES);
    }
    return indicators.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReportBlock.Figures(indicators));
  }

  private Optional<ReportBlock> chart(String typed, String[] parts) {
    ChartForm form = parts.length < 2 ? null : ChartForm.named(parts[1]).orElse(null);
    if (form == null) {
      fault("REPORT_CHART_UNKNOWN", "{" + typed + "}");
      return Optional.empty();
    }
    return told(typed, parts, 2, form);
  }

  private Optional<ReportBlock> mapped(String typed, String[] parts) {
    Optional<TerritoryLevel> level =
        Arrays.stream(TerritoryLevel.values())
            .filter(one -> parts.length == 3 && one.name().equals(parts[2].strip()))
            .findFirst();
    if (level.isEmpty()) {
      fault("REPORT_MAP", "{" + typed + "}");
      return Optional.empty();
    }
    Indicator indicator = typedIndicator(parts[1]);
    return indicator == null || axis(indicator, parts[2]) == null
        ? Optional.empty()
        : Optional.of(new ReportBlock.Mapped(indicator, level.get()));
  }

  /** An indicator by one or two axes, as table or, with a form, as chart. */
  private Optional<ReportBlock> told(String typed, String[] parts, int from, ChartForm form) {
    int axes = parts.length - from - 1;
    if (axes < 1 || axes > 2) {
      fault("REPORT_BLOCK_INCOMPLETE", "{" + typed + "}");
      return Optional.empty();
    }
    Indicator indicator = typedIndicator(parts[from]);
    boolean ofSheet = isSheetAxis(parts[from + 1]);
    Axis rows = ofSheet ? null : axis(indicator, parts[from + 1]);
    Axis columns = axes == 1 ? null : axis(indicator, parts[from + 2]);
    if (indicator == null || !ofSheet && rows == null || axes == 2 && columns == null) {
      return Optional.empty();
    }
    if (columns != null && (columns == rows || columns.isTime() && rows != null && rows.isTime())) {
      fault("REPORT_SAME_AXIS", "{" + typed + "}");
    }
    if (form == ChartForm.LINES && (rows == null || !rows.isTime())) {
      fault("REPORT_LINES_WITHOUT_TIME", "{" + typed + "}");
    }
    if (form == ChartForm.PYRAMID && columns == null) {
      fault("REPORT_PYRAMID", "{" + typed + "}");
    }
    if (form == ChartForm.STACKED && !stacks(indicator, columns)) {
      misdrawn.add(Fault.at(field, "REPORT_STACKED", "{" + typed + "}"));
    }
    if (form != null && form != ChartForm.LINES && columns != null && columns.isTime()) {
      misdrawn.add(Fault.at(field, "REPORT_TIME_ACROSS", "{" + typed + "}"));
    }
    return Optional.of(
        form == null
            ? new ReportBlock.Table(indicator, rows, columns)
            : new ReportBlock.Chart(form, indicator, rows, columns));
  }

  private boolean isSheetAxis(String name) {
    return kind.ofAxis()
        && ReportWord.named(name).filter(word -> word == ReportWord.AXIS).isPresent();
  }

  private Indicator typedIndicator(String name) {
    Optional<Indicator> known = Indicator.named(name.strip());
    if (known.isEmpty()) {
      fault("REPORT_INDICATOR_UNKNOWN", name.strip());
    }
    return known.orElse(null);
  }

  private Axis axis(Indicator indicator, String name) {
    Optional<Axis> known = Axis.named(name.strip());
    if (known.isEmpty()) {
      fault("REPORT_AXIS_UNKNOWN", name.strip());
    } else if (indicator != null && !indicator.allows(known.get())) {
      fault("REPORT_AXIS_NOT_ALLOWED", indicator, known.get());
      return null;
    }
    return known.orElse(null);
  }
}
