package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Whom the law puts on a commission for the dwellings of an agenda (L.441-2, R.441-9): six members
 * of the landlord, one of them for the tenants; the mayor of each municipality, with a casting
 * vote; the State; the president of each EPCI; with advisory voice a body of insertion and the
 * reservation holders of the quotas concerned. Names of offices, to be replaced by names of
 * persons.
 */
public final class MembersByLaw {
  private static final int LANDLORD_MEMBERS = 5;

  private MembersByLaw() {}

  /** The members for this session, all still only convened. */
  public static List<AttendeeForm> of(SessionDetail session, Reference reference) {
    List<AttendeeForm> members = new ArrayList<>();
    List<VacancyRow> dwellings = session.items().stream().map(SessionDetail.Item::vacancy).toList();
    for (int i = 1; i <= LANDLORD_MEMBERS; i++) {
      members.add(member("Membre désigné n° " + i, "LANDLORD_MEMBER", true));
    }
    members.add(member("Représentant des locataires", "TENANTS_REPRESENTATIVE", true));
    dwellings.stream()
        .map(VacancyRow::municipality)
        .distinct()
        .forEach(
            name -> {
              AttendeeForm mayor = member("Maire – " + name, "MAYOR", true);
              mayor.setCastingVote(true);
              members.add(mayor);
            });
    dwellings.stream()
        .map(VacancyRow::departementCode)
        .distinct()
        .forEach(code -> members.add(member("Préfecture – " + code, "STATE_REPRESENTATIVE", true)));
    dwellings.stream()
        .map(row -> reference.municipality(row.municipalityCode()).orElseThrow().epciName())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(name -> members.add(member("Présidence – " + name, "EPCI_PRESIDENT", true)));
    members.add(member("Organisme agréé d’insertion", "INSERTION_BODY", false));
    dwellings.stream()
        .map(VacancyRow::quota)
        .filter(quota -> quota != null && !"AUCUN".equals(quota))
        .distinct()
        .forEach(
            quota ->
                members.add(
                    member(
                        "Réservataire – " + reference.label("QUOTA", quota, Locale.FRENCH),
                        "RESERVATION_HOLDER",
                        false)));
    return members;
  }

  private static AttendeeForm member(String name, String capacity, boolean deliberative) {
    AttendeeForm member = new AttendeeForm();
    member.setName(name);
    member.setCapacity(capacity);
    member.setVoice(
        (deliberative ? SessionAttendee.Voice.DELIBERATIVE : SessionAttendee.Voice.ADVISORY)
            .name());
    return member;
  }
}
