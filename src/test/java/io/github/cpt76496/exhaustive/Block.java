package io.github.cpt76496.exhaustive;

import io.github.cpt76496.Edit.Question;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every combination of the values of some inputs, while the others stay as they are.
 *
 * @param name what is enumerated
 * @param question whose rules it is about
 * @param base the inputs that stay as they are
 * @param values the values of those that vary
 */
record Block(String name, Question question, Situation base, Map<Input, List<?>> values) {

  /** The modifiers of other lines and the last day vary in blocks of their own alone. */
  static Block of(String name, Question question) {
    return new Block(
            name, question, Situation.nothingStated(), new EnumMap<Input, List<?>>(Input.class))
        .vary(Input.MODIFIERS_BESIDE, List.of(List.of()))
        .vary(Input.LAST_DAY, List.of(Situation.DAY));
  }

  /** The same with another input that varies. */
  Block vary(Input input, List<?> some) {
    if (some.isEmpty() || Set.copyOf(some).size() < some.size()) {
      throw new IllegalArgumentException(name + ": " + input + ": " + some);
    }
    Map<Input, List<?>> more = new EnumMap<>(values);
    more.put(input, List.copyOf(some));
    return new Block(name, question, base, more);
  }

  Block vary(Input input, Object[] some) {
    return vary(input, List.of(some));
  }

  /** The same with another value of an input that stays as it is. */
  Block at(Input input, Object value) {
    return new Block(name, question, base.with(input, value), values);
  }

  boolean varies(Set<Input> inputs) {
    return values.keySet().containsAll(inputs);
  }

  long size() {
    return values.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
  }

  /** The combination with a number from 0 on. */
  Situation at(long number) {
    Situation situation = base.copy();
    long rest = number;
    for (Map.Entry<Input, List<?>> input : values.entrySet()) {
      List<?> some = input.getValue();
      situation.set(input.getKey(), some.get((int) (rest % some.size())));
      rest /= some.size();
    }
    return situation;
  }

  /** How far two combinations lie apart that differ in one input by one value. */
  private long step(Input of) {
    long step = 1;
    for (Map.Entry<Input, List<?>> input : values.entrySet()) {
      if (input.getKey() == of) {
        return step;
      }
      step *= input.getValue().size();
    }
    throw new IllegalArgumentException(name + " does not vary " + of);
  }

  /** The number of the combination that has another value in one input. */
  long with(long number, Input input, int value) {
    long step = step(input);
    long now = number / step % values.get(input).size();
    return number + (value - now) * step;
  }

  /** Every combination of some of the inputs, the others as in the base. */
  List<Situation> sweep(Set<Input> inputs) {
    Block part = new Block(name, question, base, new EnumMap<Input, List<?>>(Input.class));
    for (Input input : inputs) {
      if (values.containsKey(input)) {
        part = part.vary(input, values.get(input));
      }
    }
    List<Situation> all = new ArrayList<>();
    for (long i = 0; i < part.size(); i++) {
      all.add(part.at(i));
    }
    return all;
  }
}
