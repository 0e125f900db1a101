package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run knows of what it set out to know, in two halves. Direction: which policy is slower.
 * Size: to how many per cent. The stopping rule of the rounds asks for both.
 *
 * @param precision how closely each figure is to be known, as a share of the estimate
 * @param figures that are judged, measured or not
 */
public record Verdict(double precision, List<Figure> figures) {

  public Verdict {
    figures = List.copyOf(figures);
  }

  /** What kind of figure is judged. */
  enum Kind {
    RATIO("ratio", ""),
    COST("cost", " µs"),
    MEAN("mean", " µs");

    private final String noun;
    private final String unit;

    Kind(String noun, String unit) {
      this.noun = noun;
      this.unit = unit;
    }

    String noun() {
      return noun;
    }

    /** With the space before it; empty for a ratio. */
    String unit() {
      return unit;
    }
  }

  /**
   * A figure on which the verdict rests.
   *
   * @param name with its place, for a sentence
   * @param value absent if it was not measured
   * @param ci95 absent if it was not measured, or in too few rounds
   */
  record Figure(Kind kind, String name, @Nullable Double value, @Nullable Interval ci95) {
    /** Whether the interval of a ratio excludes 1; whether any other figure has an interval. */
    boolean decided() {
      return ci95 != null && (kind != Kind.RATIO || !ci95.contains(1));
    }

    /** Infinite without an interval. */
    double relativeHalfWidth() {
      return value == null || ci95 == null
          ? Double.POSITIVE_INFINITY
          : ci95.relativeHalfWidth(value);
    }
  }

  /**
   * The verdict on the headline figures that a plan allows. These are the ratios over {@code
   * pooled} of benchmark {@code request} and the costs of a connection with a full handshake; in a
   * plan of loops alone, their ratios; in a plan without ratios, the means of its cells.
   *
   * @param planned the cells of the plan, measured or not
   * @param forks finished so far
   * @param precision greatest distance from an estimate to the farther end of its 95 % interval, as
   *     a share of the estimate
   * @param seed of the bootstrap; the manifest's, so that scheduler and report agree
   */
  public static Verdict of(
      List<Cell> planned, List<ForkRecord> forks, double precision, long seed) {
    final ForkIndex index = new ForkIndex(forks);
    final Bootstrap bootstrap = new Bootstrap(seed);
    return new Verdict(
        precision, new HeadlineFigures(index, bootstrap, new Ratios(index, bootstrap)).of(planned));
  }

  /** Whether the run is decided, and every figure is known as closely as was asked. */
  public boolean conclusive() {
    return decided() && figures.stream().allMatch(this::isPrecise);
  }

  /** Whether every ratio says which policy is slower, and every mean has an interval. */
  public boolean decided() {
    return figures.stream().filter(Verdict::hasDirection).allMatch(Figure::decided);
  }

  /** How closely the figure that is known worst is known; 0 if there is none. */
  double widest() {
    return figures.stream().mapToDouble(Figure::relativeHalfWidth).max().orElse(0);
  }

  List<Figure> of(Kind kind) {
    return figures.stream().filter(figure -> figure.kind() == kind).toList();
  }

  List<Figure> undecided() {
    return figures.stream()
        .filter(Verdict::hasDirection)
        .filter(figure -> !figure.decided())
        .toList();
  }

  /** Figures of a kind that are known less closely than was asked, the widest first. */
  List<Figure> imprecise(Kind kind) {
    return of(kind).stream()
        .filter(figure -> !isPrecise(figure))
        .filter(figure -> figure.decided() || kind != Kind.RATIO)
        .sorted(Comparator.comparingDouble(Figure::relativeHalfWidth).reversed())
        .toList();
  }

  /** A cost is the difference of what a ratio divides: its direction is that of the ratio. */
  private static boolean hasDirection(Figure figure) {
    return figure.kind() != Kind.COST;
  }

  private boolean isPrecise(Figure figure) {
    return figure.relativeHalfWidth() <= precision;
  }
}
