package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.document.HistoryWords;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.FieldChange;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a field of the form and its values read in a history: the label of the screen, not the path.
 */
@Named("fields")
@RequestScoped
public class FieldTexts implements HistoryWords {
  private static final Pattern PERSON =
      Pattern.compile("(applicant|coApplicants|dependants)(?:\\[(\\d+)])?\\.(.+)");
  private static final Pattern KNOWN_PERSON =
      Pattern.compile("(?:coApplicants|dependants)\\[#[^]]+]\\.(.+)");
  private static final Pattern RESOURCE = Pattern.compile("(?:.*\\.)?resources\\[(\\D[^]]*)]");
  private static final Pattern LINE = Pattern.compile("(.+?)\\[(\\d+)](?:\\.(.+))?");

  /** Code list of a field, by the last words of its path. */
  private static final Map<String, String> LISTS =
      Map.ofEntries(
          Map.entry("civility", "CIVILITY"),
          Map.entry("nationality", "NATIONALITY"),
          Map.entry("familySituation", "FAMILY_SITUATION"),
          Map.entry("applicantLink", "APPLICANT_LINK"),
          Map.entry("kinship", "KINSHIP"),
          Map.entry("custody", "CUSTODY"),
          Map.entry("sex", "SEX"),
          Map.entry("workContract", "WORK_CONTRACT"),
          Map.entry("currentHousing.tenure", "CURRENT_HOUSING"),
          Map.entry("currentHousing.category", "CURRENT_CATEGORY"),
          Map.entry("currentHousing.type", "DWELLING_TYPE"),
          Map.entry("motives.main", "DEMAND_MOTIVE"),
          Map.entry("motives.second", "DEMAND_MOTIVE"),
          Map.entry("motives.third", "DEMAND_MOTIVE"),
          Map.entry("sought.category", "SOUGHT_CATEGORY"));

  @Inject private Texts texts;
  @Inject private EventTexts events;

  /** The label of a field, with the person or line it belongs to. */
  public String label(String path) {
    Matcher person = PERSON.matcher(path);
    if (person.matches()) {
      String whose =
          person.group(2) == null
              ? texts.say("group.applicant")
              : texts.say("group." + person.group(1), Integer.parseInt(person.group(2)) + 1);
      return whose + " · " + line("person." + person.group(3));
    }
    return line(path);
  }

  /** The label of a field that changed, with the name of the person it belongs to. */
  public String labelOf(FieldChange change) {
    Matcher person = KNOWN_PERSON.matcher(change.field());
    return person.matches()
        ? change.whose() + " · " + line("person." + person.group(1))
        : label(change.field());
  }

  @Override
  public Line line(FieldChange change) {
    return new Line(
        labelOf(change), value(change.field(), change.from()), value(change.field(), change.to()));
  }

  @Override
  public String said(DemandFile.Event event) {
    return event.detail() == null ? "" : events.detail(event);
  }

  @Override
  public String criterion(String fact) {
    return texts.say("fact." + (fact == null ? CandidateRow.PROTECTED : fact));
  }

  private String line(String path) {
    Matcher resource = RESOURCE.matcher(path);
    if (resource.matches()) {
      return texts.resource(resource.group(1));
    }
    Matcher line = LINE.matcher(path);
    if (line.matches()) {
      String rest = line.group(3) == null ? "" : "." + line.group(3);
      return said("path." + line.group(1) + rest, path)
          + " "
          + (Integer.parseInt(line.group(2)) + 1);
    }
    return said("path." + path, path);
  }

  private String said(String key, String otherwise) {
    try {
      return texts.say(key);
    } catch (MissingResourceException e) {
      return otherwise;
    }
  }

  /** A value of a field as a person reads it. */
  public String value(String path, String value) {
    if (value == null) {
      return texts.say("common.empty");
    }
    if (RESOURCE.matcher(path).matches()) {
      return texts.euros(Integer.valueOf(value));
    }
    if ("sought.types".equals(path)) {
      return texts.types(List.of(value.split(" ")));
    }
    if (path.endsWith("unicipalityCode")) {
      return texts.municipality(value);
    }
    if (path.endsWith(".district")) {
      return texts.district(value);
    }
    if (value.equals("true") || value.equals("false")) {
      return texts.yes(Boolean.valueOf(value));
    }
    if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return texts.date(LocalDate.parse(value));
    }
    String list = list(path.replaceAll("\\[\\d+]", ""));
    return list == null ? value : texts.code(list, value);
  }

  private static String list(String path) {
    String[] words = path.split("\\.");
    String last = words[words.length - 1];
    String lastTwo = words.length < 2 ? last : words[words.length - 2] + "." + last;
    return LISTS.getOrDefault(lastTwo, LISTS.get(last));
  }
}
