package fr.toitcommun.ejb.registration.letter;

import fr.toitcommun.ejb.document.LetterWriter;
import fr.toitcommun.persistence.registration.letter.MailFault;
import fr.toitcommun.persistence.registration.letter.MailQueue;
import fr.toitcommun.persistence.registration.letter.MailQueue.Outgoing;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/**
 * Sends the e-mails that wait, every minute, on each server; what one has taken no other takes. No
 * transaction is open meanwhile: an e-mail that left cannot be undone.
 */
@Singleton
// Its timer would find no tables while the database is prepared.
@DependsOn("DatabasePreparation")
@PermitAll
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutgoingMail {
  /** E-mails of one connection. */
  private static final int AT_ONCE = 50;

  /** E-mails of one minute. */
  private static final int MOST = 500;

  private static final Pattern REPLY = Pattern.compile("^([45]\\d\\d)\\b");

  @Resource(lookup = "java:jboss/mail/ToitCommun")
  private Session session;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private LetterWriter writer;

  /** Whether there is a sender's address: without it nothing is sent. */
  public boolean configured() {
    return OutgoingMessage.given(session.getProperty("mail.from"));
  }

  /** Sends what is due, if a server is configured. */
  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  public void everyMinute() {
    if (configured()) {
      send();
    }
  }

  /**
   * Sends what is due, at most {@value #MOST} of each queue.
   *
   * @return how many were tried
   */
  public int send() {
    int tried = 0;
    for (MailQueue.Source source : MailQueue.Source.values()) {
      tried += send(new MailQueue(jdbi, source));
    }
    return tried;
  }

  private int send(MailQueue queue) {
    queue.giveUpBroken(clock.instant());
    int tried = 0;
    boolean reached = true;
    while (reached && tried < MOST) {
      List<Outgoing> taken = queue.take(AT_ONCE, clock.instant());
      if (taken.isEmpty()) {
        return tried;
      }
      tried += taken.size();
      reached = send(queue, taken);
    }
    return tried;
  }

  /** Whether the server was reached. */
  private boolean send(MailQueue queue, List<Outgoing> taken) {
    Session own = OutgoingMessage.session(session);
    try (Transport transport = connected(own)) {
      for (int at = 0; at < taken.size(); at++) {
        // Once the connection broke, the others surely did not leave: they wait for the next one.
        if (!transport.isConnected()) {
          taken
              .subList(at, taken.size())
              .forEach(
                  mail -> queue.failed(mail, MailFault.NO_CONNECTION, null, true, clock.instant()));
          return false;
        }
        send(queue, own, transport, taken.get(at));
      }
      return true;
    } catch (MessagingException e) {
      MailFault fault =
          e instanceof AuthenticationFailedException ? MailFault.SIGN_IN : MailFault.NO_CONNECTION;
      // Those that had their answer before the connection broke keep it.
      taken.forEach(mail -> queue.failed(mail, fault, null, true, clock.instant()));
      return false;
    }
  }

  private static Transport connected(Session own)
      throws NoSuchProviderException, MessagingException {
    Transport transport = own.getTransport("smtp");
    transport.connect();
    return transport;
  }

  private void send(MailQueue queue, Session own, Transport transport, Outgoing mail) {
    try {
      byte[] pdf =
          mail.kind() != null && mail.kind().certificate()
              ? writer.print(mail.title(), List.of(LetterWriter.withoutSummary(mail.content())))
              : null;
      MimeMessage message = OutgoingMessage.of(own, mail, pdf, clock.instant());
      transport.sendMessage(message, message.getAllRecipients());
      queue.sent(mail.letterId(), clock.instant());
    } catch (SendFailedException e) {
      String reply = reply(e);
      boolean again = reply != null && reply.startsWith("4");
      boolean address = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
      queue.failed(
          mail, address ? MailFault.ADDRESS : MailFault.REFUSED, reply, again, clock.instant());
    } catch (AddressException e) {
      queue.failed(mail, MailFault.ADDRESS, null, false, clock.instant());
    } catch (MessagingException e) {
      String reply = reply(e);
      // Without a reply it may have left all the same.
      queue.failed(
          mail,
          reply == null ? MailFault.INTERRUPTED : MailFault.REFUSED,
          reply,
          reply != null && reply.startsWith("4"),
          clock.instant());
    }
  }

  /** The server's reply code, from whichever exception of the chain tells it. */
  private static String reply(MessagingException thrown) {
    for (Exception at = thrown; at != null; ) {
      Matcher code = REPLY.matcher(String.valueOf(at.getMessage()).strip());
      if (code.find()) {
        return code.group(1);
      }
      at = at instanceof MessagingException one ? one.getNextException() : null;
    }
    return null;
  }
}
