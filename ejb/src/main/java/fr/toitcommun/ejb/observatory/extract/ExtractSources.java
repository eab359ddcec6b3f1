package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.ejb.observatory.Answers;
import fr.toitcommun.ejb.observatory.ObservatoryEngine;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.ejb.observatory.extract.ExtractBook.About;
import fr.toitcommun.ejb.observatory.extract.ExtractChoices.Choice;
import fr.toitcommun.ejb.observatory.report.CollectedReports;
import fr.toitcommun.ejb.observatory.report.ReportCollections;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.AnonymousRows;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.FactPeriod;
import fr.toitcommun.persistence.observatory.FileKind;
import fr.toitcommun.persistence.observatory.ObservatoryFile;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.QuestionLink;
import fr.toitcommun.persistence.observatory.TodaysCodes;
import fr.toitcommun.persistence.observatory.extract.ExtractColumn;
import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.ExtractRow;
import fr.toitcommun.persistence.observatory.extract.ExtractSource;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What extracts are made of: tables of the observatory, rows of the live base and of its files. */
@ApplicationScoped
public class ExtractSources {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private ObservatoryEngine engine;
  @Inject private Answers answers;
  @Inject private ReportCollections collections;

  /**
   * Goes on when this can be extracted.
   *
   * @param scope of the partner that it is for
   * @throws RefusedInput naming every fault
   */
  void check(NewExtract wanted, Scope scope) {
    ObservatoryWords words = answers.words(Locale.FRENCH);
    List<Fault> faults =
        new ArrayList<>(
            new ExtractControls(
                    snapshots(),
                    answers.observed(engine.files()).firstTold(),
                    today(),
                    words::knows,
                    words::unknownCodes)
                .faults(wanted));
    if (wanted.content() != null && wanted.content().reports() != null) {
      faults.addAll(collections.faults(wanted.content().reports(), scope));
    }
    RefusedInput.ifAny(faults);
  }

  /**
   * What a partner may ask for.
   *
   * @param rowsAllowed whether rows of single demands
   */
  ExtractChoices choices(Locale language, boolean rowsAllowed, Scope scope) {
    ObservatoryWords words = answers.words(language);
    return new ExtractChoices(
        rowsAllowed,
        choices(words, ExtractColumns.offered(true)),
        ExtractColumns.offered(true).stream()
            .filter(Axis::isOfFactsOnly)
            .map(Axis::name)
            .collect(Collectors.toSet()),
        snapshots(),
        scope.departements().stream()
            .map(code -> new Choice(code, words.label(Axis.DEPARTEMENT, code)))
            .toList(),
        words.order(Axis.TYPE).stream()
            .map(code -> new Choice(code, words.label(Axis.TYPE, code)))
            .toList(),
        LocalDate.now(clock));
  }

  private static List<Choice> choices(ObservatoryWords words, List<Axis> axes) {
    return axes.stream().map(axis -> new Choice(axis.name(), words.name(axis))).toList();
  }

