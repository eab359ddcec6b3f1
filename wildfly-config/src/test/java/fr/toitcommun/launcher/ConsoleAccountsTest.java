package fr.toitcommun.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleAccountsTest {

  @TempDir private Path configuration;

  @Test
  void anAccountThatWasAddedLastsAndOursAreThoseOfTheDataFolder() throws IOException {
    new ConsoleAccounts("first", "look").writeInto(configuration, added());
    Path users = configuration.resolve("mgmt-users.properties");
    Path groups = configuration.resolve("mgmt-groups.properties");
    Files.writeString(users, "amel=0123456789abcdef\n", StandardOpenOption.APPEND);
    Files.writeString(groups, "amel=monitors\n", StandardOpenOption.APPEND);

    new ConsoleAccounts("second", "look").writeInto(configuration, added());

    assertThat(Files.readAllLines(users))
        .contains("amel=0123456789abcdef")
        // md5 of administrator:ManagementRealm:second, as HTTP's digest keeps it
        .contains("administrator=27867f3c3be7050b7420c23ebce45e12")
        .hasSize(4);
    assertThat(Files.readAllLines(groups))
        .containsExactly("administrator=administrators", "monitor=monitors", "amel=monitors");
  }

  private ConsoleAccounts.Added added() {
    return ConsoleAccounts.Added.in(configuration);
  }
}
