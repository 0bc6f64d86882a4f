package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
        "'\n\n{}',JSON,'\n\n{}'",
        "'\f{}',JSON,{}",
        "'\uFEFF[]',JSON,[]",
        "'',EMPTY,''",
        "' \n ',EMPTY,''",
        "GS*HC,X12_WITHOUT_ISA,GS*HC",
        "IS,OTHER,IS",
        "'header\nrow',CSV,'header\nrow'",
        "'header,row',OTHER,'header,row'",
        "PK\u0003\u0004,ZIP,PK\u0003\u0004",
        "<claim/>,XML,<claim/>",
        "'<Claim xmlns=\"http://hl7.org/fhir\"/>',FHIR_XML,'<Claim"
            + " xmlns=\"http://hl7.org/fhir\"/>'",
        "isa*00,X12_IN_SMALL_LETTERS,isa*00",
        "\u0000\u0001\u0002\u0003,OTHER,\u0000\u0001\u0002\u0003"
      })
  void kindIsToldByContent(String text, InputKind kind, String rest) throws IOException {
    try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      assertEquals(kind, InputKind.of(in, "header"::equals));
      assertEquals(rest, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
