package fr.toitcommun.persistence.allocation.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reservation agreement may say. */
class AgreementRulesTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private final Reference reference = Reference.load(Reads.over(TestDatabase.demonstration()));

  @Test
  void R_441_5_aSoundAgreementHasNoFault() {
    assertThat(codes(form("30", "5"), PartnerKind.STATE)).isEmpty();
  }

  @Test
  void R_441_5_2_theStateHasThirtyPercentAtMostOfWhichFiveForItsAgents() {
    assertThat(codes(form("30.01", "5"), PartnerKind.STATE))
        .containsExactly("percent MORE_THAN_THE_STATE_MAY_HAVE");
    assertThat(codes(form("30", "5.5"), PartnerKind.STATE))
        .containsExactly("agentsPercent MORE_THAN_THE_STATE_MAY_HAVE");
    AgreementForm employers = form("40", "5");
    employers.setQuota("COLACT");
    assertThat(codes(employers, PartnerKind.ACTION_LOGEMENT))
        .containsExactly("agentsPercent AGENTS_OF_THE_STATE_ONLY");
  }

  @Test
  void referencesThatNoDwellingHasAreNamedUpToFiftyAndTheRestCounted() {
    List<String> many = IntStream.range(0, 5_000).mapToObj(i -> "REF-" + i).toList();
    assertThat(AgreementRules.unknown(List.of())).isEmpty();
    assertThat(AgreementRules.unknown(many.subList(0, 50)))
        .hasSize(50)
        .allMatch(fault -> fault.code().equals("UNKNOWN_DWELLING"));
    assertThat(AgreementRules.unknown(many))
        .hasSize(51)
        .startsWith(Fault.at("identified", "UNKNOWN_DWELLING", "REF-0"))
        .endsWith(Fault.at("identified", "UNKNOWN_DWELLINGS_MORE", 4_950));
    assertThat(AgreementRules.unknown(List.of("x".repeat(120))))
        .containsExactly(Fault.at("identified", "UNKNOWN_DWELLING", "x".repeat(40)));
  }

  @Test
  void R_441_5_oneAgreementPerHolderAtATime() {
    AgreementRules.Other same = other(7, "30", START.minusYears(1), null);
    assertThat(codes(form("30", "0"), PartnerKind.STATE, same))
        .containsExactly("holderId AGREEMENT_THERE_ALREADY");
    AgreementRules.Other before = other(7, "30", START.minusYears(1), START.minusDays(1));
    assertThat(codes(form("30", "0"), PartnerKind.STATE, before)).isEmpty();
  }

  @Test
  void R_441_5_nobodySharesOutMoreThanTheFlow() {
    AgreementRules.Other one = other(1, "50", START.minusYears(1), null);
    AgreementRules.Other two = other(2, "20.5", START.plusMonths(3), null);
    assertThat(codes(form("30", "0"), PartnerKind.STATE, one, two))
        .containsExactly("percent MORE_THAN_THE_FLOW");
    assertThat(codes(form("29.5", "0"), PartnerKind.STATE, one, two)).isEmpty();
    AgreementForm short1 = form("30", "0");
    short1.setValidTo(START.plusMonths(2));
    assertThat(codes(short1, PartnerKind.STATE, one, two)).isEmpty();
  }

  @Test
  void R_441_5_dwellingsStayIdentifiedForDefenceAndSecurityOnly() {
    AgreementForm form = form("10", "0");
    form.setQuota("COLTER");
    form.setIdentified(List.of("A-1"));
    assertThat(codes(form, PartnerKind.LOCAL_AUTHORITY))
        .containsExactly("identified IDENTIFIED_ONLY_FOR_DEFENCE");
    AgreementForm state = form(null, "0");
    state.setIdentified(List.of("A-1"));
    assertThat(codes(state, PartnerKind.STATE)).isEmpty();
  }

  @Test
  void R_441_5_thousandsOfDwellingsMayBeIdentified() {
    AgreementForm form = form(null, "0");
    List<String> references = new ArrayList<>(Collections.nCopies(5_000, "A"));
    form.setIdentified(references);
    assertThat(codes(form, PartnerKind.STATE)).isEmpty();
    references.add("B");
    assertThat(codes(form, PartnerKind.STATE)).containsExactly("identified TOO_MANY");
  }

  @ParameterizedTest(name = "percent {0}, agents {1}, {2} days: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "100, 0, 1, -",
        "0.01, 0, 180, -",
        "0, 0, 30, percent OUT_OF_RANGE",
        "-1, 0, 30, percent OUT_OF_RANGE",
        "100.01, 0, 30, percent OUT_OF_RANGE",
        "10.123, 0, 30, percent OUT_OF_RANGE",
        "10, -1, 30, agentsPercent OUT_OF_RANGE",
        "10, 1, 30, agentsPercent AGENTS_OF_THE_STATE_ONLY",
        "10, 0, 0, designationDays OUT_OF_RANGE",
        "10, 0, 181, designationDays OUT_OF_RANGE"
      })
  void R_441_5_sharesAndDaysKeepToTheirRange(
      String percent, String agents, int days, String fault) {
    AgreementForm form = form(percent, agents);
    form.setQuota("COLTER");
    form.setDesignationDays(days);
    List<String> codes = codes(form, PartnerKind.LOCAL_AUTHORITY);
    if (fault == null) {
      assertThat(codes).isEmpty();
    } else {
      assertThat(codes).contains(fault);
    }
  }

  @Test
  void R_441_5_2_theShareOfAgentsIsWithinThatOfTheState() {
    assertThat(codes(form("5", "5"), PartnerKind.STATE)).isEmpty();
    assertThat(codes(form("4", "5"), PartnerKind.STATE))
        .containsExactly("agentsPercent OUT_OF_RANGE");
  }

  @Test
  void R_441_5_2_withoutAShareOfTheFlowItsAgentsHaveNoneOfIt() {
    AgreementForm form = form(null, "5");
    form.setIdentified(List.of("A-1"));
    assertThat(codes(form, PartnerKind.STATE))
        .containsExactly("agentsPercent AGENTS_PART_OF_A_SHARE");
  }

  @Test
  void R_441_5_anAgreementMayEndOnTheDayItBeginsButNotBefore() {
    AgreementForm form = form("10", "0");
    form.setValidTo(START);
    assertThat(codes(form, PartnerKind.STATE)).isEmpty();
    form.setValidTo(START.minusDays(1));
    assertThat(codes(form, PartnerKind.STATE)).contains("validTo END_BEFORE_BEGINNING");
  }

  /** Two that follow one another never share out the flow together. */
  @Test
  void R_441_5_whatEndsBeforeAnotherBeginsIsNotAddedToIt() {
    AgreementRules.Other first = other(1, "60", START, START.plusMonths(5));
    AgreementRules.Other then = other(2, "60", START.plusMonths(6), null);
    assertThat(codes(form("30", "0"), PartnerKind.STATE, first, then)).isEmpty();
    AgreementRules.Other sameDay = other(2, "60", START.plusMonths(5), null);
    assertThat(codes(form("30", "0"), PartnerKind.STATE, first, sameDay))
        .containsExactly("percent MORE_THAN_THE_FLOW");
  }

  @Test
  void R_441_5_holdersOfDifferentPlacesDoNotShareTheSameDwellings() {
    AgreementForm form = form("20", "0");
    form.setQuota("COLTER");
    AgreementRules.Other state = other(1, Reach.ALL, "30", START, null);
    AgreementRules.Other employers = other(2, Reach.ALL, "40", START, null);
    AgreementRules.Other nantes = other(3, Reach.of("44109", "44162"), "20", START, null);
    AgreementRules.Other saintNazaire = other(4, Reach.of("44184"), "20", START, null);
    AgreementRules.Other[] all = {state, employers, nantes, saintNazaire};
    assertThat(codes(form, PartnerKind.LOCAL_AUTHORITY, Reach.of("44055"), all)).isEmpty();
    assertThat(codes(form, PartnerKind.LOCAL_AUTHORITY, Reach.of("44055", "44184"), all))
        .containsExactly("percent MORE_THAN_THE_FLOW");
    // Who holds all of the département shares with the most that there is in one place of it.
    assertThat(codes(form, PartnerKind.DEPARTMENT, all))
        .containsExactly("percent MORE_THAN_THE_FLOW");
    form.setPercent(BigDecimal.TEN);
    assertThat(codes(form, PartnerKind.DEPARTMENT, all)).isEmpty();
  }

  @Test
  void aNumberThatIsNoPercentageIsNamedAndNotReckonedWith() {
    AgreementRules.Other one = other(1, "50", START.minusYears(1), null);
    // Summing up or writing out such a number would take the memory of the server.
    for (String monster : List.of("1e999999999", "1e-999999999", "100.01", "0", "-1", "12.345")) {
      assertThat(codes(form(monster, "2e999999999"), PartnerKind.STATE, one))
          .containsExactlyInAnyOrder("percent OUT_OF_RANGE", "agentsPercent OUT_OF_RANGE");
    }
  }

  @Test
  void R_441_5_2_aShareAgreedBeforeItsCeilingWasIsKeptAsItIs() {
    AgreementForm form = form("40", "5");
    form.setValidFrom(LocalDate.of(2003, 1, 1));
    assertThat(codes(form, PartnerKind.STATE)).isEmpty();
    form.setValidFrom(LocalDate.of(2010, 10, 1));
    assertThat(codes(form, PartnerKind.STATE))
        .containsExactly("percent MORE_THAN_THE_STATE_MAY_HAVE");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "validFrom, 2010-10-01, -",
        "validFrom, 1950-01-01, -",
        "validFrom, 1949-12-31, validFrom DATE_OUT_OF_RANGE",
        "validFrom, +99999999-01-01, validFrom DATE_OUT_OF_RANGE",
        "validTo, 2099-12-31, -",
        "validTo, +99999999-01-01, validTo DATE_OUT_OF_RANGE",
        "signedOn, 1950-01-01, -",
        "signedOn, 1949-12-31, signedOn DATE_OUT_OF_RANGE",
        "signedOn, -99999999-01-01, signedOn DATE_OUT_OF_RANGE",
        "signedOn, 2100-01-01, signedOn DATE_OUT_OF_RANGE"
      })
  void aDayThatNoAgreementBearsIsNamed(String field, String day, String fault) {
    AgreementForm form = form("30", "5");
    LocalDate typed = LocalDate.parse(day);
    switch (field) {
      case "validFrom" -> form.setValidFrom(typed);
      case "validTo" -> form.setValidTo(typed);
      default -> form.setSignedOn(typed);
    }
    assertThat(codes(form, PartnerKind.STATE))
        .isEqualTo(fault == null ? List.of() : List.of(fault));
  }

  @Test
  void eachMissingTermIsNamed() {
    AgreementForm form = new AgreementForm();
    assertThat(codes(form, null))
        .containsExactlyInAnyOrder(
            "departementCode REQUIRED",
            "holderId REQUIRED",
            "percent REQUIRED",
            "signedOn REQUIRED",
            "validFrom REQUIRED",
            "designationDays REQUIRED");
  }

  @Test
  void aPartnerThatReservesNothingIsNoHolder() {
    assertThat(codes(form("10", "0"), PartnerKind.LANDLORD))
        .containsExactly("holderId NO_RESERVATION_HOLDER");
  }

  private List<String> codes(
      AgreementForm form, PartnerKind holder, AgreementRules.Other... others) {
    return codes(form, holder, Reach.ALL, others);
  }

  private List<String> codes(
      AgreementForm form, PartnerKind holder, Reach reach, AgreementRules.Other... others) {
    return AgreementRules.check(form, holder, holder != null, reach, List.of(others), reference)
        .stream()
        .map((Fault fault) -> fault.field() + " " + fault.code())
        .toList();
  }

  private static AgreementRules.Other other(
      long holder, String percent, LocalDate from, LocalDate to) {
    return other(holder, Reach.ALL, percent, from, to);
  }

  private static AgreementRules.Other other(
      long holder, Reach reach, String percent, LocalDate from, LocalDate to) {
    return new AgreementRules.Other(holder + 100, holder, reach, new BigDecimal(percent), from, to);
  }

  private static AgreementForm form(String percent, String agents) {
    AgreementForm form = new AgreementForm();
    form.setHolderId(7L);
    form.setDepartementCode("44");
    form.setQuota("PPRIOR");
    form.setPercent(percent == null ? null : new BigDecimal(percent));
    form.setAgentsPercent(new BigDecimal(agents));
    form.setDesignationDays(30);
    form.setSignedOn(START.minusDays(10));
    form.setValidFrom(START);
    return form;
  }
}
