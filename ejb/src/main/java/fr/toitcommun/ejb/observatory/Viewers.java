package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.observatory.Viewer;
import fr.toitcommun.persistence.partner.AgentProfile;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.Municipality;
import java.util.List;
import java.util.Optional;

/** Whose activity an agent looks at, by what they are. */
final class Viewers {
  private Viewers() {}

  static Viewer of(AgentProfile me, Reference reference) {
    // Who registers nothing has no activity of their own.
    boolean acts = me.partnerKind() != PartnerKind.INFORMATION_AGENCY && me.scope().registering();
    return new Viewer(
        me.deskId(),
        acts ? me.partnerId() : null,
        municipalities(me, reference).stream().map(Municipality::epciSiren).distinct().toList(),
        me.scope().departements(),
        List.copyOf(reference.departements().keySet()));
  }

  /** What the territory is called: the EPCI of a local authority, else the départements. */
  static String territory(AgentProfile me, Reference reference) {
    List<String> epcis =
        municipalities(me, reference).stream().map(Municipality::epciName).distinct().toList();
    return epcis.isEmpty() ? departements(me, reference) : String.join(", ", epcis);
  }

  /** The names of the départements. */
  static String departements(AgentProfile me, Reference reference) {
    return String.join(
        ", ",
        me.scope().departements().stream()
            .map(code -> reference.departements().get(code))
            .toList());
  }

  /** Those of a local authority in an EPCI; others act in whole départements. */
  private static List<Municipality> municipalities(AgentProfile me, Reference reference) {
    return me.scope().municipalities().stream()
        .map(reference::municipality)
        .flatMap(Optional::stream)
        .filter(one -> one.epciSiren() != null)
        .toList();
  }
}
