package io.github.cpt76496.examples.scrubber;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person is told whose command line is wrong: the fault, and how to get help. */
final class CommandLineFault implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException fault, String[] args) {
    PrintWriter err = fault.getCommandLine().getErr();
    err.println(message(fault));
    err.println(
        "Try `"
            + fault.getCommandLine().getCommandSpec().qualifiedName()
            + " --help` for all options.");
    err.flush();
    return ScrubberCommand.SOME_INPUT_NOT_READ;
  }

  /** Picocli names constants as Java does; the help, and its readers, write them small. */
  private static String message(ParameterException fault) {
    if (fault instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
      return fault.getMessage()
          + Nearest.inWords(first, fault.getCommandLine().getCommandSpec().optionsMap().keySet());
    }
    if (fault.getArgSpec() == null
        || fault.getValue() == null
        || !fault.getArgSpec().isOption()
        || !fault.getArgSpec().type().isEnum()) {
      return fault.getMessage();
    }
    List<String> known =
        Arrays.stream(fault.getArgSpec().type().getEnumConstants())
            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
            .toList();
    return ((OptionSpec) fault.getArgSpec()).longestName()
        + ": expected one of "
        + String.join(", ", known)
        + Nearest.inWords(fault.getValue(), known);
  }
}
