package fr.toitcommun.persistence.observatory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The cells of a table without which its marked cells would fall into more parts: rows and columns
 * are points, a marked cell is a way from its row to its column (R. E. Tarjan, 1974).
 */
final class Bridges {
  private final boolean[][] marked;
  private final int rows;
  private final int[] found;
  private final int[] lowest;
  private int steps;
  private final List<int[]> bridges = new ArrayList<>();

  private Bridges(boolean[][] marked) {
    this.marked = marked;
    this.rows = marked.length;
    int points = rows + (rows == 0 ? 0 : marked[0].length);
    this.found = new int[points];
    this.lowest = new int[points];
  }

  /** The bridges, a row and a column each. */
  static List<int[]> of(boolean[][] marked) {
    Bridges search = new Bridges(marked);
    for (int point = 0; point < search.found.length; point++) {
      if (search.found[point] == 0) {
        search.from(point);
      }
    }
    return search.bridges;
  }

  /**
   * The points, rows first, that can be reached from a cell's row without that cell.
   *
   * @param cell row and column
   */
  static boolean[] side(boolean[][] marked, int[] cell) {
    Bridges ways = new Bridges(marked);
    boolean[] reached = new boolean[ways.found.length];
    Deque<Integer> left = new ArrayDeque<>(List.of(cell[0]));
    reached[cell[0]] = true;
    while (!left.isEmpty()) {
      int point = left.pop();
      for (int i = 0; i < ways.ways(point); i++) {
        int other = ways.other(point, i);
        boolean itself =
            point == cell[0] && other == ways.rows + cell[1]
                || other == cell[0] && point == ways.rows + cell[1];
        if (ways.leads(point, i) && !itself && !reached[other]) {
          reached[other] = true;
          left.push(other);
        }
      }
    }
    return reached;
  }

  private int ways(int point) {
    return point < rows ? marked[point].length : rows;
  }

  private boolean leads(int point, int way) {
    return point < rows ? marked[point][way] : marked[way][point - rows];
  }

  private int other(int point, int way) {
    return point < rows ? rows + way : way;
  }

  /** Without recursion: a table has thousands of rows. */
  private void from(int start) {
    int[] tried = new int[found.length];
    int[] from = new int[found.length];
    Arrays.fill(from, -1);
    Deque<Integer> path = new ArrayDeque<>(List.of(start));
    enter(start);
    while (!path.isEmpty()) {
      int point = path.peek();
      if (tried[point] < ways(point)) {
        int way = tried[point]++;
        int other = other(point, way);
        if (leads(point, way) && other != from[point]) {
          if (found[other] == 0) {
            from[other] = point;
            enter(other);
            path.push(other);
          } else {
            lowest[point] = Math.min(lowest[point], found[other]);
          }
        }
      } else {
        path.pop();
        leave(point, from[point]);
      }
    }
  }

  private void enter(int point) {
    found[point] = ++steps;
    lowest[point] = steps;
  }

  private void leave(int point, int before) {
    if (before < 0) {
      return;
    }
    lowest[before] = Math.min(lowest[before], lowest[point]);
    if (lowest[point] > found[before]) {
      bridges.add(
          point < rows ? new int[] {point, before - rows} : new int[] {before, point - rows});
    }
  }
}
