package io.github.cpt76496.x12;

import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.RecordTexts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** No record of this module shows what it holds of a claim. */
class TextOfRecordsTest extends RecordTexts {

  TextOfRecordsTest() {
    super(X12ClaimReader.class);
  }

  @Override
  protected Optional<Object> special(Class<?> type) {
    if (type == Frame.class) {
      byte[] bytes = MARK.getBytes(StandardCharsets.UTF_8);
      return Optional.of(new Frame(1, bytes, new Delimiters('*', ':', '~')));
    }
    return type == PayerMap.class ? Optional.of(PayerMap.packaged()) : Optional.empty();
  }
}
