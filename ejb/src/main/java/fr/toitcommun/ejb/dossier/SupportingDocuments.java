package fr.toitcommun.ejb.dossier;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotAllowed;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.ejb.registration.WholeFiles;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.MergedDemands;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.dossier.ContentSweep;
import fr.toitcommun.persistence.registration.dossier.Deposit;
import fr.toitcommun.persistence.registration.dossier.DocumentKind;
import fr.toitcommun.persistence.registration.dossier.DocumentKinds;
import fr.toitcommun.persistence.registration.dossier.DocumentStatus;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.persistence.registration.dossier.DossierReader;
import fr.toitcommun.persistence.registration.dossier.PapersReceived;
import fr.toitcommun.persistence.registration.dossier.ReceivedContent;
import fr.toitcommun.persistence.registration.dossier.ScannerAddress;
import fr.toitcommun.persistence.registration.dossier.SupportingDocument;
import fr.toitcommun.persistence.registration.dossier.ToCheckPage;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The supporting documents of demands, one file for all partners within their scope (R.441-2-6;
 * arrêté of 23 March 2015, annex §2). Content is deposited through {@link Deposits}.
 */
@Stateless
@Gated
@RolesAllowed(Right.REGISTER)
public class SupportingDocuments {
  private static final long MEGABYTE = 1024L * 1024;

  @Resource private SessionContext context;
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private WholeFiles files;
  @Inject private Event<ContentReleased> released;

  /**
   * The documents of a demand: which are there, which are missing. Of a sensitive one, who lacks
   * the right SENSITIVE sees only that there is one.
   *
   * @throws NotInScope when there is no such demand for this caller
   */
  @RolesAllowed(Right.CONSULT)
  public Dossier dossier(String uniqueNumber) {
    return files.dossier(demands.read(uniqueNumber));
  }

  /** The kinds of document in use today, in the order of the form. */
  @RolesAllowed(Right.CONSULT)
  public List<DocumentKind> kinds() {
    return kindsInUse().all();
  }

  /** Whether documents are scanned for viruses, for the file's manager to know. */
  @RolesAllowed(Right.ADMINISTER)
  public boolean scannerConfigured() {
    return ScannerAddress.configured().isPresent();
  }

  /**
   * Whether a document may be deposited, before its content is taken in.
   *
   * @return bytes it may have
   * @throws NotInScope when there is no such demand for this caller
   * @throws RefusedInput naming what is wrong with what is said of it, or when the demand has left
   *     the file for good
   */
  public long admit(String uniqueNumber, Deposit deposit) {
    Demand demand = demands.read(uniqueNumber);
    requireInTheFile(demand);
    deposit.checked(kindsInUse(), demand.form(), demands.today());
    requireRoom(demand);
    return megabytes() * MEGABYTE;
  }

  /** Megabytes that a document may have. */
  @RolesAllowed(Right.CONSULT)
  public int megabytes() {
    return references.current().value("DOCUMENT_MEGABYTES", demands.today());
  }

  /**
   * Keeps a document whose content lies in the store. Deposits for the same demand go one after the
   * other.
   *
   * @return its identity
   * @throws NotInScope when there is no such demand for this caller
   * @throws RefusedInput when the same content is there already for this kind and person, or the
   *     demand has left the file for good
   */
  @Act
  public long keep(String uniqueNumber, Deposit deposit, ReceivedContent content) {
    Demand demand = demands.lock(uniqueNumber);
    requireInTheFile(demand);
    DocumentKinds kinds = kindsInUse();
    Deposit checked = sinceReceived(demand, deposit).checked(kinds, demand.form(), demands.today());
    requireRoom(demand);
    DossierReader reader = new DossierReader(jdbi);
    reader
        .deposited(demand.id(), content.sha256(), checked.kind(), checked.person())
        .ifPresent(
            day -> {
              throw RefusedInput.at("file", "DOCUMENT_SAME", day);
            });
    SupportingDocument document =
        SupportingDocument.of(
            demand,
            kinds.find(checked.kind()).orElseThrow(),
            checked,
            content,
            agent.profile().id(),
            agent.profile().partnerId(),
            clock.instant());
    entities.persist(document);
    if (!jdbi.withHandle(handle -> ContentSweep.settle(handle, content.key()))) {
      throw new IllegalStateException("The content is no longer claimed");
    }
    demands.note(demand, DemandEventKind.DOCUMENT_DEPOSITED, demands.today(), trace(document));
    entities.flush();
    return document.id();
  }

