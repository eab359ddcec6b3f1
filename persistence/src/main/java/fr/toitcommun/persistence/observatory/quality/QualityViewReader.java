package fr.toitcommun.persistence.observatory.quality;

import fr.toitcommun.persistence.partner.AgentProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Puts together what one agent may know of the quality of the file. Who may read the names of a
 * territory sees its desks one by one; everybody else sees totals by département and, of few
 * demands, that they are few (R.441-2-6); a desk always sees itself.
 */
public final class QualityViewReader {
  private final Handle handle;
  private final AgentProfile me;
  private final QualityRules rules;
  private final int threshold;
  private final Map<Long, Desk> desks;

  private record Desk(long id, String name, long partnerId, String partner) {}

  /**
   * Reads for an agent.
   *
   * @param threshold cells from 1 to below this are not told
   */
  public QualityViewReader(Handle handle, AgentProfile me, QualityRules rules, int threshold) {
    this.handle = handle;
    this.me = me;
    this.rules = rules;
    this.threshold = threshold;
    this.desks =
        handle
            .createQuery(
                "select k.id, k.name, k.partner_id, p.name as partner from registration_desk k join"
                    + " partner p on p.id = k.partner_id")
            .map(
                (row, context) ->
                    new Desk(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getLong("partner_id"),
                        row.getString("partner")))
            .collect(Collectors.toMap(Desk::id, desk -> desk));
  }

  /** Whether an agent sees the desks of the territory one by one. */
  public static boolean seesEach(AgentProfile agent) {
    return agent.scope().registering()
        && switch (agent.partnerKind()) {
          case LANDLORD, STATE, DEPARTMENT, FILE_MANAGER -> true;
          case LOCAL_AUTHORITY, ACTION_LOGEMENT, INFORMATION_AGENCY -> false;
        };
  }

  /**
   * The view of a day; empty when the filter names what the agent may not know, or what is not
   * there.
   *
   * @param names names of the départements of the file, by code
   */
  public Optional<QualityView> view(
      QualityFilter filter, Map<String, String> names, LocalDate today) {
    if (!allows(filter)) {
      return Optional.empty();
    }
    List<String> territory = me.scope().departements();
    boolean looked = QualityLooks.any(handle, territory);
    boolean each = seesEach(me);
    QualityTally tally = new QualityTally(threshold, each || isOwn(filter), looked);
    QualityTally ofFile = new QualityTally(threshold, each, looked);
    QualityDays days = new QualityDays(handle);
    Optional<QualityDays.Day> latest = days.latest();
    QualityCounter counter = new QualityCounter(handle, rules);
    List<QualityCount> counts =
        latest.map(one -> days.counts(one.day())).orElseGet(() -> counter.file(today));
    List<QualityCount> mine = me.deskId() == null ? List.of() : counter.desk(me.deskId(), today);
    counts = latest.isEmpty() ? counts : replaced(counts, mine);
    List<QualityCount> around =
        counts.stream().filter(one -> territory.contains(one.departementCode())).toList();
    List<QualityCount> chosen = around.stream().filter(one -> holds(filter, one)).toList();
    List<QualityView.Line> lines =
        each || isOwn(filter) ? desks(chosen, tally) : departements(chosen, names, tally);
    List<QualityView.Sum> parts = lines.stream().map(QualityView.Line::sum).toList();
    QualityView.Sum here =
        QualityTally.guarded(tally.sum(nameOf(filter, names), numbers(chosen)), parts);
    QualityView.Sum file = ofFile.without(numbers(counts), parts(around, ofFile));
    List<QualityView.Month> months = months(days.months(today), territory, filter, tally);
    List<QualityView.Sum> shown = new ArrayList<>(parts);
    shown.addAll(List.of(here, file));
    months.forEach(month -> shown.add(month.sum()));
    return Optional.of(
        new QualityView(
            latest.map(QualityDays.Day::day).orElse(today),
            latest.map(QualityDays.Day::countedAt).orElse(null),
            looked,
            filter,
            me.deskId() == null || me.deskId().equals(filter.deskId())
                ? null
                : tally.own(me.deskName(), numbers(mine)),
            here,
            file,
            each || isOwn(filter) ? QualityView.LinesAre.DESKS : QualityView.LinesAre.DEPARTEMENTS,
            lines,
            months,
            QualityTally.masks(shown),
            territory.stream()
                .sorted()
                .map(code -> new QualityView.Choice(code, names.getOrDefault(code, code)))
                .toList(),
            each ? partners(around) : List.of()));
  }

  /** The same counts, with those of the caller's desk as they are now. */
  private List<QualityCount> replaced(List<QualityCount> counts, List<QualityCount> mine) {
    List<QualityCount> replaced = new ArrayList<>(mine);
    counts.stream()
        .filter(one -> !Objects.equals(one.deskId(), me.deskId()))
        .forEach(replaced::add);
    return replaced;
  }

  private boolean allows(QualityFilter filter) {
    boolean departement =
        filter.departement() == null || me.scope().departements().contains(filter.departement());
    boolean desk = filter.deskId() == null || desks.containsKey(filter.deskId());
    boolean partner =
        filter.partnerId() == null
            || desks.values().stream().anyMatch(one -> one.partnerId() == filter.partnerId());
    boolean wide = filter.deskId() == null && filter.partnerId() == null;
    return departement && desk && partner && (wide || seesEach(me) || isOwn(filter));
  }

