package fr.toitcommun.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A variable of a page that is named like a bean is hidden by the bean, which is found only where
 * the page is opened: so no name is both.
 */
class PageVariablesTest {
  private static final Pattern NAMED = Pattern.compile("@Named(?:\\(\"(\\w+)\"\\))?");
  private static final Pattern VARIABLE =
      Pattern.compile("(?:\\bvar|\\bvarStatus|<ui:param name)=\"(\\w+)\"");

  @Test
  void noVariableOfAPageIsNamedLikeABean() throws IOException {
    Set<String> beans = new TreeSet<>();
    for (Path source : files(Path.of("src/main/java"), ".java")) {
      Matcher named = NAMED.matcher(Files.readString(source));
      if (named.find()) {
        String type = source.getFileName().toString().replace(".java", "");
        beans.add(
            named.group(1) == null
                ? Character.toLowerCase(type.charAt(0)) + type.substring(1)
                : named.group(1));
      }
    }
    assertThat(beans).contains("showHome", "texts");
    List<String> hidden = new ArrayList<>();
    for (Path page : files(Path.of("src/main/webapp"), ".xhtml")) {
      Matcher variable = VARIABLE.matcher(Files.readString(page));
      while (variable.find()) {
        if (beans.contains(variable.group(1))) {
          hidden.add(page.getFileName() + ": " + variable.group(1));
        }
      }
    }
    assertThat(hidden).isEmpty();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
