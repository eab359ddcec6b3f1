package fr.toitcommun.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page with a form, as a browser holds it: what is typed into it, its buttons and its parts. */
final class FacesPage {
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern NEW_STATE =
      Pattern.compile("ViewState[^\"]*\"><!\\[CDATA\\[([^\\]]+)\\]\\]>");
  private static final Pattern NONCE =
      Pattern.compile("name=\"primefaces\\.nonce\" value=\"([^\"]*)\"");

  private final Agent agent;
  private final String form;
  private final String html;
  private final String action;
  private final String nonce;
  private String state;
  private final Map<String, String> typed = new LinkedHashMap<>();

  private FacesPage(Agent agent, String form, String html) {
    this.agent = agent;
    this.form = form;
    this.html = html;
    action = found(Pattern.compile("<form id=\"" + form + "\"[^>]*action=\"([^\"]+)\""), html);
    nonce = found(NONCE, html);
    state = found(VIEW_STATE, html);
  }

  /** Opens a page, and looks at the form of this identity. */
  static FacesPage open(Agent agent, String path, String form) {
    return new FacesPage(agent, form, agent.read(path));
  }

  /** Types into a field. */
  FacesPage type(String field, String value) {
    typed.put(field, value);
    return this;
  }

  /** Presses a button; the page that follows. */
  FacesPage press(String button) {
    return new FacesPage(agent, form, pressed(button));
  }

  /** Presses a button; the text of the page that follows, which may be another. */
  String pressed(String button) {
    Map<String, String> sent = fields();
    sent.put(button, button);
    return agent.mustBe(200, agent.send(agent.form(action, written(sent)))).body();
  }

  /** Sends part of the form while one types; what is shown meanwhile is not looked at. */
  FacesPage part(String source, String event, String execute, String render) {
    Map<String, String> sent = fields();
    sent.put("jakarta.faces.partial.ajax", "true");
    sent.put("jakarta.faces.source", source);
    sent.put("jakarta.faces.partial.execute", execute);
    sent.put("jakarta.faces.partial.render", render);
    if (event == null) {
      sent.put(source, source);
    } else {
      sent.put("jakarta.faces.behavior.event", event);
      sent.put("jakarta.faces.partial.event", event);
    }
    String answer = agent.mustBe(200, agent.send(agent.form(action, written(sent)))).body();
    Matcher fresh = NEW_STATE.matcher(answer);
    if (fresh.find()) {
      state = fresh.group(1);
    }
    if (answer.contains("<error>")) {
      throw new IllegalStateException(source + " is answered by " + answer);
    }
    return this;
  }

  /** The whole page as it came. */
  String html() {
    return html;
  }

  private Map<String, String> fields() {
    Map<String, String> sent = new LinkedHashMap<>();
    sent.put(form, form);
    sent.put("primefaces.nonce", nonce);
    sent.putAll(typed);
    sent.put("jakarta.faces.ViewState", state);
    return sent;
  }

  private static String written(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(one -> Agent.encoded(one.getKey()) + "=" + Agent.encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String found(Pattern pattern, String html) {
    Matcher matcher = pattern.matcher(html);
    if (!matcher.find()) {
      throw new IllegalStateException("The page has no " + pattern);
    }
    return matcher.group(1).replace("&amp;", "&");
  }
}
