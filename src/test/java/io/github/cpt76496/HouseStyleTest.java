package io.github.cpt76496;

import io.github.cpt76496.testkit.PageStyle;

/** The style of the library's own pages. */
class HouseStyleTest extends PageStyle {

  HouseStyleTest() {
    super(OwnPages.RULES, "io.github.cpt76496.rules", "");
  }
}
