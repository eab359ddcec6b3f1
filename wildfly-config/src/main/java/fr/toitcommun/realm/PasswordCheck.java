package fr.toitcommun.realm;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.util.ModularCrypt;

/**
 * Whether a password is the one of a bcrypt hash. Remembers what it found right, by a digest whose
 * key lives and dies with this process, so that only the first of many calls pays for bcrypt; what
 * is wrong it does not remember.
 */
final class PasswordCheck {

  private static final Duration MEMORY = Duration.ofMinutes(10);
  private static final int MOST_REMEMBERED = 5_000;
  private static final String DIGEST = "HmacSHA256";

  /** A hash of the usual cost; whether a guess is right for it is never asked. */
  private static final String NOBODY =
      "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

  private final byte[] key = new byte[32];

  /**
   * When what was found right is forgotten, by digest; the one used longest ago goes first when it
   * is full.
   */
  private final Map<String, Long> forgottenAt =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  PasswordCheck() {
    new SecureRandom().nextBytes(key);
  }

  boolean isRight(String hash, char[] guess) {
    String digest = digest(hash, guess);
    if (isRemembered(digest)) {
      return true;
    }
    boolean right = verify(hash, guess);
    if (right) {
      remember(digest);
    }
    return right;
  }

  /**
   * Takes the time that a wrong password takes, so that the time does not tell which logins there
   * are.
   */
  void refuseAsSlowly(char[] guess) {
    verify(NOBODY, guess);
  }

  private synchronized boolean isRemembered(String digest) {
    Long until = forgottenAt.get(digest);
    return until != null && System.nanoTime() - until < 0;
  }

  private synchronized void remember(String digest) {
    forgottenAt.put(digest, System.nanoTime() + MEMORY.toNanos());
  }

  private static boolean verify(String hash, char[] guess) {
    try {
      // The newer mark means the same for passwords that are UTF-8, and Elytron does not know it.
      String known = hash.startsWith("$2b$") ? "$2a$" + hash.substring(4) : hash;
      Password password = ModularCrypt.decode(known);
      PasswordFactory factory =
          PasswordFactory.getInstance(
              password.getAlgorithm(), WildFlyElytronPasswordProvider.getInstance());
      return factory.verify(factory.translate(password), guess);
    } catch (GeneralSecurityException e) {
      // Not a hash that this server knows: no password is right for it.
      return false;
    }
  }

  private String digest(String hash, char[] guess) {
    try {
      Mac mac = Mac.getInstance(DIGEST);
      mac.init(new SecretKeySpec(key, DIGEST));
      mac.update(hash.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(guess));
      mac.update(bytes);
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + DIGEST, e);
    }
  }
}
