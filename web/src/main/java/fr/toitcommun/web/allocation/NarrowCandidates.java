package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.allocation.CandidateFilter;
import fr.toitcommun.persistence.allocation.CandidateFilter.Kind;
import fr.toitcommun.persistence.allocation.CandidateFilter.Word;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.CodeItem;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Me;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** How the words that narrow a search of candidates read, and which may still be chosen. */
@Named
@RequestScoped
public class NarrowCandidates {
  @Inject private FindCandidates candidates;
  @Inject private CodeLists lists;
  @Inject private Texts texts;
  @Inject private Me me;
  @Inject private Language language;

  /** A word that may be chosen. */
  public record Choice(String written, String label) {}

  /** What may be chosen of one kind. */
  public record Group(String label, List<Choice> choices) {}

  /** The kinds with what is not chosen yet. */
  public List<Group> getGroups() {
    return Arrays.stream(Kind.values())
        .map(
            kind ->
                new Group(
                    texts.say("narrow." + kind),
                    values(kind).stream()
                        .map(value -> new Word(kind, value))
                        .filter(
                            word -> !candidates.getSearched().getNarrowed().words().contains(word))
                        .map(word -> new Choice(word.written(), value(word)))
                        .toList()))
        .filter(group -> !group.choices().isEmpty())
        .toList();
  }

  private List<String> values(Kind kind) {
    return switch (kind) {
      case TENURE -> codes("CURRENT_HOUSING");
      case MOTIVE -> codes("DEMAND_MOTIVE");
      case LABEL -> labels(kind.choices());
      default -> kind.choices();
    };
  }

  /** Grounds of health and violence are searched for by those who may know of them alone. */
  private List<String> labels(List<String> all) {
    return all.stream()
        .filter(label -> me.may(Right.SENSITIVE) || !CandidateFilter.tellsSecret(label))
        .toList();
  }

  private List<String> codes(String list) {
    return lists.items(list).stream().map(CodeItem::code).toList();
  }

  /** A word as a chip says it. */
  public String chip(Word word) {
    return texts.say("narrow." + word.kind()) + texts.say("common.colon") + value(word);
  }

  private String value(Word word) {
    return switch (word.kind()) {
      case TENURE -> lists.label("CURRENT_HOUSING", word.value(), language.getLocale());
      case MOTIVE -> lists.label("DEMAND_MOTIVE", word.value(), language.getLocale());
      case QUOTA -> lists.label("QUOTA", word.value(), language.getLocale());
      case SIZE -> texts.say("narrow.persons", Integer.valueOf(word.value()));
      case WORKS -> texts.say("narrow.km", word.value());
      case LABEL -> texts.say("ground." + word.value());
      case HOUSEHOLD -> texts.say("household." + word.value());
      default -> texts.say("narrow." + word.kind() + "." + word.value());
    };
  }
}
