package fr.toitcommun.persistence.registration.priority;

import fr.toitcommun.persistence.reference.DetectionSetting;
import java.util.Collection;
import java.util.List;

/** Finds likely grounds of L.441-1. */
public final class Detection {
  private Detection() {}

  /**
   * The grounds that rules find, but for those that somebody has asked for, certified or rejected
   * already.
   *
   * @param settings the rules in force where the demand is
   * @param known the labels of the demand
   */
  public static List<LikelyGround> of(
      DetectionFacts facts, List<DetectionSetting> settings, Collection<LabelRow> known) {
    return settings.stream()
        .filter(setting -> isKnown(setting.code()))
        .map(setting -> new Found(DetectionRule.valueOf(setting.code()), setting))
        .filter(found -> found.rule.holds(facts, found.setting.threshold()))
        .filter(found -> known.stream().noneMatch(label -> settles(label, found.rule.ground())))
        .map(
            found ->
                new LikelyGround(
                    found.rule,
                    found.rule.ground(),
                    found.setting.article(),
                    found.setting.assumed()))
        .toList();
  }

  private record Found(DetectionRule rule, DetectionSetting setting) {}

  private static boolean isKnown(String code) {
    return List.of(DetectionRule.values()).stream().anyMatch(rule -> rule.name().equals(code));
  }

  /** One that ended may be proposed again: the situation may have come back. */
  private static boolean settles(LabelRow label, PriorityGround ground) {
    return label.kind() == LabelKind.GROUND
        && ground.name().equals(label.code())
        && (label.state() == LabelState.PROPOSED
            || label.state() == LabelState.CERTIFIED
            || label.state() == LabelState.REJECTED);
  }
}
