package fr.toitcommun.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * The command that runs Toit commun: starts the database and the server, says when all answers,
 * stops both at Ctrl-C.
 */
public final class Launcher {

  private static final List<String> DEMONSTRATION_ACCOUNTS =
      List.of(
          "guichet.nantes",
          "bailleur.nantes",
          "prefecture.44",
          "departement.44",
          "commune.saint-nazaire",
          "action.logement",
          "adil.44",
          "gestionnaire");
  private static final String DOCUMENTS = "TOITCOMMUN_DOCUMENTS";
  private static final String DEMONSTRATION_PASSWORD = "Toit-commun-2006!";

  private final Options options;
  private final Path home;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private boolean stopping;

  private Launcher(Options options, Path home) {
    this.options = options;
    this.home = home;
  }

  /**
   * @param arguments see {@link Options#USAGE}
   */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      Path home = home();
      Options options = Options.parse(List.of(arguments), System.getenv(), home.resolve("data"));
      if (options.help()) {
        System.out.print(Options.USAGE);
        return;
      }
      new Launcher(options, home).run();
    } catch (StartRefused e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** The project's folder: this jar is in wildfly-config/target of it. */
  private static Path home() {
    try {
      Path jar =
          Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return jar.resolve("../../..").toAbsolutePath().normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run() throws InterruptedException {
    Path installation = built("wildfly-config/target/server");
    Path application = built("ear/target/toit-commun.ear");
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));

    DataFolder folder = started(() -> DataFolder.take(options.data()));
    logInto(folder.path().resolve("launcher.log"));
    // Before the database takes its time: a server's port that is taken is said at once.
    Leftovers.stopServers(folder.path().resolve("server"));
    Ports.requireFree(options.bindAddress(), options.port(), "--port");
    Ports.requireFree("127.0.0.1", options.managementPort(), "--management-port");

    Map<String, String> environment = new HashMap<>();
    environment.put("TOITCOMMUN_DEMONSTRATION", Boolean.toString(options.demonstration()));
    environment.put("TOITCOMMUN_DEMONSTRATION_DEMANDS", Integer.toString(options.demands()));
    environment.put(
        DOCUMENTS,
        System.getenv()
            .getOrDefault(
                DOCUMENTS, folder.path().resolve("documents").toAbsolutePath().toString()));
    DatabaseAddress database = database(folder);
    environment.putAll(database.environment());
    if (!options.demonstration()
        && Installed.demonstration(database).isEmpty()
        && System.getenv("TOITCOMMUN_ADMIN_PASSWORD") == null) {
      throw new StartRefused(
          "An empty file without demonstration wants its manager's first password: set"
              + " TOITCOMMUN_ADMIN_PASSWORD in the environment.");
    }
    say("The server starts.");
    ConsoleAccounts accounts = ConsoleAccounts.of(folder);
    ApplicationServer server =
        started(
            () ->
                ApplicationServer.start(
                    installation, application, folder, options, accounts, environment));
    server.awaitReady();
    sayReady(accounts, Installed.demonstration(database).orElse(false));
    server.awaitEnd();
    if (!isStopping()) {
      throw new StartRefused(
          "The server stopped by itself: see " + folder.path().resolve("server/log/server.json"));
    }
  }

  private DatabaseAddress database(DataFolder folder) {
    if (options.externalDatabase()) {
      say("The database is the one of TOITCOMMUN_DB_URL.");
      return new DatabaseAddress(
          System.getenv("TOITCOMMUN_DB_URL"),
          System.getenv().getOrDefault("TOITCOMMUN_DB_USER", EmbeddedDatabase.NAME),
          System.getenv().getOrDefault("TOITCOMMUN_DB_PASSWORD", EmbeddedDatabase.NAME));
    }
    say("PostgreSQL starts (data in " + options.data() + ").");
    return started(() -> EmbeddedDatabase.start(folder, options.databasePort())).address();
  }

  private Path built(String what) {
    Path path = home.resolve(what);
    if (!Files.exists(path)) {
      throw new StartRefused(path + " is missing: build it first with ./mvnw -DskipTests package");
    }
    return path;
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private void sayReady(ConsoleAccounts accounts, boolean demonstration) {
    String address = "http://localhost:" + options.port() + "/";
    say("");
    say("Toit commun answers at " + address);
    if (demonstration) {
      say("");
      say("Demonstration accounts, all with the password " + DEMONSTRATION_PASSWORD);
      DEMONSTRATION_ACCOUNTS.forEach(account -> say("  " + account));
    }
    say("");
    say("Server console at http://localhost:" + options.managementPort() + "/console");
    say("  administrator  " + accounts.administrator());
    say("  monitor        " + accounts.monitor());
    say("");
    say("Stop with Ctrl-C. What was entered stays in " + options.data());
    say("");
    say("READY " + address);
  }

  /** What the libraries say is for a file, not for the terminal. */
  private static void logInto(Path file) {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    try {
      FileHandler handler = new FileHandler(file.toString(), 1_000_000, 1, true);
      handler.setFormatter(new SimpleFormatter());
      root.addHandler(handler);
    } catch (IOException e) {
      throw new StartRefused("The log " + file + " cannot be written: " + e, e);
    }
  }

  /** Under the lock, so that a Ctrl-C meanwhile waits and then stops this part too. */
  private synchronized <T extends AutoCloseable> T started(Supplier<T> start) {
    if (stopping) {
      throw new StartRefused("Stopped before all was started.");
    }
    T part = start.get();
    running.push(part);
    return part;
  }

  private synchronized boolean isStopping() {
    return stopping;
  }

  /** Stops what runs, last started first; called at Ctrl-C and at every other end. */
  private synchronized void stop() {
    stopping = true;
    if (running.size() > 1) {
      say("");
      say("Toit commun stops.");
    }
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        System.err.println("While stopping: " + e);
      }
    }
  }
}
