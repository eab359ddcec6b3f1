package fr.toitcommun.ejb.document;

import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.VacancyStatus;
import fr.toitcommun.persistence.allocation.eligibility.CandidateFigures;
import fr.toitcommun.persistence.allocation.eligibility.HousingCost;
import fr.toitcommun.persistence.allocation.eligibility.Means;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.CandidateException;
import fr.toitcommun.persistence.commission.CandidateSheet;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.InternalRules;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionDossier;
import fr.toitcommun.persistence.commission.SignedMinutes;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import fr.toitcommun.persistence.registration.figure.FigureUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sessions laid out by hand. */
final class SessionSample {
  private SessionSample() {}

  static SessionDetail session(boolean closed, List<SessionDetail.Item> items) {
    return new SessionDetail(
        1,
        0,
        "Commission d’attribution de l’Estuaire",
        "Habitat de l’Estuaire",
        "3 quai des Antilles, 44200 Nantes",
        LocalDateTime.of(2026, 12, 1, 9, 30),
        "Salle Anne-de-Bretagne, 3 quai des Antilles",
        closed ? CommissionSession.Status.CLOSED : CommissionSession.Status.PLANNED,
        closed,
        3,
        3,
        attendees(closed),
        items,
        new SessionDetail.Proceedings(
            1, new InternalRules(null, 3, false, true, 8), null, null, false, List.of()));
  }

  private static List<AttendeeForm> attendees(boolean held) {
    return List.of(
        attendee("Solène Quéméneur", "LANDLORD_MEMBER", "DELIBERATIVE", false, held, "PRESENT"),
        attendee("Yves-Marie Péan", "LANDLORD_MEMBER", "DELIBERATIVE", false, held, "PRESENT"),
        attendee(
            "Fatoumata Traoré",
            "TENANTS_REPRESENTATIVE",
            "DELIBERATIVE",
            false,
            held,
            "REPRESENTED"),
        attendee("Maire de Nantes", "MAYOR", "DELIBERATIVE", true, held, "ABSENT"),
        attendee("Luc Hervé", "INSERTION_BODY", "ADVISORY", false, held, "PRESENT"));
  }

  private static AttendeeForm attendee(
      String name,
      String capacity,
      String voice,
      boolean casting,
      boolean held,
      String attendance) {
    AttendeeForm form = new AttendeeForm();
    form.setName(name);
    form.setCapacity(capacity);
    form.setVoice(voice);
    form.setCastingVote(casting);
    if (held) {
      form.setAttendance(attendance);
    }
    return form;
  }

  static VacancyRow dwelling(int number) {
    return new VacancyRow(
        number,
        1,
        number,
        VacancyStatus.OPEN,
        1,
        "Habitat de l’Estuaire",
        "EST-" + number,
        number == 1 ? "4410912345" : null,
        "44109",
        "Nantes",
        "44",
        number + " rue de l’Hôtel-Dieu",
        number == 1 ? Integer.valueOf(2) : null,
        true,
        "A",
        DwellingType.T3,
        66,
        412,
        95,
        0,
        0,
        FundingScheme.PLUS,
        "C",
        true,
        false,
        false,
        "PPRIOR",
        LocalDate.of(2027, 1, 15),
        LocalDate.of(2026, 10, 1),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        3,
        1L);
  }

  static SessionDetail.Item item(
      int number, CandidateException why, String detail, List<SessionDetail.Candidate> candidates) {
    return new SessionDetail.Item(
        number, number, dwelling(number), why, detail, candidates, Set.of(1L, 2L, 3L));
  }

  static SessionDetail.Candidate undecided(int position, String applicant) {
    return candidate(position, applicant, null, null, null, null, null);
  }

  static SessionDetail.Candidate candidate(
      int position,
      String applicant,
      Decision decision,
      Integer rank,
      String condition,
      String motive,
      String motiveDetail) {
    return new SessionDetail.Candidate(
        position,
        0,
        position,
        position,
        "0440124%06dG4401".formatted(position),
        applicant,
        position % 2 == 0 ? "Noël N’Diaye" : null,
        LocalDate.of(1980, 5, 12),
        LocalDate.of(2024, 1, 9),
        3,
        3,
        "2+1",
        position % 3 == 0 ? null : Integer.valueOf(21_300),
        figures(position),
        "CP",
        position == 2 ? SessionDetail.PROTECTED_MOTIVE : "13",
        false,
        position == 1 ? "ACTIF" : "NON",
        ProposalStatus.ON_AGENDA,
        decision,
        rank,
        condition,
        condition == null ? null : LocalDate.of(2026, 12, 21),
        null,
        motive,
        motiveDetail,
        List.of());
  }

