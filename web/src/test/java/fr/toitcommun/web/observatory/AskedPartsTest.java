package fr.toitcommun.web.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.observatory.Axis;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the form of the query page sends becomes a short address, and that stays as it is. */
class AskedPartsTest {

  @Test
  void theFormBecomesOneAddressWithoutWhatIsEmpty() {
    AskedParts sent =
        asked(
            "indicator=ACTIVE",
            "rows=AGE",
            "columns=",
            "period=2025-01-01/2025-12-31",
            "from=",
            "to=",
            "compare=",
            "f.EPCI=244400404",
            "f.EPCI=244900015",
            "add=TYPE",
            "add=",
            "counting=FIRST");
    assertThat(sent.isTidy()).isFalse();
    assertThat(sent.query())
        .isEqualTo(
            "indicator=ACTIVE&rows=AGE&counting=FIRST&f.EPCI=244400404,244900015&add=TYPE"
                + "&from=2025-01-01&to=2025-12-31");
    assertThat(sent.filtered()).containsExactly(Axis.EPCI, Axis.TYPE);
    assertThat(sent.codes(Axis.EPCI)).containsExactly("244400404", "244900015");
    assertThat(asked(sent.query().split("&")).isTidy()).isTrue();
    assertThat(asked(sent.query().split("&")).query().split("&"))
        .containsExactlyInAnyOrder(sent.query().split("&"));
  }

  @Test
  void nowIsSaidByNoDayAndAnotherPeriodByThoseTyped() {
    assertThat(asked("indicator=ACTIVE", "period=", "from=2025-01-01", "to=2025-02-01").query())
        .isEqualTo("indicator=ACTIVE");
    assertThat(asked("indicator=ACTIVE", "period=now", "from=2025-01-01", "to=2025-02-01").query())
        .isEqualTo("indicator=ACTIVE");
    assertThat(
            asked("indicator=ACTIVE", "period=other", "from=2025-01-01", "to=2025-02-01").query())
        .isEqualTo("indicator=ACTIVE&from=2025-01-01&to=2025-02-01");
  }

  @Test
  void aFilterWithAValueIsNoLongerBeingMade() {
    AskedParts sent = asked("indicator=ACTIVE", "f.TYPE=T2", "add=TYPE");
    assertThat(sent.isTidy()).isFalse();
    assertThat(sent.query()).isEqualTo("indicator=ACTIVE&f.TYPE=T2");
  }

  @Test
  void aFilterIsOneHoweverItsAxisIsWritten() {
    AskedParts sent = asked("indicator=ACTIVE", "f.EPCI=1", "f.epci=2", "f.colour=red");
    assertThat(sent.isTidy()).isFalse();
    assertThat(sent.codes(Axis.EPCI)).containsExactly("1", "2");
    assertThat(sent.query()).isEqualTo("indicator=ACTIVE&f.EPCI=1,2&f.colour=red");
  }

  @Test
  void aMapHasNoColumns() {
    assertThat(asked("indicator=ACTIVE", "rows=EPCI", "columns=AGE", "page=2").mapped())
        .isEqualTo("indicator=ACTIVE&rows=EPCI");
  }

  @Test
  void whatIsWrongIsKeptAndDoesNoHarm() {
    AskedParts bad = asked("indicator=<script>", "rows=A&B", "page=-3", "across=99999999999");
    assertThat(bad.isTidy()).isTrue();
    assertThat(bad.query())
        .isEqualTo("indicator=%3Cscript%3E&rows=A%26B&page=-3&across=99999999999");
    assertThat(bad.number(AskedParts.PAGE)).isEqualTo(1);
    assertThat(bad.number(AskedParts.ACROSS)).isEqualTo(1);
  }

  @Test
  void anotherViewOfAQuestionBeginsAtItsFirstRows() {
    AskedParts far = asked("indicator=ACTIVE", "rows=MUNICIPALITY", "page=3");
    assertThat(far.with(AskedParts.BASES, "true"))
        .isEqualTo("indicator=ACTIVE&rows=MUNICIPALITY&bases=true");
    assertThat(far.with(AskedParts.ACROSS, "2"))
        .isEqualTo("indicator=ACTIVE&rows=MUNICIPALITY&page=3&across=2");
  }

  @Test
  void everyAxisStandsInOneGroup() {
    List<Axis> offered =
        Arrays.stream(AxisGroup.values()).flatMap(group -> group.axes().stream()).toList();
    assertThat(offered)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Axis.class));
  }

  private static AskedParts asked(String... sent) {
    Map<String, String[]> raw = new LinkedHashMap<>();
    for (String one : sent) {
      String key = one.substring(0, one.indexOf('='));
      String value = one.substring(one.indexOf('=') + 1);
      String[] before = raw.getOrDefault(key, new String[0]);
      String[] after = Arrays.copyOf(before, before.length + 1);
      after[before.length] = value;
      raw.put(key, after);
    }
    return AskedParts.of(raw);
  }
}
