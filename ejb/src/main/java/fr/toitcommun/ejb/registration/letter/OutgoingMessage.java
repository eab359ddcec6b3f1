package fr.toitcommun.ejb.registration.letter;

import fr.toitcommun.persistence.registration.letter.MailQueue;
import fr.toitcommun.persistence.registration.letter.MailQueue.Outgoing;
import jakarta.activation.DataHandler;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** An e-mail to an applicant, or to a member of a commission, as it leaves. */
final class OutgoingMessage extends MimeMessage {
  private static final String UTF_8 = "UTF-8";
  private static final String MILLISECONDS_TO_CONNECT = "10000";
  private static final String MILLISECONDS_TO_ANSWER = "30000";

  private final String identity;

  private OutgoingMessage(Session session, String identity) {
    super(session);
    this.identity = identity;
  }

  /** The server's session, with limits of time, and without signing in where no user is given. */
  static Session session(Session given) {
    Properties properties = new Properties();
    properties.putAll(given.getProperties());
    properties.setProperty("mail.smtp.connectiontimeout", MILLISECONDS_TO_CONNECT);
    properties.setProperty("mail.smtp.timeout", MILLISECONDS_TO_ANSWER);
    properties.setProperty("mail.smtp.writetimeout", MILLISECONDS_TO_ANSWER);
    PasswordAuthentication user =
        given.requestPasswordAuthentication(
            null, 0, "smtp", null, properties.getProperty("mail.smtp.user"));
    if (user == null || !given(user.getUserName())) {
      properties.setProperty("mail.smtp.auth", "false");
      properties.remove("mail.smtp.user");
      return Session.getInstance(properties);
    }
    properties.setProperty("mail.smtp.auth", "true");
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return user;
          }
        });
  }

  /** Whether a setting has a value: a dash stands for none (mail.cli). */
  static boolean given(String setting) {
    return setting != null && !setting.isBlank() && !"-".equals(setting);
  }

  /**
   * The message.
   *
   * @param pdf file to bring; null: none
   */
  static MimeMessage of(Session session, Outgoing mail, byte[] pdf, Instant at)
      throws MessagingException {
    OutgoingMessage message =
        new OutgoingMessage(
            session,
            (mail.source() == MailQueue.Source.LETTERS ? "lettre-" : "convocation-")
                + mail.letterId()
                + "@toit-commun");
    message.setFrom();
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(at));
    // So that absence notices do not answer it (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    if (pdf == null) {
      message.setText(mail.text(), UTF_8);
    } else {
      MimeBodyPart text = new MimeBodyPart();
      text.setText(mail.text(), UTF_8);
      MimeBodyPart file = new MimeBodyPart();
      file.setDataHandler(new DataHandler(new ByteArrayDataSource(pdf, "application/pdf")));
      file.setFileName("attestation-" + mail.uniqueNumber() + ".pdf");
      message.setContent(new MimeMultipart(text, file));
    }
    message.saveChanges();
    return message;
  }

  /** One identity for each letter, so that mail servers know a second copy if ever there is one. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + identity + ">");
  }
}
