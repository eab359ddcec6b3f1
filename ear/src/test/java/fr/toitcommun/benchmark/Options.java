package fr.toitcommun.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks of one measurement.
 *
 * @param home the project's folder
 * @param address the application to measure; null: one is started
 * @param data keeps the database of the one started
 * @param fresh whether the database is loaded anew
 * @param demands active demands of its demonstration
 * @param port where it answers
 * @param managementPort where its console answers
 * @param databasePort where its PostgreSQL listens
 * @param seconds how long registrations go on
 * @param matching whether matching and scoring alone are measured
 * @param observatory whether the observatory alone is measured
 */
record Options(
    Path home,
    URI address,
    Path data,
    boolean fresh,
    int demands,
    int port,
    int managementPort,
    int databasePort,
    int seconds,
    boolean matching,
    boolean observatory) {

  static final String USAGE =
      """
      Usage: ./benchmark [options]

      Starts the application on a demonstration of its own, measures it and stops it.

        --data DIR             keeps that demonstration between two runs (data/benchmark)
        --fresh                load the demonstration anew
        --demands N            its active demands, when it is loaded (82000)
        --seconds N            how long demands are registered (30)
        --matching             measure candidates, dwellings for a demand and scores alone
        --observatory          measure questions, reports and what they cost registrations alone
        --port N               the application answers there (8980)
        --management-port N    its console answers there (10990)
        --database-port N      its PostgreSQL listens there (16432)
        --address URL          measure the demonstration that answers there instead. Its database is looked
                               into only when TOITCOMMUN_DB_URL, _USER and _PASSWORD are in the environment.
                               The demands that are registered stay in it.
        --help                 this text
      """;

  /**
   * Reads the command line.
   *
   * @return null when only the usage is asked for
   * @throws IllegalArgumentException naming the argument that is unknown or wrong
   */
  static Options parse(List<String> arguments) {
    Path home = Path.of("").toAbsolutePath();
    URI address = null;
    Path data = null;
    boolean fresh = false;
    int demands = 82_000;
    int port = 8980;
    int managementPort = 10_990;
    int databasePort = 16_432;
    int seconds = 30;
    boolean matching = false;
    boolean observatory = false;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--home" -> home = Path.of(value(option, rest)).toAbsolutePath().normalize();
        case "--address" -> address = URI.create(value(option, rest));
        case "--data" -> data = Path.of(value(option, rest));
        case "--fresh" -> fresh = true;
        case "--matching" -> matching = true;
        case "--observatory" -> observatory = true;
        case "--demands" -> demands = number(option, rest);
        case "--port" -> port = number(option, rest);
        case "--management-port" -> managementPort = number(option, rest);
        case "--database-port" -> databasePort = number(option, rest);
        case "--seconds" -> seconds = number(option, rest);
        case "--help", "-h" -> {
          return null;
        }
        default -> throw new IllegalArgumentException("Unknown option " + option);
      }
    }
    Path folder = data == null ? home.resolve("data/benchmark") : data;
    return new Options(
        home,
        address,
        folder.toAbsolutePath().normalize(),
        fresh,
        demands,
        port,
        managementPort,
        databasePort,
        seconds,
        matching,
        observatory);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " wants a value");
    }
    return rest.next();
  }

  private static int number(String option, Iterator<String> rest) {
    String text = value(option, rest);
    if (!text.matches("[1-9]\\d{0,7}")) {
      throw new IllegalArgumentException(option + " wants a number, not " + text);
    }
    return Integer.parseInt(text);
  }
}
