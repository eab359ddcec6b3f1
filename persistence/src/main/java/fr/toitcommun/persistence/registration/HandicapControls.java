package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.registration.ControlLines.Place;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Controls of the handicap complement (R.441-2-2 i). All of it is optional. */
final class HandicapControls {
  static final List<Control<HandicapComplementForm>> ALL = List.copyOf(all());

  private HandicapControls() {}

  private static List<Control<HandicapComplementForm>> all() {
    String article = "R.441-2-2 i";
    var form =
        new ControlLines<HandicapComplementForm, HandicapComplementForm>(
            FormSection.HANDICAP, article, "", f -> Stream.of(new Place<>("", "", f)));
    var persons =
        new ControlLines<HandicapComplementForm, HandicapPersonForm>(
            FormSection.HANDICAP,
            article,
            "persons[]",
            f -> FormPlaces.numbered("persons", f.getPersons(), p -> "" + p.getPersonId()));
    return List.of(
        form.line(
            "TC-0901",
            Severity.INVALID,
            "",
            "TOO_LONG",
            List.of(IdentityControls.LONGEST_TEXT),
            (place, context) -> IdentityControls.tooLong(place.of())),
        form.line(
            "TC-0902",
            Severity.INVALID,
            "",
            "ILLEGAL_CHARACTERS",
            List.of(),
            (place, context) -> IdentityControls.illegal(place.of())),
        persons.required("TC-0903", "personId", HandicapPersonForm::getPersonId),
        form.invalid(
            "TC-0904",
            "persons",
            "TWICE",
            (f, d) -> {
              List<Long> ids =
                  f.getPersons().stream()
                      .map(HandicapPersonForm::getPersonId)
                      .filter(Objects::nonNull)
                      .toList();
              return ids.stream().distinct().count() < ids.size();
            }),
        persons.code("TC-0905", "state", HandicapPersonForm::getState, "HANDICAP_STATE"),
        persons.code("TC-0906", "walking", HandicapPersonForm::getWalking, "WALKING"),
        persons.codes("TC-0907", "motor", HandicapPersonForm::getMotor, true, "MOTOR"),
        persons.codes("TC-0908", "sensory", HandicapPersonForm::getSensory, true, "SENSORY"),
        persons.codes(
            "TC-0909",
            "technicalAids",
            HandicapPersonForm::getTechnicalAids,
            true,
            "TECHNICAL_AID"),
        persons.codes(
            "TC-0910", "adaptations", HandicapPersonForm::getAdaptations, true, "ADAPTATION"));
  }
}
