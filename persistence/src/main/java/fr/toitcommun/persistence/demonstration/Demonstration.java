package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.observatory.ObservedRows;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.BodyNumbers;
import fr.toitcommun.persistence.registration.RegistrationRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Fills an empty file with invented demonstration data: partners and agents, active demands, two
 * years of cancelled and satisfied ones with the proposals, sessions and leases behind them, and
 * dwellings to let. The same settings give the same rows. Distributions follow published figures
 * where there are any; the test {@code PublishedFiguresTest} says which.
 */
public final class Demonstration {
  /** Active demands of the file of 2006: 71,800 in Pays de la Loire and 10,200 in Morbihan. */
  public static final int FILE_OF_2006 = Volumes.FILE_OF_2006;

  /** Password of all demonstration accounts; the caller hands in its hash. */
  public static final String PASSWORD = "Toit-commun-2006!";

  /** Logins of the demonstration accounts. */
  public static final List<String> ACCOUNTS =
      List.of(
          "guichet.nantes",
          "bailleur.nantes",
          "bailleur.saint-nazaire",
          "prefecture.44",
          "departement.44",
          "commune.saint-nazaire",
          "commune.sans-guichet",
          "action.logement",
          "adil.44",
          "gestionnaire");

  private static final int LEAST_DEMANDS = 500;

  /**
   * What to generate.
   *
   * @param activeDemands active demands, 500 at least; everything else is in proportion
   * @param seed of all chance
   * @param today the day the file is as of; nothing generated happened on it or later
   * @param passwordHash bcrypt hash of {@link #PASSWORD}, given to the demonstration accounts only
   */
  public record Settings(int activeDemands, long seed, LocalDate today, String passwordHash) {
    /** Checks the settings. */
    public Settings {
      if (activeDemands < LEAST_DEMANDS) {
        throw new IllegalArgumentException("At least " + LEAST_DEMANDS + " active demands");
      }
      Objects.requireNonNull(today, "today");
    }
  }

  /** Hears how far a load has come. */
  public interface Progress {
    /** So much of a stage is done; stages follow one another and are not foretold. */
    void report(String stage, long done, long total);
  }

  private Demonstration() {}

  /**
   * Loads into tables that hold reference data only. Does not commit; while it runs, foreign keys
   * and secondary indexes of the big tables are off, and put back in the same transaction.
   *
   * @throws SQLException when the database refuses, which leaves the transaction to roll back
   */
  public static void load(Connection connection, Settings settings, Progress progress)
      throws SQLException {
    Territory territory = new Territory(connection);
    Ceilings ceilings = new Ceilings(connection, settings.today());
    Volumes volumes = new Volumes(settings.activeDemands());
    Names names = new Names();
    Partners partners = new Partners(territory, volumes, settings.seed());
    Housing housing = new Housing(territory, partners, names);
    Agents agents = new Agents(partners, volumes, names, housing, settings);
    progress.report("partners", 0, 1);
    agents.write(connection);
    progress.report("partners", 1, 1);

    LoadMode mode = LoadMode.enter(connection);
    Handle handle = Jdbi.open(connection);
    ObservedRows.noteChanges(handle, false);
    List<Life> lives = Lives.plan(settings, volumes);
    Register register = new Register(lives, territory);
    Events events = new Events(connection);
    DemandWriter demandWriter = new DemandWriter(connection);
    Households households =
        new Households(settings.seed(), settings.today(), names, territory, housing);
    Districts.write(connection);
    Agreements.write(connection, settings, territory, partners);
    Reference reference = Reference.load(Jdbi.create(connection));
    Labels labels =
        new Labels(connection, settings, reference, partners, territory, ceilings, events);
    new Demands(
            settings,
            households,
            RegistrationRules.household(reference, settings.today()),
            ceilings,
            territory,
            partners,
            register,
            events,
            demandWriter,
            labels,
            lives.size())
        .write(lives, progress);

    Stock stock = new Stock(settings.seed(), settings.today(), housing);
    PastOffers past = new PastOffers(settings.seed(), territory, partners, register, ceilings);
    OpenOffers open = new OpenOffers(settings, territory, partners, register, ceilings);
    past.dwellings(lives, stock);
    open.dwellings(volumes, stock);
    stock.settle(territory.departements());
    Reservations reservations = new Reservations(settings, partners);
    reservations.offer(stock.flats());
    reservations.write(connection);
    stock.write(connection, progress);
    reservations.identify(connection);
    List<Offer> offers = new ArrayList<>(past.candidates(lives));
    offers.addAll(open.candidates());
    Sessions sessions = new Sessions(settings, partners, territory, names);
    OfferWriter offerWriter = new OfferWriter(connection, settings, register, events, sessions);
    offerWriter.write(offers, progress);
    sessions.write(connection);
    events.flush();
    mode.leave(progress);
    // What asks the tables itself waits for their indexes and statistics.
    progress.report("statistics", 0, 1);
    analyse(connection);
    progress.report("statistics", 1, 1);
    Dossiers dossiers = new Dossiers(connection, settings, events);
    dossiers.write(connection, lives);
    events.flush();
    reservations.tell(connection);
    progress.report("scores", 0, 1);
    Grids.write(connection, settings.today());
    progress.report("scores", 1, 1);

    Sequences sequences = new Sequences(connection);
    sequences.after("partner_seq", partners.all().size());
    sequences.after("registration_desk_seq", partners.desks().size());
    sequences.after("agent_seq", agents.lastId());
    sequences.after("demand_seq", lives.size());
    sequences.after("household_member_seq", demandWriter.lastMember());
    sequences.after("demand_event_seq", events.lastId());
    sequences.after("priority_label_seq", labels.lastId());
    sequences.after("dwelling_seq", stock.size());
    sequences.after("vacancy_seq", stock.size());
    sequences.after("reservation_agreement_seq", reservations.size());
    sequences.after("proposal_seq", offerWriter.lastProposal());
    sequences.after("commission_seq", partners.all().size());
    sequences.after("commission_session_seq", sessions.count());
    sequences.after("session_attendee_seq", sessions.lastAttendee());
    sequences.after("commission_item_seq", offerWriter.lastItem());
    sequences.after("item_candidate_seq", offerWriter.lastCandidate());
    sequences.after("lease_seq", offerWriter.lastLease());
    sequences.after("supporting_document_seq", dossiers.lastId());
    sequences.after("scoring_grid_seq", Grids.count());
    sequences.numbers(lives);
    BodyNumbers.numberAll(Jdbi.create(connection));
    Notices.write(connection, settings.today());
    RecentCertificates.write(connection, settings.today());
    Councils.write(connection, settings.today());
    Followed.write(connection, settings.today());
    ObservedRows.writeAll(handle);
    ObservedRows.noteChanges(handle, true);
  }

  /** Gathers the planner's statistics; worth its seconds after a load, outside its transaction. */
  public static void analyse(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }
}
