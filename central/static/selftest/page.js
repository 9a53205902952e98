// The self-test: what will be tested, each test in its turn, then the signed result for the kiosk. The tests know nothing of each other.
import { frontCamera, rearCamera, torch } from "./camera.js";
import { padButtons, padRumble, padSticks, padTriggers } from "./gamepad.js";
import { agentOf, NoInvitation, readInvitation, signedAnswer } from "./invitation.js";
import { button, isIPhone, make, Stage, undecided, within } from "./kit.js";
import { accelerometer, allowMotion, compass, gyroscope, vibration } from "./motion.js";
import { biometrics } from "./person.js";
import { qrPicture } from "./qr.js";
import { display, rotation } from "./screen.js";
import { loudspeaker, loudspeakerForKiosk, microphone, microphoneForKiosk, stereo } from "./sound.js";
import { drawnGrid, multitouch, touch } from "./touch.js";
import { WORDS } from "./words.js";

const TESTS = {
  A: ["touch", touch], B: ["multitouch", multitouch], C: ["display", display], D: ["loudspeaker", loudspeaker], O: ["stereo", stereo], E: ["microphone", microphone],
  S: ["padButtons", padButtons], T: ["padSticks", padSticks], U: ["padTriggers", padTriggers], V: ["padRumble", padRumble],
  R: ["loudspeaker", loudspeakerForKiosk], Q: ["microphone", microphoneForKiosk],
  F: ["frontCamera", frontCamera], G: ["rearCamera", rearCamera], H: ["torch", torch], I: ["accelerometer", accelerometer], J: ["gyroscope", gyroscope],
  K: ["compass", compass], P: ["rotation", rotation], L: ["vibration", vibration], N: ["biometrics", biometrics], M: ["wakeLock", wakeLock],
};
const PATIENCE_MS = 1000;
const REASONS = [["T", "leftTime"], ["B", "leftImpossible"], ["W", "leftDeclined"]];
const LOOKS = { P: ["ok", "✓"], F: ["bad", "✕"], N: ["", "–"], I: ["wait", "?"] };

const root = document.getElementById("page");
const found = new Map();
let language = navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en";
let invitation = null;
let env = {};
let shown = () => {};
let testing = 0;

const say = (name, facts = {}) => Object.entries(facts).reduce((text, [key, value]) => text.replace(`{${key}}`, value), WORDS[language][name] ?? "");
const letters = () => invitation.letters.filter((letter) => letter in TESTS);

function head() {
  const other = button(say("other"), () => { language = language === "fr" ? "en" : "fr"; root.lang = document.documentElement.lang = language; shown(); }, "plain");
  if (!testing) return make("div", [make("span", say("name")), other], "top");
  const bar = make("div", make("i"), "bar");
  bar.firstChild.style.width = `${(testing / letters().length) * 100}%`;
  return make("div", [make("div", make("span", say("place", { place: testing, count: letters().length })), "top"), bar]);
}

function alone(name, kind = "note") {
  document.documentElement.dataset.state = name;
  shown = () => root.replaceChildren(head(), make("div", [make("h1", say(`${name}Title`)), make("p", say(`${name}Do`))], `grow ${kind}`));
  shown();
}

function welcome() {
  document.documentElement.dataset.state = "welcome";
  shown = () => {
    document.title = say("name");
    const done = (letter) => found.get(letter)?.said;
    const rows = letters().map((letter) => make("li", [make("span", LOOKS[done(letter)]?.[1] ?? "○", "mark"), make("span", say(TESTS[letter][0])), make("span", "", "value")], LOOKS[done(letter)]?.[0] ?? ""));
    root.replaceChildren(
      head(), make("h1", say(found.size ? "welcomeBackTitle" : "welcomeTitle")),
      make("p", say(found.size ? "welcomeBackDo" : invitation.kind === "console" ? "welcomePadDo" : "welcomeDo", { minutes: Math.ceil(rows.length / 3), done: found.size, count: rows.length }), "quiet"), make("ul", rows, "card list"),
      make("p", say("privacy"), "quiet small"), make("div", button(say(found.size ? "goOn" : "start"), begin, "next"), "buttons stay"),
    );
  };
  shown();
}

// Everything that a browser gives only on a tap is asked for here.
async function begin() {
  const Audio = window.AudioContext ?? window.webkitAudioContext;
  const audio = Audio ? new Audio() : null;
  env = { invitation, tablet: invitation.kind === "tablet", audio, tick: () => tick(audio), compass: null };
  await allowMotion();
  await within(PATIENCE_MS, audio?.resume?.().catch(() => {}));
  await within(PATIENCE_MS, document.documentElement.requestFullscreen?.({ navigationUI: "hide" }).catch(() => {}));
  env.awake = awake();
  await withoutBars();
  for (const letter of letters()) if (!found.has(letter)) await run(letter);
  await finish();
}

// iPhones give no page the whole screen: the person hides the bars, or the touch grid ends where they begin.
async function withoutBars() {
  if (!isIPhone() || document.documentElement.requestFullscreen || !letters().some((letter) => "AC".includes(letter) && !found.has(letter))) return;
  await new Stage(root, say, head).ask("bars", [["go", "barsHidden", "next"]], { skip: false });
}

