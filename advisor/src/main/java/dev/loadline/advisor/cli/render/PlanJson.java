package dev.loadline.advisor.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.plan.Change;
import dev.loadline.advisor.plan.Need;
import dev.loadline.advisor.plan.Prospect;
import dev.loadline.advisor.plan.Sizing;
import dev.loadline.advisor.plan.Way;
import dev.loadline.advisor.plan.WhatIf;

/** A plan for programs. */
public final class PlanJson {

  private PlanJson() {}

  public static String of(Planned planned) {
    WhatIf whatIf = planned.whatIf();
    ObjectNode node = JsonText.object();
    node.put("model", whatIf.model());
    node.set("changes", JsonText.array(whatIf.changes(), PlanJson::change));
    node.set("before", prospect(whatIf.before()));
    node.set("after", prospect(whatIf.after()));
    node.set("factor", Figured.json(whatIf.factor()));
    node.set("not_modelled", JsonText.words(whatIf.notModelled()));
    node.put("refused", whatIf.refused());
    node.set("offers", JsonText.words(whatIf.offers()));
    if (planned.sizing() != null) {
      node.set("sizing", sizing(planned.sizing()));
    }
    return JsonText.write(node);
  }

  private static JsonNode change(Change change) {
    ObjectNode node = JsonText.object();
    node.put("path", change.path());
    node.set("from", Figured.value(change.from()));
    node.set("to", Figured.value(change.to()));
    String unit = Figured.unit(change.to());
    return node.put("unit", unit.isEmpty() ? Figured.unit(change.from()) : unit);
  }

  private static JsonNode prospect(Prospect prospect) {
    ObjectNode users = JsonText.object();
    prospect.users().forEach((profile, estimate) -> users.set(profile, Figured.json(estimate)));
    ObjectNode node = JsonText.object();
    node.set("capacity", Figured.json(prospect.capacity()));
    node.set("users", users);
    node.put("bottleneck", prospect.bottleneck());
    node.put("next_bottleneck", prospect.next());
    node.set("limits", JsonText.array(prospect.limits(), PlanJson::ceiling));
    node.set("order", JsonText.array(prospect.order(), PlanJson::ceiling));
    node.set("cost", Figured.json(prospect.cost()));
    return node;
  }

  private static JsonNode ceiling(Ceiling ceiling) {
    return JsonText.object()
        .put("resource", ceiling.resource())
        .<ObjectNode>set("at", JsonText.number(ceiling.at()))
        .put("unit", ceiling.driver().unit())
        .put("explanation", ceiling.because());
  }

  private static JsonNode sizing(Sizing sizing) {
    ObjectNode node = JsonText.object();
    node.set("users", JsonText.number(sizing.users()));
    node.put("profile", sizing.profile());
    node.set("rate", JsonText.number(sizing.rate()));
    node.set("needs", JsonText.array(sizing.needs(), PlanJson::need));
    node.set("ways", JsonText.array(sizing.ways(), PlanJson::way));
    node.set("documented", JsonText.words(sizing.documented()));
    node.set("unknown", JsonText.words(sizing.unknown()));
    return node;
  }

  private static JsonNode need(Need need) {
    ObjectNode node = JsonText.object();
    node.put("resource", need.resource());
    node.put("unit", need.what());
    node.set("now", JsonText.number(need.now()));
    node.set("needed", JsonText.number(need.needed()));
    node.set("low", JsonText.number(need.low()));
    node.set("high", JsonText.number(need.high()));
    return node.put("explanation", need.because());
  }

  private static JsonNode way(Way way) {
    ObjectNode changes = JsonText.object();
    way.changes().forEach(changes::put);
    ObjectNode node = JsonText.object();
    node.put("name", way.name());
    node.set("changes", changes);
    node.set("users", Figured.json(way.users()));
    node.set("capacity", Figured.json(way.capacity()));
    node.put("bottleneck", way.bottleneck());
    node.set("cost", Figured.json(way.cost()));
    node.set("offers", JsonText.words(way.offers()));
    return node.put("refused", way.refused());
  }
}
