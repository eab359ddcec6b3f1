package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.persistence.observatory.map.Classes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The colours of classes. They differ in lightness before they differ in hue, so that eyes that do
 * not tell red from green, and printers without colour, tell them apart. Mixed in OKLab, in which
 * equal steps look equal (B. Ottosson, 2020).
 */
final class Palette {
  static final String NO_FIGURE = "#d9dcdb";
  static final String ZERO = "#ffffff";
  static final String ZERO_BORDER = "#a9b4b6";
  static final String BORDER = "#ffffff";
  static final String OUTLINE = "#4c5b62";
  static final String CIRCLE = "#12515b";
  static final String CIRCLE_BELOW = "#9a4a16";
  static final String GROUND = "#eceeea";

  private static final double[] LIGHT = lab(0xf1f4d9);
  private static final double[] MIDDLE = lab(0x5fb0a5);
  private static final double[] DARK = lab(0x0b3b43);
  private static final double[] NEUTRAL = lab(0xf4f1ea);
  private static final double[] BROWN = lab(0x7d3608);
  private static final double[] TEAL = lab(0x0b4f5a);

  private Palette() {}

  /**
   * The colour of each class.
   *
   * @param signed whether figures are changes: less has another colour than more
   */
  static List<String> of(Classes classes, boolean signed) {
    List<String> colours = new ArrayList<>();
    int below = classes.firstFromZero();
    for (int i = 0; i < classes.count(); i++) {
      if (!signed && !classes.isDiverging()) {
        colours.add(sequential(classes.count() == 1 ? 0.5 : (double) i / (classes.count() - 1)));
      } else if (i < below) {
        colours.add(hex(mixed(NEUTRAL, BROWN, 0.25 + 0.75 * (below - i) / below)));
      } else {
        int above = classes.count() - below;
        colours.add(hex(mixed(NEUTRAL, TEAL, 0.15 + 0.85 * (i - below + 1) / above)));
      }
    }
    return colours;
  }

  private static String sequential(double share) {
    return hex(share < 0.5 ? mixed(LIGHT, MIDDLE, share * 2) : mixed(MIDDLE, DARK, share * 2 - 1));
  }

  private static double[] mixed(double[] from, double[] to, double share) {
    double[] mixed = new double[3];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = from[i] + (to[i] - from[i]) * share;
    }
    return mixed;
  }

  private static double[] lab(int rgb) {
    double r = linear((rgb >> 16 & 0xff) / 255d);
    double g = linear((rgb >> 8 & 0xff) / 255d);
    double b = linear((rgb & 0xff) / 255d);
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static String hex(double[] lab) {
    double l = Math.pow(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
    double m = Math.pow(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
    double s = Math.pow(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2], 3);
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        shown(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        shown(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        shown(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
  }

  private static double linear(double c) {
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int shown(double linear) {
    double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * Math.max(0, Math.min(1, c)));
  }
}
