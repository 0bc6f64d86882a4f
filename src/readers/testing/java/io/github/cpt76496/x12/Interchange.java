package io.github.cpt76496.x12;

/** Writes interchanges for tests: standard delimiters, one segment a line, true counts left out. */
public final class Interchange {

  private static final String ISA =
      "ISA*00*          *00*          *ZZ*TEST001        *ZZ*TEST002        "
          + "*261102*0900*^*00501*000000001*0*T*:~\n";

  private Interchange() {}

  /** One professional transaction with the given segments. */
  public static String professional(String... segments) {
    return of(transaction("837", "005010X222A1", segments));
  }

  /** One institutional transaction with the given segments. */
  public static String institutional(String... segments) {
    return of(transaction("837", "005010X223A3", segments));
  }

  public static String of(String... transactions) {
    return ISA
        + "GS*HC*TEST001*TEST002*20261102*0900*1*X*005010X222A1~\n"
        + String.join("", transactions)
        + "GE*1*1~\nIEA*1*000000001~\n";
  }

  public static String transaction(String set, String version, String... segments) {
    return "ST*"
        + set
        + "*0001*"
        + version
        + "~\n"
        + String.join("~\n", segments)
        + (segments.length == 0 ? "" : "~\n")
        + "SE*0*0001~\n";
  }
}
