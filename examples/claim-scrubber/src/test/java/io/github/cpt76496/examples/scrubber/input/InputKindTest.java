package io.github.cpt76496.examples.scrubber.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputKindTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "ISA*00,X12,ISA*00",
        "'\uFEFF\r\n \tISA~',X12,ISA~",
        "'\n\n{}',JSON,{}",
        "'\uFEFF[]',JSON,[]",
        "'',EMPTY,''",
        "' \n ',EMPTY,''",
        "GS*HC,X12_WITHOUT_ISA,GS*HC",
        "IS,OTHER,IS",
        "<claim/>,OTHER,<claim/>",
        "\u0000\u0001\u0002\u0003,OTHER,\u0000\u0001\u0002\u0003"
      })
  void kindIsToldByContent(String text, InputKind kind, String rest) throws IOException {
    try (PushbackInputStream in =
        new PushbackInputStream(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            InputKind.LONGEST_MARK)) {
      assertEquals(kind, InputKind.of(in));
      assertEquals(rest, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
