package fr.toitcommun.web.registration.letter;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.letter.LetterTemplates;
import fr.toitcommun.persistence.registration.letter.LetterField;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterTemplate;
import fr.toitcommun.persistence.registration.letter.TemplateForm;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The text of a letter: a version to read, try and put in force, the next one to write from it, and
 * those before it.
 */
@Named
@ViewScoped
public class EditTemplate implements Serializable {
  @Inject private LetterTemplates templates;
  @Inject private News news;

  private String kindName;
  private Long version;
  private LetterKind kind;
  private List<LetterTemplate> versions;
  private LetterTemplate template;
  private LetterTemplate serving;
  private TemplateForm form;
  private LocalDate from;

  /** Reads the kind's versions; the one in force is shown unless another is asked for. */
  public void load() {
    kind = kind(kindName);
    versions = templates.versions(kind);
    serving = versions.stream().filter(LetterTemplate::inForce).findFirst().orElseThrow();
    template = version == null ? serving : templates.version(kind, version.intValue());
    form = template.form();
  }

  private static LetterKind kind(String name) {
    try {
      return LetterKind.valueOf(String.valueOf(name));
    } catch (IllegalArgumentException unknown) {
      throw new NotInScope("letter kind");
    }
  }

  /** Keeps what was typed as a new version. */
  public String save() {
    return news.at("template.saved", at(templates.save(kind, form)));
  }

  /** Puts the version shown in force. */
  public String putInForce() {
    templates.putInForce(kind, template.version(), from);
    return news.at("template.decided", at(template.version()));
  }

  private String at(int number) {
    return "/template.xhtml?faces-redirect=true&kind=" + kind + "&version=" + number;
  }

  /** Fields its text may hold. */
  public Collection<LetterField> getFields() {
    return kind.fields();
  }

  /** Fields that the law asks for. */
  public Collection<LetterField> getRequired() {
    return kind.required();
  }

  /** Whether the version shown differs from the one in force, so that both are worth comparing. */
  public boolean isOther() {
    return template.id() != serving.id();
  }

  public LetterKind getKind() {
    return kind;
  }

  public List<LetterTemplate> getVersions() {
    return versions;
  }

  public LetterTemplate getTemplate() {
    return template;
  }

  public LetterTemplate getServing() {
    return serving;
  }

  public TemplateForm getForm() {
    return form;
  }

  public String getKindName() {
    return kindName;
  }

  public void setKindName(String kindName) {
    this.kindName = kindName;
  }

  public Long getVersion() {
    return version;
  }

  public void setVersion(Long version) {
    this.version = version;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }
}
