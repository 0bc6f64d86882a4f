package io.github.cpt76496.claims;

import java.io.InputStream;

/** Many bytes, which stand nowhere in memory. */
public final class RepeatedBytes extends InputStream {

  private final String part;
  private final long count;
  private long read;

  public RepeatedBytes(String part, long count) {
    this.part = part;
    this.count = count;
  }

  @Override
  public int read() {
    return read < count ? part.charAt((int) (read++ % part.length())) : -1;
  }

  @Override
  public int read(byte[] buffer, int from, int length) {
    int given = (int) Math.min(length, count - read);
    for (int i = 0; i < given; i++) {
      buffer[from + i] = (byte) read();
    }
    return given == 0 && length > 0 ? -1 : given;
  }
}
