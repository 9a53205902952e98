// Five colours over the whole screen, judged by a person; and whether the picture turns with the device.
import { button, byLimit, failed, make, notTestable, passed } from "./kit.js";

const COLOURS = ["#ffffff", "#000000", "#ff0000", "#00ff00", "#0000ff"];
const FAULTS = { pixel: "D", burnt: "B", lines: "L" };
const TURN_MS = 20000;

export async function display(stage) {
  const area = stage.cover(make("button", [], "whole colour"));
  area.type = "button";
  area.setAttribute("aria-label", stage.say("displayNext"));
  const hint = stage.cover(make("p", stage.say("displayHint"), "hint"));
  area.focus();
  for (const [at, colour] of COLOURS.entries()) {
    area.style.background = colour;
    hint.style.color = ["#000000", "#ff0000", "#0000ff"].includes(colour) ? "#fff" : "#000";
    hint.hidden = at > 0;
    await new Promise((go) => { area.addEventListener("click", go, { once: true }); });
  }
  stage.end();
  const found = await stage.ask("displayAsk", [["pixel", "pixel", "fault"], ["burnt", "burnt", "fault"], ["lines", "lines", "fault"], ["none", "noDefect", "next"]]);
  return found === "none" ? passed() : failed({ details: FAULTS[found] });
}

export async function rotation(stage) {
  const angle = () => screen.orientation?.angle ?? window.orientation ?? null;
  if (angle() === null) return notTestable();
  return new Promise((tell) => {
    const seen = new Set([angle()]);
    const look = () => { seen.add(angle()); if (seen.size >= 2) close(); };
    const close = () => tell(byLimit(seen.size >= 2, seen.size));
    const asking = setTimeout(() => stage.show("rotation", { buttons: [button(stage.say("nothingTurned"), close, "fault")] }), TURN_MS);
    screen.orientation?.addEventListener("change", look);
    window.addEventListener("resize", look);
    stage.atEnd(() => { clearTimeout(asking); screen.orientation?.removeEventListener("change", look); window.removeEventListener("resize", look); });
    stage.show("rotation");
  });
}
