package fr.toitcommun.persistence.registration.duplicate;

import fr.toitcommun.persistence.registration.NameKey;
import fr.toitcommun.persistence.registration.PersonForm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A signer of a demand as the rule of likeness compares one: names in their keys ({@link NameKey}),
 * telephone as its digits, e-mail address in lower case.
 *
 * @param surname key of the name borne
 * @param birthName key of the name at birth; null when it is the same or not known
 * @param givenName key of the given name
 * @param birthDate null when it is not known
 * @param civility code list CIVILITY; null when it is not known
 * @param phone null when there is none
 * @param email null when there is none
 * @param written surname and given name as they were typed, in lower case
 */
public record Identity(
    String surname,
    String birthName,
    String givenName,
    LocalDate birthDate,
    String civility,
    String phone,
    String email,
    String written) {

  /** The columns of {@code household_member p} that {@link #read} reads. */
  static final String COLUMNS =
      "p.surname, p.birth_name, p.given_name, p.birth_date, p.civility, p.phone, p.email";

  /** A person of these names, as they were typed. */
  public static Identity of(
      String surname,
      String birthName,
      String givenName,
      LocalDate birthDate,
      String civility,
      String phone,
      String email) {
    String key = NameKey.of(surname);
    String atBirth = NameKey.of(birthName);
    return new Identity(
        key,
        atBirth.isEmpty() || atBirth.equals(key) ? null : atBirth,
        NameKey.of(givenName),
        birthDate,
        civility,
        digits(phone),
        email == null || email.isBlank() ? null : email.strip().toLowerCase(Locale.ROOT),
        (surname + "\n" + givenName).toLowerCase(Locale.FRENCH));
  }

  /** A person being typed. */
  public static Identity of(PersonForm person) {
    return of(
        person.getSurname(),
        person.getBirthName(),
        person.getGivenName(),
        person.getBirthDate(),
        person.getCivility(),
        person.getPhone(),
        person.getEmail());
  }

  /**
   * A person of the file, from a row that has the columns of {@code household_member}.
   *
   * @throws SQLException when it has not
   */
  public static Identity read(ResultSet row) throws SQLException {
    return of(
        row.getString("surname"),
        row.getString("birth_name"),
        row.getString("given_name"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("civility"),
        row.getString("phone"),
        row.getString("email"));
  }

  /** The names this person may go by. */
  List<String> surnames() {
    return birthName == null ? List.of(surname) : List.of(surname, birthName);
  }

  private static String digits(String phone) {
    String digits = phone == null ? "" : phone.replaceAll("\\D+", "");
    return digits.isEmpty() ? null : digits;
  }
}
