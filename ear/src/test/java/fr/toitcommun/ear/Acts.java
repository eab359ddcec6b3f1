package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Inside the server: the boundaries, the database behind them, and a form to register. */
public final class Acts {
  private Acts() {}

  private static final Map<Class<?>, Object> FOUND = new ConcurrentHashMap<>();

  /**
   * The boundary of this class, as the application's own web tier calls it. A thread of a test's
   * own has no names to look up in: it finds what the test looked up before.
   */
  public static <T> T of(Class<T> boundary) {
    return boundary.cast(FOUND.computeIfAbsent(boundary, Acts::lookup));
  }

  private static Object lookup(Class<?> boundary) {
    try {
      return InitialContext.doLookup("java:app/ejb/" + boundary.getSimpleName());
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The database, to see what was really stored. */
  public static Jdbi database() {
    try {
      return Reads.over((DataSource) InitialContext.doLookup("java:jboss/datasources/ToitCommun"));
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one number that a query gives. */
  public static long count(String sql, Object... values) {
    return database()
        .withHandle(
            handle -> {
              var query = handle.createQuery(sql);
              for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
              }
              return query.mapTo(Long.class).one();
            });
  }

  /** The one text that a query gives. */
  public static String text(String sql) {
    return database().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  /** An act that gives nothing, as one that can be called. */
  public static Void run(Runnable act) {
    act.run();
    return null;
  }

  /** What this agent's act is refused for, each fault once; it must be refused. */
  public static List<String> codes(String login, Callable<?> act) {
    return refusal(login, act).faults().stream().map(Fault::code).distinct().toList();
  }

  /** Asserts that what this agent's act is about is not theirs. */
  public static void notInScope(String login, Callable<?> act) {
    assertThatThrownBy(() -> AsAgent.call(login, act)).as(login).isInstanceOf(NotInScope.class);
  }

  /** Does it as this agent. */
  public static void act(String login, Runnable act) throws Exception {
    AsAgent.call(login, () -> run(act));
  }

  /** What this agent's act is refused for, each fault with its field; it must be refused. */
  public static List<String> faults(String login, Runnable act) {
    return refusal(login, () -> run(act)).faults().stream()
        .map(fault -> fault.field() + " " + fault.code())
        .toList();
  }

  private static RefusedInput refusal(String login, Callable<?> act) {
    RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> AsAgent.call(login, act));
    assertThat(refused).as("refused").isNotNull();
    return refused;
  }

  /** A valid form of a person alone who asks for a T2 there. */
  public static DemandForm form(String surname, String... municipalities) {
    PersonForm applicant = new PersonForm();
    applicant.setCivility("2");
    applicant.setSurname(surname);
    applicant.setGivenName("Éléonore");
    applicant.setBirthDate(LocalDate.of(1988, 2, 29));
    applicant.setNationality("1");
    applicant.setTaxIncomeN2(14_000);
    DemandForm form = new DemandForm();
    form.setIdentityChecked(true);
    form.setApplicant(applicant);
    form.getContact().setAddressLine("3 rue des Lilas");
    form.getContact().setPostalCode("44000");
    form.getContact().setCity("Nantes");
    form.getContact().setMunicipalityCode("44109");
    form.getCurrentHousing().setTenure("LP");
    form.getMotives().setMain("09");
    form.getSought().setCategory("I");
    form.getSought().setTypes(List.of("T2"));
    for (String municipality : municipalities) {
      form.getSought().getLocations().add(new LocationForm(municipality));
    }
    form.getSought().setAcceptsOtherLocations(true);
    return form;
  }
}
