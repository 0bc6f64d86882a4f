/** All that a host on the module path has to say: no option, and none of the modules of Drools. */
module claims.host {
  requires io.github.cpt76496;
}
