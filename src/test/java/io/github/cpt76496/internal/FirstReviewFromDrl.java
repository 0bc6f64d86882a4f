package io.github.cpt76496.internal;

import io.github.cpt76496.page.Decisions;
import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import io.github.cpt76496.page.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;

/** The same review by a process that compiles the same pages when it starts. */
final class FirstReviewFromDrl {

  private FirstReviewFromDrl() {}

  public static void main(String[] args) throws IOException {
    KieBase base = compile(Path.of(args[0]));
    LoadedEdits edits =
        LoadedEdits.load(
            jar -> new FromDrl(base),
            List.of(),
            HostTables.NONE,
            List.of(),
            () -> ReferenceTables.load(HostTables.NONE, Optional.empty()));
    System.out.println(FirstReview.text(edits.review(FirstReview.claim()).lines().get(0)));
  }

  private record FromDrl(KieBase base) implements Rules {

    @Override
    public void run(List<? extends LineFacts> lines, Findings findings) {
      run(lines, "findings", findings);
    }

    @Override
    public void decide(List<Object> pairs, Decisions decisions) {
      run(pairs, "decisions", decisions);
    }

    private void run(List<?> facts, String global, Object collector) {
      KieSession session = base.newKieSession();
      try {
        session.setGlobal(global, collector);
        facts.forEach(session::insert);
        session.fireAllRules();
      } finally {
        session.dispose();
      }
    }
  }

  private static KieBase compile(Path rules) throws IOException {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("io.github.cpt76496", "from-drl", "1");
    KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
    try (Stream<Path> pages = Files.walk(rules)) {
      List<Path> found = pages.filter(p -> p.toString().endsWith(".drl")).sorted().toList();
      for (Path page : found) {
        files.write(
            "src/main/resources/io/github/cpt76496/rules/" + rules.relativize(page),
            Files.readString(page));
      }
    }
    services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    return services.newKieContainer(release).getKieBase();
  }
}
