// A game controller that is connected to this device: every button, both sticks at rest and to their ends, the triggers, the rumble. By the Gamepad
// API's standard layout; a controller that the browser knows no layout of cannot be tested.
import { button, byLimit, failed, make, notTestable, passed, pause } from "./kit.js";

const LOOK_MS = 16;
const BUTTONS = { 0: "A ✕", 1: "B ○", 2: "X □", 3: "Y △", 4: "L1", 5: "R1", 8: "−", 9: "+", 10: "L3", 11: "R3", 12: "↑", 13: "↓", 14: "←", 15: "→" };
const TRIGGERS = { 6: "L2", 7: "R2" };
const AXES = ["L ↔", "L ↕", "R ↔", "R ↕"];
const REST_MS = 2000;
const MOST_DRIFT = 8;
const END = 0.9;
const FULL = 95;
const RUMBLE_MS = 1200;

const known = () => [...(navigator.getGamepads?.() ?? [])].find((pad) => pad?.connected && pad.mapping === "standard") ?? null;

// Waits for the first press: a browser shows no controller before one.
async function connected(stage) {
  if (!navigator.getGamepads) return null;
  let other = false;
  stage.show("pad", { buttons: [button(stage.say("padNone"), () => { other = true; }, "fault")] });
  while (!known() && !other) await pause(LOOK_MS);
  return known();
}

// Calls `look` with the controller over and over, until it gives a result or a button gives the test up.
async function watching(stage, name, { body, giveUp, look, close }) {
  let over = false;
  stage.show(name, { body, buttons: [button(stage.say(giveUp), () => { over = true; }, "fault")] });
  let done = false;
  while (!over && !done) {
    const pad = known();
    if (pad) done = look(pad);
    await pause(LOOK_MS);
  }
  return close();
}

const chipsOf = (names) => Object.fromEntries(Object.entries(names).map(([at, name]) => [at, make("p", name, "chip")]));

// A button that was down from the beginning counts once it came up and went down again: one that sticks never does.
export async function padButtons(stage) {
  if (!(await connected(stage))) return notTestable();
  const chips = chipsOf(BUTTONS);
  const [released, felt] = [new Set(), new Set()];
  return watching(stage, "padButtons", {
    body: [make("div", Object.values(chips), "chips")],
    giveUp: "padButtonDead",
    look: (pad) => {
      for (const at of Object.keys(BUTTONS)) {
        if (!pad.buttons[at]?.pressed) released.add(at);
        else if (released.has(at)) { felt.add(at); chips[at].classList.add("done"); }
      }
      return felt.size === Object.keys(BUTTONS).length;
    },
    close: () => byLimit(felt.size === Object.keys(BUTTONS).length, felt.size),
  });
}

export async function padSticks(stage) {
  if (!(await connected(stage))) return notTestable();
  await stage.ask("padRest", [["go", "padReleased", "next"]]);
  let drift = 0;
  const figure = make("p", "0 %", "number");
  stage.show("padResting", { body: [figure] });
  const end = performance.now() + REST_MS;
  while (performance.now() < end) {
    const axes = known()?.axes ?? [];
    drift = Math.max(drift, Math.round(100 * Math.hypot(axes[0] ?? 0, axes[1] ?? 0)), Math.round(100 * Math.hypot(axes[2] ?? 0, axes[3] ?? 0)));
    figure.textContent = `${drift} %`;
    await pause(LOOK_MS);
  }
  const chips = AXES.map((name) => make("p", name, "chip"));
  const range = AXES.map(() => [0, 0]);
  const whole = () => range.filter(([low, high]) => low <= -END && high >= END).length;
  return watching(stage, "padSticks", {
    body: [make("div", chips, "chips")],
    giveUp: "padAxisDead",
    look: (pad) => {
      AXES.forEach((_, at) => {
        const now = pad.axes[at] ?? 0;
        range[at] = [Math.min(range[at][0], now), Math.max(range[at][1], now)];
        chips[at].classList.toggle("done", range[at][0] <= -END && range[at][1] >= END);
      });
      return whole() === AXES.length;
    },
    close: () => byLimit(drift <= MOST_DRIFT && whole() === AXES.length, drift, String(whole())),
  });
}

export async function padTriggers(stage) {
  if (!(await connected(stage))) return notTestable();
  const chips = chipsOf(TRIGGERS);
  const most = Object.fromEntries(Object.keys(TRIGGERS).map((at) => [at, 0]));
  const least = () => Math.round(100 * Math.min(...Object.values(most)));
  return watching(stage, "padTriggers", {
    body: [make("div", Object.values(chips), "chips")],
    giveUp: "padTriggerShort",
    look: (pad) => {
      for (const at of Object.keys(TRIGGERS)) {
        most[at] = Math.max(most[at], pad.buttons[at]?.value ?? 0);
        chips[at].textContent = `${TRIGGERS[at]} ${Math.round(100 * most[at])} %`;
        chips[at].classList.toggle("done", 100 * most[at] >= FULL);
      }
      return least() >= FULL;
    },
    close: () => byLimit(least() >= FULL, least()),
  });
}

export async function padRumble(stage) {
  const motor = (await connected(stage))?.vibrationActuator;
  if (!motor?.playEffect) return notTestable();
  for (;;) {
    await stage.ask("padRumbleReady", [["go", "padShake", "next"]]);
    const played = await motor.playEffect("dual-rumble", { duration: RUMBLE_MS, strongMagnitude: 1, weakMagnitude: 1 }).catch(() => "refused");
    if (played === "refused") return notTestable();
    const said = await stage.ask("padRumble", [["again", "again"], ["nothing", "notFelt", "fault"], ["felt", "felt", "next"]]);
    if (said !== "again") return (said === "felt" ? passed : failed)();
  }
}