// What is done stays through a reload of the tab: until the invitation is over, and nowhere else.
const shelf = () => `selftest.${invitation.tag}`;

function keep() {
  try {
    sessionStorage.setItem(shelf(), JSON.stringify([...found.values()]));
  } catch {
    // a browser that keeps nothing begins anew
  }
}

function recall() {
  try {
    for (const entry of JSON.parse(sessionStorage.getItem(shelf()) ?? "[]")) found.set(entry.letter, entry);
  } catch {
    found.clear();
  }
  if (!found.has("K") && letters().includes("K")) found.delete("J"); // one turn gives both
}

async function run(letter) {
  const [, test] = TESTS[letter];
  testing = invitation.letters.indexOf(letter) + 1;
  document.documentElement.dataset.state = TESTS[letter][0];
  const stage = new Stage(root, say, head);
  const from = performance.now();
  let result;
  stage.show("moment", { skip: false });
  try {
    result = await Promise.race([test(stage, env), stage.leave]);
  } catch (error) {
    console.error(error);
    result = undecided();
  } finally {
    stage.end();
  }
  const tenths = (performance.now() - from) / 100;
  if (result.left) result = undecided({ details: await new Stage(root, say, head).ask("left", REASONS, { skip: false }) });
  found.set(letter, { letter, ...result, tenths });
  keep();
  testing = 0;
}

async function finish() {
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => {});
  const text = await signedAnswer(invitation, agentOf(navigator.userAgent), letters().map((letter) => found.get(letter)));
  const handed = invitation.road === "c" && (await handOver(text));
  document.documentElement.dataset.state = "result";
  document.documentElement.dataset.answer = text;
  shown = () => showResult(text, handed);
  shown();
}

async function redo(letter) {
  await run(letter === "K" ? "J" : letter);
  if ("JK".includes(letter) && found.has("K")) await run("K");
  await finish();
}

function showResult(text, handed) {
  const way = handed ? make("p", [make("b", say("handedTitle")), ` ${say("handedDo")}`], "card") : make("div", qrPicture(text, say("codeName")), "code");
  const until = invitation.expiresAt.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  root.replaceChildren(
    head(), make("h1", say(handed ? "doneTitle" : "resultTitle")), make("p", say(handed ? "doneDo" : "resultDo", { until }), "quiet"), way, make("ul", letters().map((letter) => row(letter, handed)), "card list"),
  );
  scrollTo(0, 0);
}

function row(letter, handed) {
  const { said, measured, number, details } = found.get(letter);
  const [kind, mark] = LOOKS[said];
  const [name] = TESTS[letter];
  const parts = [make("span", mark, "mark"), make("span", say(name)), make("span", measured ? say(`${name}Unit`, { number: shownNumber(letter, number) }) : say(`said${said}`), "value")];
  if (letter === "A" && details) parts.push(make("div", [make("p", say("touchMissing", { count: details.length / 2 })), drawnGrid(cellsOf(details), say("touchMissing", { count: details.length / 2 }))], "more"));
  if (said === "N") parts.push(make("p", say(WORDS[language][`${name}Missing`] ? `${name}Missing` : "missing"), "more"));
  if (!handed && "FI".includes(said) && letter !== "M") parts.push(make("div", button(say("redo"), () => redo(letter), "plain"), "more"));
  const item = make("li", parts, kind);
  item.dataset.letter = letter;
  item.dataset.said = said;
  return item;
}

const shownNumber = (letter, number) => (letter === "I" ? (number / 100).toFixed(2) : letter === "L" ? (number / 10).toFixed(1) : Math.round(number));
const cellsOf = (details) => (details.match(/../g) ?? []).map((cell) => parseInt(cell, 36));

// By cable the kiosk serves this page itself and takes the answer here; the QR code stays for when it does not.
async function handOver(text) {
  try {
    const answer = await fetch("answer", { method: "POST", headers: { "Content-Type": "text/plain" }, body: text });
    return answer.ok;
  } catch {
    return false;
  }
}

async function awake() {
  if (!navigator.wakeLock) return "N";
  try {
    await navigator.wakeLock.request("screen");
    return "P";
  } catch {
    return "I";
  }
}

async function wakeLock(_stage, { awake: asked }) {
  return { said: await asked, measured: false, number: 0, details: "" };
}

function tick(audio) {
  if (!audio) return;
  const source = audio.createOscillator();
  source.frequency.value = 880;
  source.connect(audio.destination);
  source.start();
  source.stop(audio.currentTime + 0.08);
}

function open() {
  try {
    invitation = readInvitation(location.hash.slice(1));
  } catch (error) {
    if (!(error instanceof NoInvitation)) throw error;
    alone("empty");
    return;
  }
  language = invitation.language;
  document.documentElement.lang = language;
  if (!window.crypto?.subtle) alone(window.isSecureContext ? "old" : "insecure");
  else if (invitation.expiresAt < new Date()) alone("expired");
  else {
    recall();
    welcome();
  }
}

window.addEventListener("hashchange", () => location.reload());
open();
