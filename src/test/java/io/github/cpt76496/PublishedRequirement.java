package io.github.cpt76496;

import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One entry of {@code rules/published-requirements.yaml}, whose head explains the keys. An entry
 * that lacks one, or has another, is refused.
 */
record PublishedRequirement(
    String id, Half half, Claim claim, List<Wanted> wanted, Set<DocumentationItem> unwanted) {

  enum Half {
    BUILD,
    HOLD;

    /** The rule: whoever adds an entry has no choice. */
    static Half of(String id) {
      CRC32 sum = new CRC32();
      sum.update(id.getBytes(StandardCharsets.UTF_8));
      return (sum.getValue() & 1) == 0 ? BUILD : HOLD;
    }
  }

  /** A document that the payer asks for; without a state any will do. */
  record Wanted(DocumentationItem item, Set<Level> levels, Optional<State> state) {

    boolean isMetBy(DocumentationRequirement given) {
      return given.item() == item
          && levels.contains(given.level())
          && (state.isEmpty() || state.get() == given.state());
    }
  }

  static List<PublishedRequirement> read(Path file) throws IOException {
    Object document =
        new Load(LoadSettings.builder().setLabel(file.toString()).build())
            .loadFromString(Files.readString(file));
    List<PublishedRequirement> all = new ArrayList<>();
    for (Object element : (List<?>) document) {
      all.add(new Node("entry " + (all.size() + 1), (Map<?, ?>) element).requirement());
    }
    return all;
  }

  /** A mapping, and the entry to which it belongs. */
  private record Node(String entry, Map<?, ?> map) {

    PublishedRequirement requirement() {
      requireKeys(
          "id",
          "half",
          "payer",
          "address",
          "publisher",
          "published",
          "says",
          "claim",
          "wanted",
          "unwanted",
          "grade",
          "usedBefore");
      String id = text("id");
      Node named = new Node(id, map);
      for (String key : List.of("publisher", "published", "says")) {
        named.require(!named.text(key).isBlank(), key);
      }
      named.require(
          map.get("address") == null
              ? named.text("publisher").contains("bears no address")
              : URI.create(named.text("address")).getHost() != null,
          "address");
      Citation.Grade.valueOf(named.text("grade"));
      named.require(map.get("usedBefore") instanceof Boolean, "usedBefore");
      List<Wanted> wanted = new ArrayList<>();
      for (Object element : (List<?>) map.get("wanted")) {
        wanted.add(new Node(id, (Map<?, ?>) element).wanted());
      }
      Set<DocumentationItem> unwanted = named.constants("unwanted", DocumentationItem.class);
      named.require(!wanted.isEmpty() || !unwanted.isEmpty(), "wants nothing");
      return new PublishedRequirement(
          id,
          Half.valueOf(named.text("half").toUpperCase(Locale.ROOT)),
          named.child("claim").claim(named.child("payer")),
          wanted,
          unwanted);
    }

    private Claim claim(Node payer) {
      requireKeys(
          "form", "dateOfService", "modifiers", "placeOfService", "description", "attached");
      payer.requireKeys("family", "plan", "lineOfBusiness");
      ServiceLine line =
          ServiceLine.builder(1, "76496", LocalDate.parse(text("dateOfService")))
              .modifiers(((List<?>) map.get("modifiers")).stream().map(String.class::cast).toList())
              .placeOfService(text("placeOfService"))
              .description(text("description"))
              .units(BigDecimal.ONE)
              .build();
      return new Claim(
          Claim.Form.valueOf(text("form")),
          new Payer(
              Payer.Family.valueOf(payer.text("family")),
              payer.text("plan"),
              Payer.LineOfBusiness.valueOf(payer.text("lineOfBusiness"))),
          "",
          "",
          constants("attached", DocumentationItem.class),
          List.of(line));
    }

    private Wanted wanted() {
      requireKeys("item", "levels", "state");
      Set<Level> levels = constants("levels", Level.class);
      require(!levels.isEmpty(), "levels");
      return new Wanted(
          DocumentationItem.valueOf(text("item")),
          levels,
          map.get("state") == null ? Optional.empty() : Optional.of(State.valueOf(text("state"))));
    }

    private Node child(String key) {
      return new Node(entry, (Map<?, ?>) map.get(key));
    }

    private String text(String key) {
      require(map.get(key) instanceof String, key);
      return (String) map.get(key);
    }

    private <E extends Enum<E>> Set<E> constants(String key, Class<E> type) {
      Set<E> constants = new TreeSet<>();
      for (Object name : (List<?>) map.get(key)) {
        constants.add(Enum.valueOf(type, (String) name));
      }
      return constants;
    }

    private void requireKeys(String... keys) {
      require(map.keySet().equals(Set.of(keys)), "keys " + map.keySet());
    }

    private void require(boolean fulfilled, String what) {
      if (!fulfilled) {
        throw new IllegalStateException(entry + ": " + what);
      }
    }
  }
}
