package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.util.ArrayList;
import java.util.List;

/** A partner of the generated file, its desks and agents. */
final class Partner {
  /** A place where demands are registered; {@code weight}: how many, beside other desks. */
  record Desk(long id, String code, Partner partner, Town town, double weight, List<Long> agents) {}

  final long id;
  final PartnerKind kind;
  final String name;
  final String siren;
  final Town seat;
  final boolean registering;
  final String level;
  final List<String> territory;
  final double weight;
  final List<Desk> desks = new ArrayList<>();
  final List<Long> agents = new ArrayList<>();

  Partner(
      long id,
      PartnerKind kind,
      String name,
      String siren,
      Town seat,
      boolean registering,
      String level,
      List<String> territory,
      double weight) {
    this.id = id;
    this.kind = kind;
    this.name = name;
    this.siren = siren;
    this.seat = seat;
    this.registering = registering;
    this.level = level;
    this.territory = territory;
    this.weight = weight;
  }

  String name() {
    return name;
  }

  boolean in(String departement) {
    return territory.contains(departement);
  }

  /** An agent of this partner, of a desk of this département if there is one. */
  long agentIn(String departement, Dice dice) {
    List<Long> near =
        desks.stream()
            .filter(desk -> desk.town().departement().equals(departement))
            .flatMap(desk -> desk.agents().stream())
            .toList();
    return dice.pick(near.isEmpty() ? agents : near);
  }
}
