package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.draft.DemandDraft;
import fr.toitcommun.web.shell.Faults;
import jakarta.enterprise.context.Dependent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way through the steps of a demand being typed. Every step leads to an address of its own, and
 * the draft in the database is what the page of that address shows: so the browser's back button, a
 * reload, another server and a new session find what was typed.
 */
@Dependent
public class GuidedEntry implements Serializable {
  @Inject private EntryDraft draft;
  @Inject private Registrations registrations;

  private List<EntryStep> steps = EntryStep.of(false);
  private EntryStep step = EntryStep.APPLICANT;
  private final Set<EntryStep> seen = EnumSet.noneOf(EntryStep.class);
  private List<Fault> faults = List.of();
  private Set<String> insisted = Set.of();

  /** The draft that the address names; empty when nothing was kept under that name. */
  Optional<DemandDraft> find(String name) {
    Optional<DemandDraft> found = draft.find(name);
    found.ifPresent(
        kept -> {
          step = EntryStep.named(kept.step());
          kept.seen().forEach(one -> seen.add(EntryStep.named(one)));
        });
    return found;
  }

  /** Stands at the step that the address names, and knows what is wrong so far. */
  void stand(String at, TypedDemand typed) {
    if (at != null && draft.begun()) {
      step = EntryStep.named(at);
    }
    if (!typed.isNew()) {
      seen.addAll(EnumSet.allOf(EntryStep.class));
    }
    check(typed);
  }

  /** Has the steps of whoever asks: a body has fewer. */
  void follow(TypedDemand typed) {
    steps = EntryStep.of(typed.body());
    if (!steps.contains(step)) {
      step = EntryStep.APPLICANT;
    }
  }

  private void check(TypedDemand typed) {
    follow(typed);
    faults = registrations.faults(typed.form(), typed.uniqueNumber());
  }

  /**
   * Goes on to the next step. Where something is wrong here, it is shown first; who goes on all the
   * same may: nothing but saving asks for all of it.
   *
   * @return the address to go to; null: stay
   */
  String next(TypedDemand typed) {
    check(typed);
    List<Fault> here = of(step);
    Set<String> said =
        here.stream().map(fault -> fault.field() + fault.code()).collect(Collectors.toSet());
    if (!said.isEmpty() && !said.equals(insisted)) {
      insisted = said;
      seen.add(step);
      keep(typed);
      show();
      return null;
    }
    return to(steps.get(Math.min(steps.indexOf(step) + 1, steps.size() - 1)), typed);
  }

  /** Goes back to the step before. */
  String back(TypedDemand typed) {
    return to(steps.get(Math.max(steps.indexOf(step) - 1, 0)), typed);
  }

  /** Goes to a step. */
  String to(EntryStep there, TypedDemand typed) {
    seen.add(step);
    step = there;
    keep(typed);
    return address(step, typed) + "&faces-redirect=true";
  }

  /** Address of a step of this draft. */
  String address(EntryStep of, TypedDemand typed) {
    return (typed.isNew()
            ? "/register.xhtml?"
            : "/modify.xhtml?number=" + typed.uniqueNumber() + "&")
        + "draft="
        + draft.getId()
        + "&step="
        + of;
  }

  /** Keeps what is typed; says so where another window types into the same draft. */
  void keep(TypedDemand typed) {
    draft.keep(typed, step, seen);
  }

  /**
   * Saving was refused: what is wrong is read in the recapitulation, with the way to each field.
   */
  void refused(List<Fault> found, TypedDemand typed) {
    seen.addAll(EnumSet.allOf(EntryStep.class));
    step = EntryStep.RECAP;
    faults = found;
    keep(typed);
  }

  /** Saving waits for a word, which is given in the recapitulation. */
  void recapitulate(TypedDemand typed) {
    seen.add(step);
    step = EntryStep.RECAP;
    keep(typed);
  }

  /** Before the page is shown: what is wrong in a step gone through stands at its fields. */
  public void arrive() {
    if (!FacesContext.getCurrentInstance().isPostback() && seen.contains(step)) {
      show();
    }
  }

  private void show() {
    List<Fault> here = of(step);
    if (!here.isEmpty()) {
      Faults.show(FacesContext.getCurrentInstance(), new RefusedInput(here));
    }
  }

  private List<Fault> of(EntryStep asked) {
    return faults.stream().filter(fault -> asked == EntryStep.of(fault)).toList();
  }

  /** How far a step is: current, wrong, done or todo. */
  public String state(EntryStep of) {
    if (of == step) {
      return "current";
    }
    if (!seen.contains(of) || of.isLast()) {
      return "todo";
    }
    return of(of).isEmpty() ? "done" : "wrong";
  }

  /** What is wrong in the whole form. */
  public List<Fault> getFaults() {
    return faults;
  }

  /** The steps in their order. */
  public List<EntryStep> getSteps() {
    return steps;
  }

  /** The place of a step on the way, from 1. */
  public int number(EntryStep of) {
    return steps.indexOf(of) + 1;
  }

  /** Where the typing is. */
  public EntryStep getStep() {
    return step;
  }

  /** What is kept of it. */
  public EntryDraft getDraft() {
    return draft;
  }
}
