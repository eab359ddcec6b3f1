package fr.toitcommun.ejb.observatory.report;

import java.util.List;
import org.commonmark.node.Node;

/** A part of a report, filled in and in words, whatever it is written as. */
public sealed interface ReportPart {
  /** What it is, for templates. */
  String kind();

  /**
   * Written text.
   *
   * @param node of CommonMark; nothing in it is left open
   */
  record Prose(Node node) implements ReportPart {
    @Override
    public String kind() {
      return "prose";
    }
  }

  /**
   * A row of figures.
   *
   * @param source where they come from and what signs mean
   */
  record Figures(List<Figure> figures, String source) implements ReportPart {
    @Override
    public String kind() {
      return "figures";
    }
  }

  /**
   * A figure with its definition beside it.
   *
   * @param value with its unit where that is no thing counted
   */
  record Figure(String name, String value, String definition) {}

  /**
   * A table.
   *
   * @param caption what it is
   * @param head of its columns, the first over the names of lines
   * @param total last line; null: there is none
   * @param source where it comes from, what is counted and what signs mean
   */
  record Grid(String caption, List<String> head, List<Line> lines, Line total, String source)
      implements ReportPart {
    @Override
    public String kind() {
      return "grid";
    }
  }

  /** A line of a table: a value for each column but the first. */
  record Line(String name, List<String> values) {}

  /**
   * A chart.
   *
   * @param svg the picture
   * @param words its values in words
   */
  record Picture(String caption, String svg, String words, String source) implements ReportPart {
    @Override
    public String kind() {
      return "picture";
    }
  }

  /** Something that there is nothing to tell of, and why. */
  record Lacking(String words) implements ReportPart {
    @Override
    public String kind() {
      return "lacking";
    }
  }
}
