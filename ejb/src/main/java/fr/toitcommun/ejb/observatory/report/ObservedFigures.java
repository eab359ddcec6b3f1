package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.allocation.CommitmentCounts;
import fr.toitcommun.ejb.observatory.Answering;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.ejb.observatory.map.MapKind;
import fr.toitcommun.ejb.observatory.map.MapMaking;
import fr.toitcommun.ejb.observatory.map.MapRequest;
import fr.toitcommun.ejb.observatory.map.MapSheet;
import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The observatory and the commitments, as a report takes them. */
final class ObservedFigures implements ReportSource {
  private static final int COMMITMENT_YEARS = 3;

  private final Answering answering;
  private final CommitmentCounts commitments;
  private final MapMaking maps;
  private final Reference reference;
  private final ObservatoryWords words;
  private final LocalDate today;

  ObservedFigures(
      Answering answering,
      CommitmentCounts commitments,
      MapMaking maps,
      Reference reference,
      LocalDate today) {
    this.answering = answering;
    this.commitments = commitments;
    this.maps = maps;
    this.reference = reference;
    this.words = answering.words();
    this.today = today;
  }

  @Override
  public List<Answer> ask(List<Question> questions) {
    return answering.answers(questions);
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
  public MapSheet map(Question question) {
    MapRequest usual = MapRequest.USUAL;
    return maps.sheet(
        new MapRequest(
            new Inquiry(question, null),
            question.indicator().isCount() ? MapKind.CIRCLES : MapKind.CHOROPLETH,
            usual.method(),
            usual.classes(),
            usual.flows()),
        answering);
  }

  @Override
  public String label(String list, String code) {
    return reference.label(list, code, words.locale());
  }
}
