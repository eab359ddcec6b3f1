package fr.toitcommun.persistence.observatory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The cells of a table without which its marked cells would fall into more parts: rows and columns
 * are points, a marked cell is a way from its row to its column (R. E. Tarjan, 1974). One walk
 * numbers the points in the order in which it finds them: what lies beyond a bridge are the points
 * from the one it leads to up to the last found from there.
 */
final class Bridges {
  private final boolean[][] marked;
  private final int rows;
  private final int[] found;
  private final int[] lowest;
  // The last point found from each, and the first of its part.
  private final int[] last;
  private final int[] part;
  private final int[] from;
  private final int[] tried;
  private final List<int[]> bridges = new ArrayList<>();
  private int steps;

  /** Finds those of a table as it is marked now. */
  Bridges(boolean[][] marked) {
    this.marked = marked;
    this.rows = marked.length;
    int points = rows + (rows == 0 ? 0 : marked[0].length);
    this.found = new int[points];
    this.lowest = new int[points];
    this.last = new int[points];
    this.part = new int[points];
    this.from = new int[points];
    this.tried = new int[points];
    for (int point = 0; point < points; point++) {
      if (found[point] == 0) {
        walk(point);
      }
    }
  }

  /** The bridges, a row and a column each. */
  List<int[]> all() {
    return bridges;
  }

  /** Whether a marked cell, as row and column, is a bridge. */
  boolean isBridge(int[] cell) {
    int beyond = beyond(cell);
    int other = beyond == cell[0] ? rows + cell[1] : cell[0];
    return from[beyond] == other && lowest[beyond] > found[other];
  }

  /**
   * The points, rows first, that can be reached from a bridge's row without that bridge.
   *
   * @param bridge row and column
   */
  boolean[] side(int[] bridge) {
    int beyond = beyond(bridge);
    boolean[] side = new boolean[found.length];
    for (int point = 0; point < side.length; point++) {
      side[point] = part[point] == part[beyond] && isBeyond(point, beyond) == (beyond == bridge[0]);
    }
    return side;
  }

  /** Whether marking a cell makes another way across a bridge: its ends lie on either side. */
  boolean leadsAround(int[] bridge, int[] cell) {
    int beyond = beyond(bridge);
    return part[cell[0]] == part[beyond]
        && isOfOnePart(cell)
        && isBeyond(cell[0], beyond) != isBeyond(rows + cell[1], beyond);
  }

  /** Whether a cell's row and column hang together. */
  boolean isOfOnePart(int[] cell) {
    return part[cell[0]] == part[rows + cell[1]];
  }

  /** The end of a way that was found later. */
  private int beyond(int[] cell) {
    return found[cell[0]] > found[rows + cell[1]] ? cell[0] : rows + cell[1];
  }

  private boolean isBeyond(int point, int start) {
    return found[start] <= found[point] && found[point] <= last[start];
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
  private void walk(int start) {
    Deque<Integer> path = new ArrayDeque<>(List.of(start));
    enter(start, -1, start);
    while (!path.isEmpty()) {
      int point = path.peek();
      if (tried[point] < ways(point)) {
        int way = tried[point]++;
        int other = other(point, way);
        if (leads(point, way) && other != from[point]) {
          if (found[other] == 0) {
            enter(other, point, start);
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

  private void enter(int point, int before, int start) {
    found[point] = ++steps;
    lowest[point] = steps;
    from[point] = before;
    part[point] = start;
  }

  private void leave(int point, int before) {
    last[point] = steps;
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