  /** A paper that the desk had noted was received on that day, unless another is stated. */
  private Deposit sinceReceived(Demand demand, Deposit deposit) {
    return new PapersReceived(jdbi)
        .uploaded(demand.id(), deposit.kind(), deposit.person(), deposit.taxYear())
        .map(day -> deposit.receivedOn() == null ? deposit.received(day) : deposit)
        .orElse(deposit);
  }

  /**
   * Notes that a desk has received a paper, which is to be uploaded within {@code
   * DOCUMENT_UPLOAD_DAYS}; meanwhile nobody asks for it.
   *
   * @param paper what it is and when it came; its day is today's when none is stated
   * @throws NotInScope when there is no such demand for this caller
   * @throws RefusedInput when it is not one that the form gives cause to ask for and that is
   *     missing, or the demand has left the file
   */
  @Act
  public void received(String uniqueNumber, PapersReceived.Paper paper) {
    Demand demand = demands.lock(uniqueNumber);
    demand.requireActive();
    DocumentKinds kinds = kindsInUse();
    Deposit checked =
        new Deposit(paper.kind(), paper.person(), paper.on(), null, null, paper.taxYear())
            .checked(kinds, demand.form(), demands.today());
    boolean missing = files.dossier(demand).missing().stream().anyMatch(one -> one.isOf(checked));
    if (!missing) {
      throw RefusedInput.at("kind", "DOCUMENT_NOT_MISSING");
    }
    new PapersReceived(jdbi)
        .note(
            demand.id(),
            new PapersReceived.Paper(
                checked.kind(), checked.person(), checked.taxYear(), checked.receivedOn()),
            agent.profile().id(),
            agent.profile().partnerId(),
            clock.instant());
    boolean sensitive = kinds.find(checked.kind()).orElseThrow().sensitive() != null;
    demands.note(
        demand,
        DemandEventKind.DOCUMENT_RECEIVED,
        checked.receivedOn(),
        sensitive ? "SENSITIVE" : checked.kind());
  }

  /**
   * Nothing is collected for a demand that has left the file (regulation (EU) 2016/679, art. 5),
   * unless it may still be taken up again: then its documents are brought along with the wish to.
   */
  private void requireInTheFile(Demand demand) {
    if (demand.status() == DemandStatus.ACTIVE) {
      return;
    }
    LocalDate until = demand.reinstatableUntil(demands.calendar());
    if (until == null || demands.today().isAfter(until)) {
      throw RefusedInput.because("DOCUMENT_DEMAND_LEFT", demand.cancelledOn());
    }
  }

  private void requireRoom(Demand demand) {
    if (new DossierReader(jdbi).count(demand.id()) >= DossierReader.MOST_DOCUMENTS) {
      throw RefusedInput.because("DOCUMENT_TOO_MANY", DossierReader.MOST_DOCUMENTS);
    }
  }

  /**
   * Opens a document. Each opening is journalled as a reading of the demand.
   *
   * @throws NotInScope when there is no such document for this caller
   * @throws NotAllowed when it is sensitive and the caller has no right to it
   * @throws RefusedInput while it is in quarantine
   */
  @RolesAllowed(Right.CONSULT)
  public OpenedDocument open(String uniqueNumber, long id) {
    Demand demand = demands.read(uniqueNumber);
    SupportingDocument document = found(demand, id, LockModeType.NONE);
    requireKnown(demand, document);
    document.requireOpen();
    return new OpenedDocument(
        demand.uniqueNumber().value(),
        id,
        document.storageKey(),
        document.mediaType(),
        document.byteSize());
  }