  /** Every third candidate has stated neither income nor resources. */
  private static CandidateFigures figures(int position) {
    boolean stated = position % 3 != 0;
    HousingCost cost = new HousingCost(DwellingType.T3, 66, 412, 0, 95, 0, false, false);
    Means means = new Means(stated ? Integer.valueOf(1_980) : null, null, false, 0);
    return new CandidateFigures(
        1,
        position,
        "0440124%06dG4401".formatted(position),
        cost,
        means,
        List.of(made(FigureKind.RESOURCES_PER_UNIT, FigureUnit.EUROS_YEAR_UNIT, stated, "13200")),
        List.of(
            made(FigureKind.CEILING_SHARE, FigureUnit.PERCENT, stated, "57"),
            made(FigureKind.EFFORT_RATE, FigureUnit.PERCENT, stated, "25.6"),
            made(FigureKind.RESIDUAL_INCOME, FigureUnit.EUROS_DAY_UNIT, stated, "18.40"),
            made(FigureKind.FIRST_QUARTILE, FigureUnit.YES_NO, stated, "0")));
  }

  private static Figure made(FigureKind kind, FigureUnit unit, boolean stated, String value) {
    Figure.Making figure = Figure.of(kind, unit, "article");
    return stated ? figure.gives(new BigDecimal(value)) : figure.lacks("RESOURCES").unknown();
  }

  /** The dossier of a session whose first candidate has a sheet. */
  static SessionDossier dossier(SessionDetail session) {
    Map<Long, CandidateSheet> sheets = new HashMap<>();
    for (SessionDetail.Item item : session.items()) {
      for (SessionDetail.Candidate candidate : item.candidates()) {
        sheets.put(candidate.candidateId(), sheet(candidate.candidateId()));
      }
    }
    return new SessionDossier(session, sheets);
  }

  private static CandidateSheet sheet(long candidate) {
    return new CandidateSheet(
        candidate,
        12,
        15,
        true,
        List.of("C"),
        true,
        "ACD",
        "Logis de la Brière",
        "T2",
        38,
        410,
        LocalDate.of(2019, 3, 1),
        List.of("09", SessionDetail.PROTECTED_MOTIVE),
        List.of("T3", "T4"),
        List.of("Nantes", "Rezé"),
        true,
        600,
        List.of(46, 44, 7),
        3,
        1,
        1,
        6,
        2,
        0,
        candidate == 1 ? "Préfecture de la Loire-Atlantique" : null);
  }

  /** A closed session with the five decisions and an exception. */
  static SessionDetail decided() {
    return session(
        true,
        List.of(
            item(
                1,
                CandidateException.NONE,
                null,
                List.of(
                    candidate(
                        1,
                        "Anne-Zoé Le Guen-Kérvella",
                        Decision.RANKED_ALLOCATION,
                        1,
                        null,
                        null,
                        null),
                    candidate(2, "Örjan Šťastný", Decision.RANKED_ALLOCATION, 2, null, null, null),
                    candidate(
                        3,
                        "Ève d’Œuvre",
                        Decision.NON_ALLOCATION,
                        null,
                        null,
                        "RENT_TOO_HIGH",
                        "taux d’effort de 48 %"),
                    candidate(
                        4,
                        "Jean <b>Gras</b> & Cie",
                        Decision.INADMISSIBILITY,
                        null,
                        null,
                        "IRRRES",
                        null))),
            item(
                2,
                CandidateException.DALO_DESIGNATION,
                "désignation du 12 novembre",
                List.of(
                    candidate(
                        5,
                        "Mamadou Bâ",
                        Decision.CONDITIONAL_ALLOCATION,
                        null,
                        "jugement de divorce",
                        null,
                        null),
                    candidate(6, "Inès Muñoz", Decision.ALLOCATION, null, null, null, null)))));
  }

  /** The same, signed. */
  static SessionDetail decided(List<SignedMinutes> minutes) {
    SessionDetail open = decided();
    return new SessionDetail(
        open.sessionId(),
        open.version(),
        open.commission(),
        open.landlord(),
        open.landlordAddress(),
        open.heldAt(),
        open.place(),
        open.status(),
        open.dayCome(),
        open.minimumCandidates(),
        open.quorum(),
        open.attendees(),
        open.items(),
        new SessionDetail.Proceedings(1, open.proceedings().rules(), null, null, false, minutes));
  }

  /** A session being prepared, as long as one gets. */
  static SessionDetail large() {
    List<SessionDetail.Item> items = new ArrayList<>();
    for (int number = 1; number <= 20; number++) {
      List<SessionDetail.Candidate> candidates = new ArrayList<>();
      for (int position = 1; position <= 4; position++) {
        candidates.add(undecided(position + 4 * (number - 1), "Candidate n° " + position));
      }
      items.add(item(number, CandidateException.NONE, null, candidates));
    }
    return session(false, items);
  }
}
