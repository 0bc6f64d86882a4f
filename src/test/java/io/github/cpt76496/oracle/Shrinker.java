package io.github.cpt76496.oracle;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Imaging;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.ServiceLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Takes a claim apart, one part at a time, as long as what is left still fails. */
final class Shrinker {

  private static final LocalDate PLAIN_DATE = LocalDate.of(2026, 3, 2);

  private Shrinker() {}

  static Claim shrink(Claim claim, Predicate<Claim> fails) {
    Claim smallest = claim;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Claim next : simpler(smallest)) {
        if (!next.equals(smallest) && fails.test(next)) {
          smallest = next;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  private static List<Claim> simpler(Claim c) {
    List<Claim> all = new ArrayList<>();
    for (int i = 0; i < c.lines().size(); i++) {
      List<ServiceLine> lines = new ArrayList<>(c.lines());
      lines.remove(i);
      all.add(with(c, lines));
    }
    Payer payer = c.payer();
    all.add(with(c, c.form(), Payer.UNKNOWN, c.typeOfBill(), c.note(), c.attachments()));
    all.add(with(c, c.form(), Payer.of(payer.family()), c.typeOfBill(), c.note(), c.attachments()));
    all.add(
        with(
            c,
            c.form(),
            new Payer(payer.family(), payer.plan(), LineOfBusiness.NOT_STATED),
            c.typeOfBill(),
            c.note(),
            c.attachments()));
    all.add(with(c, Form.NOT_STATED, payer, c.typeOfBill(), c.note(), c.attachments()));
    all.add(with(c, c.form(), payer, "", c.note(), c.attachments()));
    all.add(with(c, c.form(), payer, c.typeOfBill(), "", c.attachments()));
    for (Set<DocumentationItem> fewer : fewer(c.attachments())) {
      all.add(with(c, c.form(), payer, c.typeOfBill(), c.note(), fewer));
    }
    for (int i = 0; i < c.lines().size(); i++) {
      for (ServiceLine line : simpler(c.lines().get(i))) {
        List<ServiceLine> lines = new ArrayList<>(c.lines());
        lines.set(i, line);
        all.add(with(c, lines));
      }
    }
    List<ServiceLine> sameDay = new ArrayList<>();
    for (ServiceLine l : c.lines()) {
      sameDay.add(
          line(l, l.modifiers(), l.placeOfService(), PLAIN_DATE, l.units(), l.revenueCode()));
    }
    all.add(with(c, sameDay));
    return all;
  }

  private static List<ServiceLine> simpler(ServiceLine l) {
    List<ServiceLine> all = new ArrayList<>();
    for (int i = 0; i < l.modifiers().size(); i++) {
      List<String> modifiers = new ArrayList<>(l.modifiers());
      modifiers.remove(i);
      all.add(
          line(l, modifiers, l.placeOfService(), l.dateOfService(), l.units(), l.revenueCode()));
    }
    all.add(line(l, l.modifiers(), "", l.dateOfService(), l.units(), l.revenueCode()));
    all.add(
        line(
            l,
            l.modifiers(),
            l.placeOfService(),
            l.dateOfService(),
            BigDecimal.ZERO,
            l.revenueCode()));
    all.add(line(l, l.modifiers(), l.placeOfService(), l.dateOfService(), l.units(), ""));
    if (!l.dateOfServiceEnd().equals(l.dateOfService())) {
      all.add(
          new ServiceLine(
              l.number(),
              l.procedureCode(),
              l.modifiers(),
              l.placeOfService(),
              l.dateOfService(),
              l.units(),
              l.description(),
              l.note(),
              l.revenueCode(),
              l.record()));
    }
    all.add(with(l, "", l.note(), l.record()));
    all.add(with(l, l.description(), "", l.record()));
    all.add(with(l, l.description(), l.note(), RecordFacts.EMPTY));
    for (RecordFacts record : simpler(l.record())) {
      all.add(with(l, l.description(), l.note(), record));
    }
    return all;
  }

  private static List<RecordFacts> simpler(RecordFacts r) {
    List<RecordFacts> all = new ArrayList<>();
    for (int part = 0; part < 10; part++) {
      all.add(
          new RecordFacts(
              part == 0 ? Imaging.NOT_STATED : r.imaging(),
              part == 1 ? Purpose.NOT_STATED : r.purpose(),
              part == 2 ? "" : r.procedure(),
              part == 3 ? Component.NOT_STATED : r.component(),
              part == 4 ? Stated.NOT_STATED : r.writtenInterpretation(),
              part == 5 ? Stated.NOT_STATED : r.noSpecificCode(),
              part == 6 ? Stated.NOT_STATED : r.categoryThreeChecked(),
              part == 7 ? Stated.NOT_STATED : r.motionRecorded(),
              part == 8 ? Stated.NOT_STATED : r.purchasedComponent(),
              part == 9 ? Stated.NOT_STATED : r.hospitalPatient(),
              r.onFile()));
    }
    for (Set<DocumentationItem> fewer : fewer(r.onFile())) {
      all.add(
          new RecordFacts(
              r.imaging(),
              r.purpose(),
              r.procedure(),
              r.component(),
              r.writtenInterpretation(),
              r.noSpecificCode(),
              r.categoryThreeChecked(),
              r.motionRecorded(),
              r.purchasedComponent(),
              r.hospitalPatient(),
              fewer));
    }
    return all;
  }

  private static List<Set<DocumentationItem>> fewer(Set<DocumentationItem> documents) {
    List<Set<DocumentationItem>> all = new ArrayList<>();
    for (DocumentationItem item : documents) {
      Set<DocumentationItem> less = EnumSet.copyOf(documents);
      less.remove(item);
      all.add(less);
    }
    return all;
  }

  private static Claim with(Claim c, List<ServiceLine> lines) {
    return new Claim(c.form(), c.payer(), c.typeOfBill(), c.note(), c.attachments(), lines);
  }

  private static Claim with(
      Claim c,
      Form form,
      Payer payer,
      String typeOfBill,
      String note,
      Set<DocumentationItem> attachments) {
    return new Claim(form, payer, typeOfBill, note, attachments, c.lines());
  }

  private static ServiceLine line(
      ServiceLine l,
      List<String> modifiers,
      String place,
      LocalDate date,
      BigDecimal units,
      String revenueCode) {
    return new ServiceLine(
        l.number(),
        l.procedureCode(),
        modifiers,
        place,
        date,
        date.equals(l.dateOfService()) ? l.dateOfServiceEnd() : date,
        units,
        l.description(),
        l.note(),
        revenueCode,
        l.record());
  }

  private static ServiceLine with(
      ServiceLine l, String description, String note, RecordFacts record) {
    return new ServiceLine(
        l.number(),
        l.procedureCode(),
        l.modifiers(),
        l.placeOfService(),
        l.dateOfService(),
        l.dateOfServiceEnd(),
        l.units(),
        description,
        note,
        l.revenueCode(),
        record);
  }
}
