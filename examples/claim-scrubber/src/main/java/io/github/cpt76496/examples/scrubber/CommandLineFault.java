package io.github.cpt76496.examples.scrubber;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person is told whose command line is wrong: the fault, and how to get help. */
final class CommandLineFault implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException fault, String[] args) {
    PrintWriter err = fault.getCommandLine().getErr();
    err.println(message(fault, args));
    err.println(
        "Try `"
            + fault.getCommandLine().getCommandSpec().qualifiedName()
            + " --help` for all options.");
    err.flush();
    return ScrubberCommand.SOME_INPUT_NOT_READ;
  }

  /**
   * What is said of a first word that is no file and a slip away from a command, whose options are
   * not those of the other.
   */
  static Optional<String> nearestCommand(String[] args, CommandLine line) {
    Set<String> commands = line.getSubcommands().keySet();
    return Arrays.stream(args)
        .limit(1)
        .filter(word -> word.chars().allMatch(Character::isLetter) && !commands.contains(word))
        .filter(word -> !Files.exists(Path.of(word)))
        .map(word -> word + ": no such file, and no command" + Nearest.inWords(word, commands))
        .filter(message -> message.contains("; nearest: "))
        .findFirst();
  }

  /** Picocli names constants as Java does; the help, and its readers, write them small. */
  private static String message(ParameterException fault, String[] args) {
    if (fault instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
      return nearestCommand(args, fault.getCommandLine())
          .orElseGet(
              () ->
                  fault.getMessage()
                      + Nearest.inWords(
                          first, fault.getCommandLine().getCommandSpec().optionsMap().keySet()));
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
