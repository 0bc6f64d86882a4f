/**
 * The two build steps in one process: {@link CompileRules}, then {@link TranslateRules}. A fault of
 * a page ends it after one message, which names page, line and cure.
 *
 * <p>Arguments: the folder of the rules, the folder of the classes, the package of the rules, the
 * folder for the Java source that is written.
 */
public final class BuildRules {

  private BuildRules() {}

  public static void main(String[] args) throws Exception {
    CompileRules.main(args);
    TranslateRules.main(args);
  }
}
