package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.allocation.Commitments;
import fr.toitcommun.ejb.observatory.Observatory;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.ejb.observatory.map.MapKind;
import fr.toitcommun.ejb.observatory.map.MapRequest;
import fr.toitcommun.ejb.observatory.map.MapSheet;
import fr.toitcommun.ejb.observatory.map.Maps;
import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.When;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The observatory and the commitments, as a report takes them. */
final class ObservedFigures implements ReportSource {
  private static final int COMMITMENT_YEARS = 3;

  private final Observatory observatory;
  private final Commitments commitments;
  private final Maps maps;
  private final Reference reference;
  private final ObservatoryWords words;
  private final LocalDate today;

  ObservedFigures(
      Observatory observatory,
      Commitments commitments,
      Maps maps,
      Reference reference,
      ObservatoryWords words,
      LocalDate today) {
    this.observatory = observatory;
    this.commitments = commitments;
    this.maps = maps;
    this.reference = reference;
    this.words = words;
    this.today = today;
  }

  @Override
  public List<Answer> ask(List<Question> questions) {
    return observatory.answers(questions, words.locale());
  }

  @Override
  public String name(Indicator indicator) {
    return words.name(indicator);
  }

  @Override
  public String definition(Indicator indicator) {
    return words.definition(indicator);
  }

  @Override
  public String unit(Indicator indicator) {
    return words.name(indicator.unit());
  }

  @Override
  public String name(Axis axis) {
    return words.name(axis);
  }

  @Override
  public Optional<CommitmentView> commitments(int year, ReportTerritory territory) {
    boolean kept = year > today.getYear() - COMMITMENT_YEARS && year <= today.getYear();
    if (!kept) {
      return Optional.empty();
    }
    if (territory == null) {
      return Optional.of(commitments.view(year, null, null));
    }
    return switch (territory.level()) {
      case EPCI -> Optional.of(commitments.view(year, null, territory.code()));
      case DEPARTEMENT -> Optional.of(commitments.viewOfDepartement(year, territory.code()));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<MapSheet> map(
      Indicator indicator, TerritoryLevel level, int year, ReportTerritory territory) {
    if (territory != null && territory.level() == Axis.MUNICIPALITY) {
      return Optional.empty();
    }
    LocalDate next = LocalDate.of(year + 1, 1, 1);
    When when =
        next.isAfter(today) ? When.NOW : indicator.isStock() ? When.on(next) : When.year(year);
    Question question = Question.of(indicator, when).by(Axis.valueOf(level.name()), null);
    if (territory != null) {
      question = question.where(territory.level(), Set.of(territory.code()));
    }
    MapRequest usual = MapRequest.USUAL;
    return Optional.of(
        maps.sheet(
            new MapRequest(
                new Inquiry(question, null),
                indicator.isCount() ? MapKind.CIRCLES : MapKind.CHOROPLETH,
                usual.method(),
                usual.classes(),
                usual.flows()),
            words.locale()));
  }

  @Override
  public String label(String list, String code) {
    return reference.label(list, code, words.locale());
  }
}
