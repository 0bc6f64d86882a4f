package io.github.cpt76496;

/** The style of the library's own pages. */
class HouseStyleTest extends PageStyle {

  HouseStyleTest() {
    super(CaseFile.RULES, "io.github.cpt76496.rules", "");
  }
}
