package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.Observatory;
import fr.toitcommun.ejb.observatory.ObservatoryRules;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.ObservatoryFile;
import fr.toitcommun.web.shell.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What every figure means, generated from where it is defined; and the files it is counted in. */
@Named
@RequestScoped
public class ListIndicators {
  @Inject private Observatory observatory;
  @Inject private Language language;

  private ObservatoryWords words;
  private List<ObservatoryFile> files;

  /** Reads them. */
  public void load() {
    words = observatory.words(language.getLocale());
    files =
        observatory.files().stream()
            .sorted(Comparator.comparing(ObservatoryFile::day).reversed())
            .toList();
  }

  /** Every indicator. */
  public List<Indicator> getAll() {
    return Arrays.asList(Indicator.values());
  }

  /**
   * The axes of an indicator, in words.
   *
   * @param codes whether each stands with its code, for who writes reports
   */
  public String axes(Indicator indicator, boolean codes) {
    return indicator.axes().stream()
        .map(axis -> codes ? words.name(axis) + " (" + axis + ")" : words.name(axis))
        .collect(Collectors.joining(", "));
  }

  /** The months whose facts are counted in the base, and the threshold of secrecy. */
  public ObservatoryRules getRules() {
    return observatory.rules();
  }

  public ObservatoryWords getWords() {
    return words;
  }

  public List<ObservatoryFile> getFiles() {
    return files;
  }
}
