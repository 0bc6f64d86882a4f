package io.github.cpt76496.examples.scrubber;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Whether a person sees what is written: colours and a progress bar depend on it. */
interface Terminal {

  /** Nobody looks. */
  Terminal NONE = descriptor -> false;

  /**
   * The terminal of this process. Java tells only whether all standard streams end at one, so the
   * system's own {@code test} is asked; where there is none, such as on Windows, nobody looks.
   */
  Terminal OF_PROCESS =
      descriptor -> {
        try {
          return new ProcessBuilder("test", "-t", Integer.toString(descriptor))
                  .redirectOutput(Redirect.INHERIT)
                  .redirectError(Redirect.INHERIT)
                  .start()
                  .waitFor()
              == 0;
        } catch (IOException e) {
          return false;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      };

  /** Whether a file descriptor is a terminal. */
  boolean at(int descriptor);

  default boolean atOutput() {
    return at(1);
  }

  default boolean atError() {
    return at(2);
  }
}
