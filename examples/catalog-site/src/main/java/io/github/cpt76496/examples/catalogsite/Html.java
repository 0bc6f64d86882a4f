package io.github.cpt76496.examples.catalogsite;

/** Text on its way into HTML or SVG. */
final class Html {

  private Html() {}

  /** Text as content or as the value of an attribute in double quotes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** The address of an edit on this page; an id may itself hold the sign that begins a fragment. */
  static String anchor(String edit) {
    return "#" + edit.replace("#", "%23");
  }

  /** A link where there is an address that a browser can open, else the text alone. */
  static String link(String address, String text) {
    return address.startsWith("http://") || address.startsWith("https://")
        ? "<a href=\"%s\" rel=\"noopener noreferrer\">%s</a>"
            .formatted(escape(address), escape(text))
        : escape(text);
  }

  /** A shape from the page's own set; what it means is given next to it in words. */
  static String icon(String name) {
    return "<svg class=\"icon %s\" aria-hidden=\"true\"><use href=\"#icon-%s\"/></svg>"
        .formatted(name, name);
  }

  static String unseen(String text) {
    return "<span class=\"unseen\">" + escape(text) + "</span>";
  }
}
