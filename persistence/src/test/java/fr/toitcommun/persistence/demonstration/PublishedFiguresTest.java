package fr.toitcommun.persistence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.toitcommun.persistence.TestDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every published figure that the generator claims to follow. Tolerances are what chance may do to
 * a file of {@value TestDatabase#DEMANDS} demands; shares are in percent. The figures that are not
 * here (ages, work, wished types, rents) are guesses and claim nothing.
 */
class PublishedFiguresTest {
  private static final String LOIRE = "departement_code in ('44', '49', '53', '72', '85')";
  private static final String ACTIVE = " from demand d where status = 'ACTIVE'";

  private record Figure(
      String claim, String source, double expected, double tolerance, String query) {
    @Override
    public String toString() {
      return claim + " (" + source + ")";
    }
  }

  static Stream<Figure> figures() {
    return Stream.of(
            volumes(), stock(), people(), housing(), waiting(), cancellations(), partners())
        .flatMap(figures -> figures);
  }

  private static Stream<Figure> volumes() {
    double demands = TestDatabase.DEMANDS;
    return Stream.of(
        new Figure(
            "71,800 of the 82,000 active demands are in Pays de la Loire",
            "CREHA Ouest, May 2006",
            71_800 / 82_000.0 * demands,
            0.5,
            "select count(*)" + ACTIVE + " and " + LOIRE),
        new Figure(
            "10,200 of them in Morbihan",
            "CREHA Ouest, May 2006",
            10_200 / 82_000.0 * demands,
            0.5,
            "select count(*)" + ACTIVE + " and departement_code = '56'"),
        new Figure(
            "transfers in Pays de la Loire",
            "CREHA Ouest, May 2006",
            37,
            0.1,
            share("transfer", ACTIVE + " and " + LOIRE)),
        new Figure(
            "transfers in Morbihan",
            "CREHA Ouest, May 2006",
            36,
            0.2,
            share("transfer", ACTIVE + " and departement_code = '56'")),
        new Figure(
            "active demands for each lease of a year, Pays de la Loire",
            "USH Pays de la Loire, 2024",
            6,
            0.1,
            "select (select count(*)"
                + ACTIVE
                + " and "
                + LOIRE
                + ") / (count(*) / 2.0) from lease where "
                + LOIRE),
        demandsLikeStock("44", 98_734),
        demandsLikeStock("49", 66_798),
        demandsLikeStock("53", 16_380),
        demandsLikeStock("72", 39_548),
        demandsLikeStock("85", 25_685));
  }

  private static Figure demandsLikeStock(String departement, int dwellings) {
    return new Figure(
        "share of département " + departement + " in Pays de la Loire: that of the social stock",
        "DREAL, RPLS 1 January 2024",
        100.0 * dwellings / 247_145,
        0.1,
        share("departement_code = '" + departement + "'", ACTIVE + " and " + LOIRE));
  }

  private static Stream<Figure> stock() {
    return Stream.of(
        houses("44", 15.7),
        houses("49", 32.4),
        houses("53", 31.2),
        houses("72", 25.0),
        houses("85", 47.0),
        new Figure(
            "dwellings in priority districts, Pays de la Loire",
            "DREAL, RPLS 1 January 2024",
            25.7,
            1.0,
            share("priority_district", " from dwelling where municipality_code not like '56%'")),
        stockOf("Nantes Métropole", "244400404", "44", 67_829 / 98_734.0),
        stockOf("Angers Loire Métropole", "244900015", "49", 39_114 / 66_798.0),
        stockOf("Le Mans Métropole", "247200132", "72", 26_586 / 39_548.0),
        stockOf("CARENE", "244400644", "44", 13_251 / 98_734.0),
        stockOf("Laval Agglomération", "200083392", "53", 9_756 / 16_380.0),
        stockOf("La Roche-sur-Yon Agglomération", "248500589", "85", 8_179 / 25_685.0));
  }

  private static Figure houses(String departement, double expected) {
    return new Figure(
        "individual houses, département " + departement,
        "DREAL, RPLS 1 January 2024",
        expected,
        1.5,
        share(
            "category = 'M'",
            " from dwelling where municipality_code like '" + departement + "%'"));
  }

  private static Figure stockOf(String name, String siren, String departement, double share) {
    return new Figure(
        "dwellings of " + name + " among those of its département",
        "DREAL, RPLS 1 January 2024",
        100 * share,
        9,
        share(
            "coalesce(m.epci_siren, '') = '" + siren + "'",
            " from dwelling join municipality m on m.code = municipality_code"
                + " where m.departement_code = '"
                + departement
                + "'"));
  }

  private static Stream<Figure> people() {
    String household = " from household_member m where m.demand_id = d.id and m.";
    return Stream.of(
        new Figure(
            "nearly half of the applicants are alone",
            "USH Pays de la Loire, 2025",
            47,
            2.5,
            share("household_size = 1", ACTIVE)),
        new Figure(
            "lone parents",
            "Cour des comptes, about 2017",
            27,
            2,
            share(
                "not exists (select 1"
                    + household
                    + "role = 'CO_APPLICANT') and exists (select 1"
                    + household
                    + "kinship = 'E')",
                ACTIVE)),
        new Figure(
            "applicants under the PLAI ceiling, of those whose income is known",
            "Cour des comptes",
            73,
            3,
            share(
                "annual_income <= case when household_category <= 6 then c.amount"
                    + " else c.amount + (household_category - 6) * b.amount end",
                " from demand d join income_ceiling c on c.scheme = 'PLAI' and c.year = 2026"
                    + " and c.zone = 'AUTRES_REGIONS'"
                    + " and c.category = least(household_category, 6)"
                    + " join income_ceiling b on b.scheme = 'PLAI' and b.year = 2026"
                    + " and b.zone = 'AUTRES_REGIONS'"
                    + " and b.category = 7"
                    + " where status = 'ACTIVE' and annual_income is not null")),
        new Figure(
            "reference tax income missing in demands entered at a desk",
            "Cour des comptes, 2017",
            56,
            2.5,
            share("annual_income is null", ACTIVE)),
        new Figure(
            "applicants from another département, Maine-et-Loire",
            "ADIL 49, 2019",
            13,
            2.5,
            share(
                "coalesce(municipality_code not like '49%', true)",
                ACTIVE + " and departement_code = '49'")));
  }

  private static Stream<Figure> housing() {
    String first = ACTIVE + " and not transfer";
    String transfer = ACTIVE + " and transfer";
    String housed = " from demand where cancellation_reason = 'RADATT'";
    return Stream.of(
        new Figure(
            "first access: no housing of their own",
            "USH, 2019",
            31.9,
            2,
            share("main_motive = '01'", first)),
        new Figure(
            "first access: too expensive",
            "USH, 2019",
            14.3,
            2,
            share("main_motive = '09'", first)),
        new Figure(
            "transfer: too small", "USH, 2019", 27.2, 2.5, share("main_motive = '13'", transfer)),
        new Figure(
            "transfer: health or disability",
            "USH, 2019",
            14.8,
            2,
            share("main_motive in ('07', '08')", transfer)),
        new Figure(
            "transfer: surroundings", "USH, 2019", 12.1, 2, share("main_motive = '17'", transfer)),
        new Figure(
            "housed: tenants of social housing",
            "Ancols, 2024",
            27,
            2.5,
            share("current_tenure = 'HLM'", housed)),
        new Figure(
            "housed: private tenants",
            "Ancols, 2024",
            25,
            2.5,
            share("current_tenure = 'LP'", housed)),
        new Figure(
            "housed: lodged by relatives",
            "Ancols, 2024",
            27,
            2.5,
            share("current_tenure in ('CPE', 'CP')", housed)));
  }

  private static Stream<Figure> waiting() {
    String day = "date '" + TestDatabase.TODAY + "'";
    return Stream.of(
        new Figure(
            "mean wait of those still waiting, days",
            "Ancols, 2023",
            721,
            35,
            "select avg(" + day + " - initial_deposit_date)" + ACTIVE),
        new Figure(
            "mean wait of those housed, days",
            "Ancols, 2023",
            520,
            35,
            "select avg(signed_on - initial_deposit_date) from lease"),
        new Figure(
            "waiting for more than a year",
            "USH, 2025",
            51,
            2.5,
            share("initial_deposit_date <= " + day + " - interval '1 year'", ACTIVE)));
  }

  private static Stream<Figure> cancellations() {
    String otherwise =
        " from demand where status = 'CANCELLED' and cancellation_reason <> 'RADATT'";
    return Stream.of(
        new Figure(
            "not renewed, of the demands cancelled without a lease",
            "Grand Est, 2021",
            93,
            0.5,
            share("cancellation_reason = 'RADREN'", otherwise)),
        new Figure(
            "demands cancelled otherwise for each satisfied one",
            "Grand Est, 2021",
            57 / 37.0,
            0.02,
            "select (select count(*)" + otherwise + ") / count(*)::numeric from lease"),
        new Figure(
            "refusals of each household that refuses",
            "2010, quoted in domain.md §3.7",
            1.3,
            0.15,
            "select avg(refusals) from (select count(*) refusals from proposal"
                + " where status in ('REFUSED', 'LAPSED') group by demand_id) r"));
  }

  private static Stream<Figure> partners() {
    // Below the full size each kind of partner keeps its desks, so only the full plan is claimed.
    Volumes full = new Volumes(Demonstration.FILE_OF_2006);
    return Stream.of(
        new Figure(
            "registering desks, Pays de la Loire",
            "CREHA Ouest, 2006",
            180,
            0,
            "select " + full.desks(false, 0)),
        new Figure(
            "registering desks, Morbihan",
            "CREHA Ouest, 2006",
            20,
            0,
            "select " + full.desks(true, 0)),
        new Figure(
            "agents, Pays de la Loire",
            "CREHA Ouest, 2006",
            986,
            0,
            "select " + full.agents(false, 0)),
        new Figure(
            "agents, Morbihan", "CREHA Ouest, 2006", 123, 0, "select " + full.agents(true, 0)));
  }

  private static String share(String condition, String from) {
    return "select 100.0 * avg((" + condition + ")::int)" + from;
  }

  @ParameterizedTest
  @MethodSource("figures")
  void theFileFollowsThePublishedFigure(Figure figure) {
    assertThat(Sql.number(TestDatabase.demonstration(), figure.query()))
        .as(figure.toString())
        .isCloseTo(figure.expected(), within(figure.tolerance()));
  }
}