  /**
   * Says of a document that it proves what it is to prove, or refuses it.
   *
   * @param seen the state in which the caller saw it
   * @param reason why it is refused, code list DOCUMENT_REFUSAL; null: it is good
   * @throws NotInScope when there is no such document for this caller
   * @throws NotAllowed when it is sensitive and the caller has no right to it
   * @throws RefusedInput when it is in quarantine, or another agent judged it meanwhile
   */
  @Act
  public void judge(String uniqueNumber, long id, DocumentStatus seen, String reason) {
    if (reason != null) {
      requireCode("DOCUMENT_REFUSAL", reason);
    }
    Demand demand = demands.read(uniqueNumber);
    SupportingDocument document = found(demand, id, LockModeType.PESSIMISTIC_WRITE);
    requireKnown(demand, document);
    document.judge(seen, reason, agent.profile().id(), clock.instant());
    demands.note(
        demand,
        reason == null ? DemandEventKind.DOCUMENT_CHECKED : DemandEventKind.DOCUMENT_REFUSED,
        demands.today(),
        reason == null ? trace(document) : trace(document) + " " + reason);
    entities.flush();
    demands.rankAnew(demand);
  }

  /**
   * Deletes a document that is there by mistake, with its content; that it was there stays in the
   * demand's history.
   *
   * @param reason code list DOCUMENT_DELETION
   * @throws NotInScope when there is no such document for this caller
   * @throws NotAllowed when another partner deposited it and the caller is not the file's manager
   */
  @Act
  public void delete(String uniqueNumber, long id, String reason) {
    requireCode("DOCUMENT_DELETION", reason);
    Demand demand = demands.read(uniqueNumber);
    SupportingDocument document = found(demand, id, LockModeType.PESSIMISTIC_WRITE);
    if (!isManager() && document.partnerId() != agent.profile().partnerId()) {
      throw new NotAllowed(demand.uniqueNumber().value());
    }
    demands.note(
        demand, DemandEventKind.DOCUMENT_DELETED, demands.today(), trace(document) + " " + reason);
    entities.remove(document);
    entities.flush();
    jdbi.useHandle(handle -> ContentSweep.claim(handle, document.storageKey(), clock.instant()));
    released.fire(new ContentReleased(document.storageKey()));
  }

  /**
   * Documents that wait to be checked, the longest waiting first: those of the caller's desk, or of
   * the whole scope for an agent without desk.
   *
   * @param after identity of the document to go on after; null: from the first
   * @param limit at most {@value PageBounds#MOST_ROWS}
   */
  public ToCheckPage toCheck(Long after, int limit) {
    return new DossierReader(jdbi)
        .toCheck(
            agent.scope(),
            agent.profile().deskId(),
            maySeeSensitive(),
            after,
            PageBounds.rows(limit));
  }

  private DocumentKinds kindsInUse() {
    return DocumentKinds.on(demands.today(), jdbi);
  }

  /** A document of the demand, or of one that was merged into it. */
  private SupportingDocument found(Demand demand, long id, LockModeType lock) {
    SupportingDocument document = entities.find(SupportingDocument.class, id, lock);
    if (document == null
        || !new MergedDemands(jdbi).family(demand.id()).contains(document.demandId())) {
      throw new NotInScope(demand.uniqueNumber().value());
    }
    return document;
  }

  private void requireKnown(Demand demand, SupportingDocument document) {
    if (document.sensitive() && !maySeeSensitive()) {
      throw new NotAllowed(demand.uniqueNumber().value());
    }
  }

  private void requireCode(String list, String code) {
    if (code == null || code.isEmpty()) {
      throw RefusedInput.at("reason", "REQUIRED");
    }
    if (!references.current().isValid(list, code, demands.today())) {
      throw RefusedInput.at("reason", "UNKNOWN_CODE", code);
    }
  }

  /** What a history says of a document: its kind, unless that alone would tell too much. */
  private static String trace(SupportingDocument document) {
    return document.sensitive() ? "SENSITIVE" : document.kind();
  }

  private boolean isManager() {
    return agent.profile().partnerKind() == PartnerKind.FILE_MANAGER;
  }

  private boolean maySeeSensitive() {
    return context.isCallerInRole(Right.SENSITIVE);
  }
}
