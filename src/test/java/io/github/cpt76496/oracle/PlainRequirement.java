package io.github.cpt76496.oracle;

import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.DocumentationRequirement.State;
import java.util.List;

/** A documentation requirement without its citation. */
public record PlainRequirement(
    String edit,
    DocumentationItem item,
    Level level,
    State state,
    List<Channel> channels,
    Consequence consequence,
    Scope scope,
    String payer) {}
