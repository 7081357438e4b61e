package dev.loadline.advisor.cli.render;

import dev.loadline.advisor.ledger.Balance;
import dev.loadline.advisor.ledger.Verdict;
import java.util.List;

/** The ledgers of servers for people at a terminal. */
record LedgerText(Style style) {

  String of(List<Balance> ledger) {
    Columns columns = new Columns();
    for (Balance balance : ledger) {
      columns.add(
          (column, cell) -> column == 0 ? painted(balance.verdict(), cell) : cell,
          balance.verdict().label(),
          balance.server(),
          balance.where(),
          reason(balance));
      balance.terms().forEach(term -> columns.add("", "", "", "  " + term));
      balance.assumptions().forEach(why -> columns.add("", "", "", "  assumed: " + why));
      balance
          .alternatives()
          .forEach(other -> columns.add("", "", "", "  what would fit: " + other.sentence()));
    }
    return columns.text();
  }

  /** The reason without the place where it begins, which has a column of its own. */
  private static String reason(Balance balance) {
    String place = balance.where() + ": ";
    return balance.reason().startsWith(place)
        ? balance.reason().substring(place.length())
        : balance.reason();
  }

  private String painted(Verdict verdict, String cell) {
    return switch (verdict) {
      case EXCEEDED -> style.bad(cell);
      case FITS -> style.good(cell);
      case UNKNOWN -> style.faint(cell);
    };
  }
}
