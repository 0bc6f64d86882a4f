package io.github.cpt76496.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReceivedClaims;
import io.github.cpt76496.claims.internal.Elements.Element;
import io.github.cpt76496.claims.internal.Elements.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is listed as unknown, and what is not listed at all, gives a notice, and nothing else. */
class X12ElementsTest {

  @Test
  void whatIsNotReadHasAReason() {
    for (Element element : Unread.LISTED.all()) {
      assertEquals(element.mark() == Mark.USED, element.why().isEmpty(), element.name());
    }
  }

  static Stream<Element> segments() {
    return Unread.LISTED.all().stream().filter(element -> element.place().contains(" loop "));
  }

  static Stream<Element> elementsOfSegments() {
    return Unread.LISTED.all().stream().filter(element -> !element.place().contains(" loop "));
  }

  private static final List<String> PROFESSIONAL =
      List.of(
          "HL*2*1*22*0",
          "SBR*P*18*******CI",
          "NM1*PR*2*AETNA*****PI*1",
          "REF*2U*1",
          "CLM*C1*100***22:B:1",
          "NTE*ADD*A STUDY",
          "PWK*M1*BM",
          "LX*1",
          "SV1*HC:76496*100*UN*1",
          "DTP*472*D8*20260302");

  private static final List<String> INSTITUTIONAL =
      PROFESSIONAL.stream()
          .map(s -> s.replace("22:B:1", "13:A:1").replace("SV1*", "SV2*0320*"))
          .toList();

  private static ReceivedClaims read(List<String> segments) {
    String[] array = segments.toArray(String[]::new);
    return ReceivedClaims.from(
        new X12ClaimReader(),
        segments.stream().anyMatch(s -> s.startsWith("SV2"))
            ? Interchange.institutional(array)
            : Interchange.professional(array));
  }

  private static List<String> notices(List<String> segments) {
    ReceivedClaims received = read(segments);
    assertEquals(List.of(), received.problems);
    return received.notices.stream().map(Problem::reason).toList();
  }

  private static List<String> with(int at, String segment) {
    List<String> segments = new ArrayList<>(PROFESSIONAL);
    segments.add(at, segment);
    return segments;
  }

  @Test
  void claimOfWhichAllIsReadHasNoNotice() {
    assertEquals(List.of(), notices(PROFESSIONAL));
    assertEquals(List.of(), notices(INSTITUTIONAL));
  }

  @ParameterizedTest
  @MethodSource("segments")
  void segmentThatIsNotReadIsNamed(Element element) {
    boolean ofLine = element.place().endsWith("2400");
    Set<String> begin = Set.of("LX", "SV1", "SV2", "SBR");
    if (begin.contains(element.name())) {
      return;
    }
    List<String> said =
        notices(with(ofLine ? PROFESSIONAL.size() : 5, element.name() + "*ZZ")).stream()
            .filter(notice -> notice.contains(element.name() + " was not read"))
            .toList();

    assertEquals(
        element.mark() == Mark.UNKNOWN
            ? List.of(element.name() + " was not read: " + element.why())
            : List.of(),
        said);
  }

  @Test
  void segmentThatNoGuideHasIsNamed() {
    List<String> said = List.of("a segment that no guide has in this place; it was not read");

    assertEquals(said, notices(with(5, "ZZZ*1")));
    assertEquals(said, notices(with(PROFESSIONAL.size(), "ZZZ*1")));
    assertEquals(
        said,
        notices(Stream.concat(INSTITUTIONAL.stream(), Stream.of("SV1*HC:76496*1*UN*1")).toList()));
  }

  @ParameterizedTest
  @MethodSource("elementsOfSegments")
  void elementThatIsNotReadIsNamed(Element element) {
    String tag = element.name().substring(0, element.name().length() - 2);
    int number = Integer.parseInt(element.name().substring(tag.length()));
    List<String> said = notices(filled(tag, number));

    List<String> named =
        said.stream().filter(notice -> notice.startsWith(element.name() + " ")).toList();
    assertEquals(
        element.mark() == Mark.UNKNOWN
            ? List.of(element.name() + " was not read: " + element.why())
            : List.of(),
        named);
    assertFalse(
        element.mark() != Mark.UNKNOWN && said.stream().anyMatch(s -> s.contains("more elements")),
        element.name());
  }

  @Test
  void elementBeyondTheGuideIsNamed() {
    for (String tag : List.of("SBR", "NM1", "REF", "CLM", "NTE", "PWK", "SV1", "SV2", "DTP")) {
      int last = Unread.LISTED.at("837 " + tag).size();
      assertEquals(
          List.of(tag + " has more elements than the guide; what is beyond was not read"),
          notices(filled(tag, tag.equals("NTE") ? 3 : last + 1)),
          tag);
    }
  }

  /** A sound claim in which an element that is empty is filled. */
  private static List<String> filled(String tag, int number) {
    List<String> segments = new ArrayList<>(tag.equals("SV2") ? INSTITUTIONAL : PROFESSIONAL);
    segments.replaceAll(
        segment -> {
          if (!segment.startsWith(tag + "*")) {
            return segment;
          }
          String[] elements = segment.split("\\*", -1);
          String[] longer = Arrays.copyOf(elements, Math.max(elements.length, number + 1));
          for (int i = 0; i < longer.length; i++) {
            longer[i] = longer[i] == null ? "" : longer[i];
          }
          longer[number] = longer[number].isEmpty() ? filling(tag, number) : longer[number];
          return String.join("*", longer);
        });
    return segments;
  }

  /** A place where the line states one; anything elsewhere. */
  private static String filling(String tag, int number) {
    return tag.equals("SV1") && number == 5 ? "22" : "1";
  }
}
