package fr.toitcommun.launcher;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What the command line and the environment ask of one start.
 *
 * @param port where the application answers
 * @param managementPort where console, health and metrics answer
 * @param databasePort where the embedded PostgreSQL listens
 * @param bindAddress the address on which the application listens
 * @param data the folder that keeps everything between two starts
 * @param demands how many active demands the demonstration has
 * @param demonstration whether an empty database is filled with invented data
 * @param externalDatabase whether the database is one that the environment names, so that none is
 *     started
 * @param help whether only the usage is asked for
 */
public record Options(
    int port,
    int managementPort,
    int databasePort,
    String bindAddress,
    Path data,
    int demands,
    boolean demonstration,
    boolean externalDatabase,
    boolean help) {

  static final String USAGE =
      """
      Usage: ./run [options]

        --port N               the application answers there (8080)
        --management-port N    console, health and metrics answer there (9990)
        --database-port N      the embedded PostgreSQL listens there (15432)
        --bind ADDRESS         the application listens on this address (127.0.0.1)
        --data DIR             what is kept between two starts (data, beside this command)
        --demands N            active demands of the demonstration, when the database is empty (82000)
        --no-demonstration     leave an empty database empty; demonstration accounts open nothing
        --demonstration        fill an empty database even when it is not the embedded one
        --help                 this text

      With TOITCOMMUN_DB_URL, TOITCOMMUN_DB_USER and TOITCOMMUN_DB_PASSWORD in the environment no PostgreSQL
      is started: that one is used, and filled only with --demonstration. See docs/operations.md.
      """;

  /**
   * Reads the command line over what the environment says.
   *
   * @param arguments the command line
   * @param environment the environment's variables
   * @param defaultData the data folder when none is named
   * @return what is asked for
   * @throws StartRefused naming the argument that is unknown or wrong
   */
  public static Options parse(
      List<String> arguments, Map<String, String> environment, Path defaultData) {
    boolean external = !environment.getOrDefault("TOITCOMMUN_DB_URL", "").isBlank();
    int port = 8080;
    int managementPort = 9990;
    int databasePort = 15432;
    String bindAddress = "127.0.0.1";
    Path data = defaultData;
    int demands =
        number(
            "TOITCOMMUN_DEMONSTRATION_DEMANDS",
            environment.getOrDefault("TOITCOMMUN_DEMONSTRATION_DEMANDS", "82000"),
            1,
            10_000_000);
    boolean demonstration =
        Boolean.parseBoolean(
            environment.getOrDefault("TOITCOMMUN_DEMONSTRATION", Boolean.toString(!external)));
    boolean help = false;

    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--port" -> port = port(option, rest);
        case "--management-port" -> managementPort = port(option, rest);
        case "--database-port" -> databasePort = port(option, rest);
        case "--bind" -> bindAddress = value(option, rest);
        case "--data" -> data = Path.of(value(option, rest));
        case "--demands" -> demands = number(option, value(option, rest), 1, 10_000_000);
        case "--no-demonstration" -> demonstration = false;
        case "--demonstration" -> demonstration = true;
        case "--help", "-h" -> help = true;
        default -> throw new StartRefused("Unknown option " + option + ".\n\n" + USAGE);
      }
    }
    return new Options(
        port,
        managementPort,
        databasePort,
        bindAddress,
        data.toAbsolutePath().normalize(),
        demands,
        demonstration,
        external,
        help);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new StartRefused(option + " wants a value.\n\n" + USAGE);
    }
    return rest.next();
  }

  private static int port(String option, Iterator<String> rest) {
    return number(option, value(option, rest), 1, 65_535);
  }

  private static int number(String name, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of bounds.
    }
    throw new StartRefused(
        name + " wants a whole number from " + least + " to " + most + ", not \"" + text + "\".");
  }
}
