package io.github.cpt76496.benchmark;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Ratios as points with half the spread to each side; on a logarithmic scale, where a bar's length
 * says nothing.
 */
final class Chart {

  private static final Color INK = new Color(0x1f2933);
  private static final Color POINT = new Color(0x0b6e99);

  private Chart() {}

  static void write(Map<Contestant, Turns.Measured> ratios, Path file, String machine)
      throws IOException {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(860)
            .height(420)
            .title("Time for one review, as a multiple of the answer alone (" + machine + ")")
            .build();
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    CategoryStyler style = chart.getStyler();
    style.setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
    style.setLegendVisible(false);
    style.setYAxisLogarithmic(true);
    style.setYAxisMin(1.0);
    style.setYAxisMax(1_000.0);
    style.setYAxisDecimalPattern("#,##0");
    style.setChartFontColor(INK);
    style.setChartTitleFont(font.deriveFont(Font.BOLD));
    style.setAxisTickLabelsFont(font);
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false);
    style.setPlotGridVerticalLinesVisible(false);
    chart
        .addSeries(
            "ratio",
            ratios.entrySet().stream()
                .map(
                    e ->
                        Report.words(e.getKey().name())
                            + ": "
                            + Report.number(e.getValue().ratio()))
                .toList(),
            ratios.values().stream().map(Turns.Measured::ratio).toList(),
            ratios.values().stream().map(m -> (m.high() - m.low()) / 2).toList())
        .setMarker(SeriesMarkers.CIRCLE)
        .setMarkerColor(POINT);
    VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
  }
}
