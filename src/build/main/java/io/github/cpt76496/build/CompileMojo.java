package io.github.cpt76496.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compiles the pages of a host in {@code rules/} into its classes, as the library compiles its own.
 * A fault of a page fails the build with page, line and cure.
 */
@Mojo(
    name = "compile",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class CompileMojo extends AbstractMojo {

  private static final String LIBRARY = "io.github.cpt76496:cpt76496-edits";

  /** The package that each page names: the one of the class for the loader, and {@code .rules}. */
  @Parameter(property = "rules.package", required = true)
  String rulesPackage;

  @Parameter(defaultValue = "${project.basedir}/rules", readonly = true)
  File rules;

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  File classes;

  @Parameter(defaultValue = "${project.build.directory}/generated-sources/rules", readonly = true)
  File sources;

  @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true)
  Map<String, Artifact> pluginArtifacts;

  @Parameter(defaultValue = "${project.artifactMap}", readonly = true)
  Map<String, Artifact> projectArtifacts;

  /** Made by Maven. */
  public CompileMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    requireOneVersion();
    try {
      buildRules();
    } catch (IOException | InterruptedException e) {
      throw new MojoExecutionException("the rules were not compiled: " + e.getMessage(), e);
    }
  }

  /** Classes that one version compiles are not for another. */
  private void requireOneVersion() throws MojoFailureException {
    String own = pluginArtifacts.get(LIBRARY).getBaseVersion();
    Artifact library = projectArtifacts.get(LIBRARY);
    if (library == null) {
      throw new MojoFailureException("the project has no dependency " + LIBRARY + ":" + own);
    }
    if (!library.getBaseVersion().equals(own)) {
      throw new MojoFailureException(
          "the project depends on %s:%s, and this plugin compiles pages for %s; give both one version"
              .formatted(LIBRARY, library.getBaseVersion(), own));
    }
  }

  /** In a process of its own: the rule compiler keeps its settings in system properties. */
  private void buildRules() throws IOException, InterruptedException, MojoFailureException {
    String classPath =
        Stream.concat(Stream.of(classes), pluginArtifacts.values().stream().map(Artifact::getFile))
            .map(File::getPath)
            .collect(Collectors.joining(File.pathSeparator));
    Path faults = Files.createTempFile("rules", ".txt");
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  // For a program that runs for seconds.
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-Dslf4j.internal.verbosity=ERROR",
                  "-classpath",
                  classPath,
                  BuildRules.class.getName(),
                  rules.getPath(),
                  classes.getPath(),
                  rulesPackage,
                  sources.getPath())
              .redirectError(faults.toFile())
              .start();
      try {
        process.inputReader().lines().forEach(getLog()::info);
        if (process.waitFor() != 0) {
          throw new MojoFailureException(Files.readString(faults).strip());
        }
      } finally {
        process.destroy(); // Where the build was interrupted; else it has ended.
      }
    } finally {
      Files.delete(faults);
    }
  }
}
