package fr.toitcommun.web.allocation;

import fr.toitcommun.persistence.allocation.scoring.Simulation;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;

/** How a simulation reads. */
@Named
@RequestScoped
public class SimulationWords {
  @Inject private Texts texts;

  /** A kind of household by its key. */
  public String group(String key) {
    String[] parts = key.split(":", 2);
    return parts[0].equals("tenure")
        ? texts.code("CURRENT_HOUSING", parts[1])
        : texts.say(parts[0] + "." + parts[1]);
  }

  /** A count; where it is kept from the reader, that it is small. */
  public String count(Integer count) {
    return count == null ? texts.say("simulation.few") : texts.number(count);
  }

  /** Places won or lost, with their sign; a dash where they are kept from the reader. */
  public String move(Integer places) {
    if (places == null) {
      return texts.text(null);
    }
    return places > 0 ? "+" + texts.number(places) : places < 0 ? "−" + texts.number(-places) : "0";
  }

  /** What a demand is, and its tenure. */
  public String traits(Simulation.Line line) {
    String traits =
        line.traits().stream()
            .map(trait -> texts.say("trait." + trait))
            .collect(Collectors.joining(", "));
    String tenure = line.tenure() == null ? "" : texts.code("CURRENT_HOUSING", line.tenure());
    return traits.isEmpty() ? tenure : traits + (tenure.isEmpty() ? "" : ", " + tenure);
  }
}