  /** Days of the snapshots on file, the latest first. */
  private List<LocalDate> snapshots() {
    return engine.files().stream()
        .filter(file -> file.kind() == FileKind.STOCK)
        .map(ObservatoryFile::day)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /**
   * The book of an extract.
   *
   * @param handle a transaction in which the rows are read
   * @param scope of whom they are
   * @param followed what the rows pass through on their way
   * @throws RefusedInput when one of its filters names a code that is no more
   */
  ExtractBook book(
      Handle handle, ExtractRow row, Scope scope, UnaryOperator<ExtractSource> followed) {
    ExtractContent content = row.content();
    Locale language = Locale.forLanguageTag(row.language());
    ExtractTexts texts = new ExtractTexts(language);
    ObservatoryWords words = answers.words(language);
    ExtractColumns columns = new ExtractColumns(texts, words, reference(), jdbi);
    AboutExtract about = new AboutExtract(texts, words, row, scope, clock);
    Map<Axis, Set<String>> filters = filters(content);
    if (content.kind().isByDemand()) {
      RefusedInput.ifAny(words.unknownCodes(filters));
      about.byDemand(content.kind(), filters);
    }
    ExtractSource source =
        switch (content.kind()) {
          case TABLE -> {
            Question asked = QuestionLink.read(content.question());
            Answer answer =
                answers.answer(
                    asked.where(todays().of(asked.filters())), scope.departements(), language);
            about.table(answer, reference().value("SMALL_CELL_THRESHOLD", today()));
            yield new TableSource(answer, texts, columns, words);
          }
          case LIVE -> {
            about.live();
            AnonymousRows rows = rowsOf(content, filters, scope);
            yield rows(columns, content, List.of(rows.live(handle, reference())));
          }
          case SNAPSHOT ->
              rows(columns, content, snapshot(content, rowsOf(content, filters, scope), about));
          case FACTS ->
              rows(
                  columns, content, facts(handle, content, rowsOf(content, filters, scope), about));
          case REPORTS -> throw new IllegalArgumentException("Reports are no rows");
        };
    ExtractSource passing = followed.apply(source);
    about.rows(passing.total());
    List<About> lines = about.lines();
    return new ExtractBook(texts, lines, passing);
  }

  /**
   * The zip of a collection of reports.
   *
   * @param scope of whom they are
   * @param follower is told how many are done
   */
  ReportZip reports(ExtractRow row, Scope scope, Followed.Follower follower) {
    Locale language = Locale.forLanguageTag(row.language());
    ExtractTexts texts = new ExtractTexts(language);
    CollectedReports reports =
        collections.of(row.content().reports(), row.format().reports(), row.language(), scope);
    AboutExtract about = new AboutExtract(texts, answers.words(language), row, scope, clock);
    about.reports(reports.order(), reports.territories().size());
    return new ReportZip(texts, about.lines(), reports, follower);
  }

  private ExtractSource rows(
      ExtractColumns names, ExtractContent content, List<AnonymousRows.Flow> flows) {
    List<ExtractColumn> columns = new ArrayList<>();
    columns.add(names.row());
    axes(content).forEach(axis -> columns.add(names.of(axis)));
    columns.add(names.months());
    if (content.kind() == ExtractKind.FACTS) {
      columns.add(names.fact());
      columns.add(names.month());
    }
    return new RowSource(columns, flows);
  }

  private static List<Axis> axes(ExtractContent content) {
    List<Axis> offered = ExtractColumns.offered(content.kind() == ExtractKind.FACTS);
    return content.columns().isEmpty()
        ? offered
        : offered.stream().filter(axis -> content.columns().contains(axis.name())).toList();
  }

  /** The filters of rows; a delivery was set up on a day when places may have had other codes. */
  private Map<Axis, Set<String>> filters(ExtractContent content) {
    Map<Axis, List<String>> filters = new EnumMap<>(Axis.class);
    content.filters().forEach((axis, codes) -> filters.put(Axis.valueOf(axis), codes));
    return todays().of(filters);
  }

  private TodaysCodes todays() {
    return new TodaysCodes(reference().mergers(), today());
  }

  private AnonymousRows rowsOf(
      ExtractContent content, Map<Axis, Set<String>> filters, Scope scope) {
    return new AnonymousRows(
        axes(content), filters, scope, references.current().mergers(), today());
  }

  private List<AnonymousRows.Flow> snapshot(
      ExtractContent content, AnonymousRows rows, AboutExtract about) {
    List<ObservatoryFile> files =
        engine.files().stream()
            .filter(file -> file.kind() == FileKind.STOCK)
            .filter(file -> content.from() == null || file.day().equals(content.from()))
            .sorted(Comparator.comparing(ObservatoryFile::day).reversed())
            .limit(1)
            .toList();
    about.snapshot(files);
    return files.stream().map(file -> rows.snapshot(engine.engine().jdbi(), path(file))).toList();
  }

  private Path path(ObservatoryFile file) {
    return engine.folder().path(file.kind(), file.day());
  }

  /** Of closed months from the files, of all others from the live base as far as it knows. */
  private List<AnonymousRows.Flow> facts(
      Handle handle, ExtractContent content, AnonymousRows rows, AboutExtract about) {
    LocalDate monthEnded = today().withDayOfMonth(1).minusDays(1);
    LocalDate to = content.to() == null ? monthEnded : content.to();
    LocalDate from = content.from() == null ? to.withDayOfMonth(1) : content.from();
    List<ObservatoryFile> files = engine.files();
    FactPeriod period = answers.observed(files).period(from, to);
    List<ObservatoryFile> told =
        files.stream()
            .filter(file -> file.kind() == FileKind.FACTS && period.onFile().contains(file.day()))
            .toList();
    about.facts(from, to, told, period);
    List<AnonymousRows.Flow> flows = new ArrayList<>();
    if (!told.isEmpty()) {
      flows.add(
          rows.frozenFacts(
              engine.engine().jdbi(), told.stream().map(this::path).toList(), from, to));
    }
    period
        .live()
        .forEach(run -> flows.add(rows.liveFacts(handle, reference(), run.from(), run.to())));
    return flows;
  }

  private Reference reference() {
    return references.current();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
