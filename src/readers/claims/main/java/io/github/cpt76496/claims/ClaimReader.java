package io.github.cpt76496.claims;

import java.io.IOException;
import java.io.InputStream;

/** Reads claims from one format. Holds one claim at a time, never the file. */
public interface ClaimReader {

  /**
   * Passes every claim on as soon as it is complete. What cannot be read is passed on as a problem
   * and does not stop the claims after it, as long as the format still tells where they begin.
   *
   * @throws IOException if the file itself fails
   */
  void read(InputStream in, ClaimSink sink) throws IOException;
}
