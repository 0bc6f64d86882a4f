package io.github.cpt76496.internal;

import io.github.cpt76496.ServiceLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, Map<String, Object>> metadata = new HashMap<>();
    base.getKiePackages().stream()
        .flatMap(p -> p.getRules().stream())
        .forEach(r -> metadata.put(r.getName(), r.getMetaData()));
    Catalog catalog = Catalog.of(metadata);
    ServiceLine line = FirstReview.claim().lines().get(0);
    LineFacts facts =
        new LineFacts(
            FirstReview.claim(),
            line,
            0,
            BilledBeside.NOTHING,
            ReferenceTables.load(Optional.empty()));
    Findings findings =
        new Findings(catalog, new Overrides(List.of(), catalog), FirstReview.claim().payer(), 1);
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("findings", findings);
      session.insert(facts);
      session.fireAllRules();
    } finally {
      session.dispose();
    }
    System.out.println(FirstReview.text(findings.review(facts)));
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
