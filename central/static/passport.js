// The passport of a device as the till issued it. Everything is written as text: it can never bring its own markup.
import { make, row } from "./elements.js";

const WAYS = { u: "byCable", k: "byKiosk", b: "byPage", g: "byHand", e: "byDatabase", d: "declared", f: "byPhoto" };
const MARKS = { p: "conforms", n: "noted", a: "notThere" };
const GRADES = 4;

// ``say`` gives the page's words; what the till printed stays as it was printed.
export function passportPaper(passport, say) {
  const { shop } = passport;
  const parts = [];
  if (passport.training) parts.push(make("div", [say("training"), make("small", say("trainingDetail"))], "banner training"));
  parts.push(make("header", [make("p", say("refurbished"), "kicker"), make("h1", passport.model), make("p", `${passport.kind} · ${passport.tail}`)]));
  parts.push(make("section", [row(make("b", passport.grade), diamonds(passport.diamonds, say), "grade"), make("p", passport.rule, "small")]));
  parts.push(make("section", passport.facts.map(({ label, value }) => make("div", [make("h2", label), make("p", value)], "item"))));
  parts.push(make("section", [make("h2", say("points", { count: passport.points.length })), make("ol", passport.points.map((point) => pointOf(point, say)), "points")]));
  parts.push(make("section", [
    make("p", say("sameDevice", { tail: passport.tail }), "small"), make("p", say("inspected", { day: passport.inspectedOn }), "small"),
    make("p", [shop.name, ...shop.address, shop.phone].filter(Boolean).join(" · "), "small"),
    ...passport.rules.map((rule) => make("p", `${rule.name} ${rule.version} · ${rule.sha256}`, "small hash")), make("p", say("law"), "small"),
  ]));
  return parts;
}

function diamonds(filled, say) {
  const element = make("span", "◆".repeat(filled) + "◇".repeat(GRADES - filled));
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", say("rank", { filled, of: GRADES }));
  return element;
}

// A mark is a sign and a word, never a colour alone.
function pointOf({ title, found, mark, how }, say) {
  const sign = make("span", { p: "✓", n: "i", a: "–" }[mark], `sign ${mark}`);
  sign.setAttribute("role", "img");
  sign.setAttribute("aria-label", say(MARKS[mark]));
  return make("li", [make("div", [make("span", title), ...(WAYS[how] ? [make("small", say(WAYS[how]))] : [])]), make("b", found), sign]);
}
