package io.github.cpt76496.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import io.github.cpt76496.claims.UnreadableClaimException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;

/** FHIR R4 as HAPI reads it, with messages that repeat no value. */
final class FhirParser {

  private FhirParser() {}

  /** A second of work, done with the first FHIR resource and not for files that hold none. */
  private static final class Context {
    static final FhirContext R4 = FhirContext.forR4Cached();
  }

  /** What R4 does not know is refused: a misspelt element would be a fact that nobody stated. */
  static <R extends Resource> R strictly(Class<R> type, String json)
      throws UnreadableClaimException {
    Faults faults = new Faults();
    R resource = parse(type, json, faults);
    if (faults.first.isPresent()) {
      throw new UnreadableClaimException(faults.first.get());
    }
    return resource;
  }

  /** For resources that only add to a claim: what cannot be read in them is not stated. */
  static <R extends Resource> Optional<R> ifReadable(Class<R> type, String json) {
    try {
      return Optional.of(parse(type, json, new ErrorHandlerAdapter()));
    } catch (UnreadableClaimException e) {
      return Optional.empty();
    }
  }

  static String json(Resource resource) {
    return Context.R4.newJsonParser().encodeResourceToString(resource);
  }

  private static <R extends Resource> R parse(
      Class<R> type, String json, IParserErrorHandler faults) throws UnreadableClaimException {
    IParser parser = Context.R4.newJsonParser();
    parser.setParserErrorHandler(faults);
    try {
      return parser.parseResource(type, json);
    } catch (RuntimeException e) {
      // HAPI throws several kinds, also for what it did not foresee, and their messages quote.
      throw new UnreadableClaimException("not a FHIR R4 " + type.getSimpleName());
    }
  }

  /** Remembers the first thing that is wrong. */
  private static final class Faults extends ErrorHandlerAdapter {

    /** What an element must look like to be repeated in a message; anything else could be data. */
    private static final Pattern NAME = Pattern.compile("_?[A-Za-z][A-Za-z0-9]{0,39}");

    private Optional<String> first = Optional.empty();

    @Override
    public void unknownElement(IParserErrorHandler.IParseLocation location, String element) {
      note(name(element) + ": unknown to FHIR R4 in this place");
    }

    @Override
    public void unknownAttribute(IParserErrorHandler.IParseLocation location, String attribute) {
      note(name(attribute) + ": unknown to FHIR R4 in this place");
    }

    @Override
    public void unexpectedRepeatingElement(
        IParserErrorHandler.IParseLocation location, String element) {
      note(name(element) + ": stands more than once");
    }

    @Override
    public void incorrectJsonType(
        IParserErrorHandler.IParseLocation location,
        String element,
        ValueType expected,
        ScalarType expectedScalar,
        ValueType found,
        ScalarType foundScalar) {
      note(name(element) + ": not of the JSON type that FHIR R4 has here");
    }

    @Override
    public void invalidValue(
        IParserErrorHandler.IParseLocation location, String value, String error) {
      String parent = location == null ? "" : location.getParentElementName();
      note(name(parent == null ? "" : parent) + ": holds a value that FHIR R4 does not allow");
    }

    private void note(String fault) {
      if (first.isEmpty()) {
        first = Optional.of(fault);
      }
    }

    private static String name(String element) {
      return NAME.matcher(element).matches() ? element : "(an element without a plain name)";
    }
  }
}
