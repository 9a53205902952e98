// Accelerometer on six faces, one turn on the table for gyroscope and compass, and the vibration felt by the accelerometer.
import { button, byLimit, failed, isIPhone, make, notTestable, passed, pause, within } from "./kit.js";

const FIRST_EVENT_MS = 1500;
const GRAVITY = 9.81;
const TOLERANCE = 0.4;
const FACE_FROM = 8.5;
const REST_SPREAD = 0.35;
const REST_READINGS = 12;
const FACES = ["faceUp", "faceDown", "upright", "upsideDown", "leftSide", "rightSide"];
const VIBRATION_MS = 500;
const FELT_RATIO = 3;
const LEAST_REST = 0.02;
const SECTOR = 10;

// iPhones ask once, on a tap.
export async function allowMotion() {
  for (const kind of [window.DeviceMotionEvent, window.DeviceOrientationEvent]) {
    if (typeof kind?.requestPermission === "function") await kind.requestPermission().catch(() => "denied");
  }
}

function listen(stage, name, act) {
  window.addEventListener(name, act);
  stage.atEnd(() => window.removeEventListener(name, act));
}

const firstMotion = (stage) => within(FIRST_EVENT_MS, new Promise((tell) => {
  listen(stage, "devicemotion", (event) => felt(event) && tell(event));
}));

// What it feels now; null in the event that a browser sends before its sensor has begun.
function felt({ accelerationIncludingGravity: now }) {
  return [now?.x, now?.y, now?.z].every(Number.isFinite) ? { x: now.x, y: now.y, z: now.z } : null;
}

export async function accelerometer(stage, { tick }) {
  if (!(await firstMotion(stage))) return notTestable();
  return new Promise((tell) => {
    const seen = new Set();
    let worst = GRAVITY;
    let last = [];
    const chips = FACES.map((face) => make("p", stage.say(face), "chip"));
    const figure = make("p", "", "number");
    const close = () => tell(byLimit(Math.abs(worst - GRAVITY) <= TOLERANCE && seen.size === FACES.length, worst * 100, String(seen.size)));
    listen(stage, "devicemotion", (event) => {
      const now = felt(event);
      if (!now) return;
      const { x, y, z } = now;
      const size = Math.hypot(x, y, z);
      figure.textContent = size.toFixed(2);
      last = [...last, { x, y, z, size }].slice(-REST_READINGS);
      const sizes = last.map((reading) => reading.size);
      if (last.length < REST_READINGS || Math.max(...sizes) - Math.min(...sizes) > REST_SPREAD) return;
      const face = faceOf(last);
      if (face < 0 || seen.has(face)) return;
      seen.add(face);
      const rest = sizes.reduce((sum, value) => sum + value, 0) / sizes.length;
      if (Math.abs(rest - GRAVITY) > Math.abs(worst - GRAVITY)) worst = rest;
      chips[face].classList.add("done");
      last = [];
      tick();
      if (seen.size === FACES.length) close();
    });
    stage.show("accelerometer", { body: [figure, make("div", chips, "chips")], buttons: [button(stage.say("faceStuck"), close, "fault")] });
  });
}

function faceOf(readings) {
  const mean = (axis) => readings.reduce((sum, reading) => sum + reading[axis], 0) / readings.length;
  const [x, y, z] = ["x", "y", "z"].map(mean);
  return [z, -z, y, -y, x, -x].findIndex((along) => along > FACE_FROM);
}

// One turn gives both: degrees turned by the gyroscope, degrees of the horizon passed by the compass.
export async function gyroscope(stage, env) {
  const turn = { about: [0, 0, 0], gyroscope: false, sectors: new Set(), compass: false, at: 0 };
  // Browsers do not agree which of the three is the axis that stands on the table: the turn is the length of all three together.
  const turned = () => Math.hypot(...turn.about);
  listen(stage, "devicemotion", ({ rotationRate, timeStamp }) => {
    const rates = [rotationRate?.alpha, rotationRate?.beta, rotationRate?.gamma];
    if (!rates.every(Number.isFinite)) return;
    turn.gyroscope = true;
    if (turn.at && turn.running) turn.about = turn.about.map((degrees, axis) => degrees + (rates[axis] * (timeStamp - turn.at)) / 1000);
    turn.at = timeStamp;
  });
  const point = (event) => {
    const heading = event.webkitCompassHeading ?? (event.absolute ? event.alpha : null);
    if (!Number.isFinite(heading)) return;
    turn.compass = true;
    if (turn.running) turn.sectors.add(Math.floor(heading / SECTOR));
  };
  listen(stage, "deviceorientationabsolute", point);
  listen(stage, "deviceorientation", point);
  await pause(FIRST_EVENT_MS);
  env.compass = notTestable();
  if (!turn.gyroscope && !turn.compass) return notTestable();
  await stage.ask("turnReady", [["go", "turnGo", "next"]]);
  turn.running = true;
  const figure = make("p", "0°", "number");
  const drawing = setInterval(() => { figure.textContent = `${Math.round(turn.gyroscope ? turned() : turn.sectors.size * SECTOR)}°`; }, 100);
  stage.atEnd(() => clearInterval(drawing));
  await stage.ask("turn", [["done", "turnDone", "next"]], { body: [figure] });
  turn.running = false;
  const span = turn.sectors.size * SECTOR;
  const degrees = turned();
  if (turn.compass) env.compass = byLimit(span >= 180, span);
  return turn.gyroscope ? byLimit(Math.abs(degrees - 360) <= 20, degrees) : notTestable();
}

export const compass = async (_stage, env) => env.compass ?? notTestable();

export async function vibration(stage) {
  if (!navigator.vibrate) return isIPhone() ? guided(stage) : notTestable();
  let feels = [];
  const rests = Boolean(await firstMotion(stage));
  let before = null;
  listen(stage, "devicemotion", (event) => {
    const now = felt(event);
    if (before && now) feels.push(Math.hypot(now.x - before.x, now.y - before.y, now.z - before.z));
    before = now ?? before;
  });
  await stage.ask("vibrationReady", [["go", "vibrate", "next"]]);
  stage.show("vibrating");
  feels = [];
  await pause(700);
  const rest = roughness(feels);
  feels = [];
  navigator.vibrate(VIBRATION_MS);
  await pause(VIBRATION_MS);
  const ratio = rests ? roughness(feels) / Math.max(rest, LEAST_REST) : 0;
  if (ratio >= FELT_RATIO) return byLimit(true, Math.min(999, ratio) * 10);
  const said = await stage.ask("vibration", [["nothing", "notFelt", "fault"], ["felt", "felt", "next"]]);
  return (said === "felt" ? passed : failed)();
}

// An iPhone vibrates for no page, but for its own ring switch.
async function guided(stage) {
  const said = await stage.ask("vibrationGuided", [["nothing", "notFelt", "fault"], ["felt", "felt", "next"]]);
  return (said === "felt" ? passed : failed)();
}

const roughness = (steps) => Math.sqrt(steps.reduce((sum, step) => sum + step * step, 0) / Math.max(1, steps.length));