  /** Whether the filter leaves only what the agent's own partner registered, by name. */
  private boolean isOwn(QualityFilter filter) {
    Desk desk = filter.deskId() == null ? null : desks.get(filter.deskId());
    return me.scope().registering()
        && (Objects.equals(filter.partnerId(), me.partnerId())
            || desk != null && desk.partnerId() == me.partnerId());
  }

  private boolean holds(QualityFilter filter, QualityCount one) {
    return (filter.departement() == null || filter.departement().equals(one.departementCode()))
        && (filter.deskId() == null || filter.deskId() == one.deskId())
        && (filter.partnerId() == null
            || desks.get(one.deskId()).partnerId() == filter.partnerId());
  }

  private String nameOf(QualityFilter filter, Map<String, String> names) {
    if (filter.deskId() != null) {
      return desks.get(filter.deskId()).name();
    }
    if (filter.partnerId() != null) {
      return desks.values().stream()
          .filter(one -> one.partnerId() == filter.partnerId())
          .map(Desk::partner)
          .findFirst()
          .orElseThrow();
    }
    return filter.departement() == null ? null : names.get(filter.departement());
  }

  private List<QualityView.Line> desks(List<QualityCount> counts, QualityTally tally) {
    List<QualityView.Line> lines = new ArrayList<>();
    QualityTally.by(counts, QualityCount::deskId)
        .forEach(
            (id, own) -> {
              Desk desk = desks.get(id);
              lines.add(
                  new QualityView.Line(
                      String.valueOf(id),
                      desk.partner(),
                      own.get(0).departementCode(),
                      id.equals(me.deskId()),
                      tally.sum(desk.name(), numbers(own))));
            });
    lines.sort(
        Comparator.comparing(QualityView.Line::own)
            .thenComparing(line -> line.sum().active())
            .reversed()
            .thenComparing(line -> line.sum().name()));
    return lines;
  }

  private List<QualityView.Line> departements(
      List<QualityCount> counts, Map<String, String> names, QualityTally tally) {
    List<QualityView.Line> lines = new ArrayList<>();
    new TreeMap<>(QualityTally.by(counts, QualityCount::departementCode))
        .forEach(
            (code, own) ->
                lines.add(
                    new QualityView.Line(
                        code,
                        null,
                        code,
                        false,
                        tally.sum(names.getOrDefault(code, code), numbers(own)))));
    return lines;
  }

  private List<QualityView.Month> months(
      List<QualityDays.Day> days,
      List<String> territory,
      QualityFilter filter,
      QualityTally tally) {
    Map<LocalDate, Map<String, QualityNumbers>> numbers = new HashMap<>();
    new QualityDays(handle)
        .series(days.stream().map(QualityDays.Day::day).toList(), territory, filter, ownDesks())
        .forEach(
            one ->
                numbers
                    .computeIfAbsent(one.day(), any -> new HashMap<>())
                    .computeIfAbsent(one.departementCode(), any -> new QualityNumbers())
                    .add(one.indicator(), one.number(), one.own()));
    // Counts of the past were counted when the rules had looked.
    QualityTally then = new QualityTally(tally.threshold(), tally.open(), true);
    return days.stream()
        .map(day -> month(day, numbers.getOrDefault(day.day(), Map.of()).values(), then))
        .toList();
  }

  /** A month of several départements, each of which can be looked at alone. */
  private static QualityView.Month month(
      QualityDays.Day day, Collection<QualityNumbers> parts, QualityTally tally) {
    return new QualityView.Month(
        day.day(),
        day.derived(),
        QualityTally.guarded(
            tally.month(QualityNumbers.together(parts), day.derived()),
            parts.stream().map(part -> tally.month(part, day.derived())).toList()));
  }

  /** The départements as who looks at the whole territory is told of them. */
  private List<QualityTally.Part> parts(List<QualityCount> around, QualityTally tally) {
    return QualityTally.by(around, QualityCount::departementCode).values().stream()
        .map(this::numbers)
        .map(numbers -> new QualityTally.Part(numbers, tally.sum(null, numbers)))
        .toList();
  }

  private QualityNumbers numbers(List<QualityCount> counts) {
    Set<Long> own = ownDesks();
    QualityNumbers numbers = new QualityNumbers();
    counts.forEach(one -> numbers.add(one.indicator(), one.number(), own.contains(one.deskId())));
    return numbers;
  }

  /** Those of which the caller is told everything. */
  private Set<Long> ownDesks() {
    return desks.values().stream()
        .filter(
            desk ->
                me.scope().registering() && desk.partnerId() == me.partnerId()
                    || Objects.equals(desk.id(), me.deskId()))
        .map(Desk::id)
        .collect(Collectors.toSet());
  }

  private List<QualityView.Choice> partners(List<QualityCount> around) {
    return around.stream()
        .map(one -> desks.get(one.deskId()))
        .distinct()
        .map(one -> new QualityView.Choice(String.valueOf(one.partnerId()), one.partner()))
        .distinct()
        .sorted(Comparator.comparing(QualityView.Choice::name))
        .toList();
  }
}
