// Front and rear cameras: each lens must read the code on the kiosk's screen, which the page does itself on every phone; one that cannot
// load the reader measures sharpness and light, and a person judges. And the torch.
import { button, byLimit, failed, make, notTestable, passed, pause } from "./kit.js";

const PATIENCE_MS = 20000;
const READ_MS = 120;
const READ_WIDTH = 960;
const LOOK_EVERY_MS = 200;
const MOST_LENSES = 4;
const BLURRED = "R";
const BLACK = "X";
const SMALL = { width: 320, height: 240 };
const FRONT = /front|user|avant|face/i;

export const frontCamera = (stage, env) => cameras(stage, env, "frontCamera", { facingMode: "user" });
export const rearCamera = (stage, env) => cameras(stage, env, "rearCamera", { facingMode: "environment" });

async function cameras(stage, env, name, wanted) {
  if (!navigator.mediaDevices?.getUserMedia) return notTestable();
  const lenses = await lensesOf(wanted);
  if (!lenses.length) return notTestable();
  const decode = await reader();
  let read = 0;
  for (const [at, lens] of lenses.entries()) {
    const found = await oneLens(stage, env, name, lens, decode, { place: at + 1, count: lenses.length });
    if (found.said) return found;
    read += 1;
  }
  return byLimit(true, read, String(lenses.length));
}

// Each lens that the browser offers on that side; one when it does not say which is which.
async function lensesOf({ facingMode }) {
  const first = await opened({ facingMode: { ideal: facingMode } });
  if (!first) return [];
  const settings = first.getVideoTracks()[0].getSettings();
  stop(first);
  if (facingMode === "user") return settings.facingMode === "environment" ? [] : [{ deviceId: { exact: settings.deviceId } }];
  if (settings.facingMode === "user") return [];
  const others = (await navigator.mediaDevices.enumerateDevices()).filter((device) => device.kind === "videoinput" && !FRONT.test(device.label));
  const known = settings.facingMode === "environment" && others.length ? others : [{ deviceId: settings.deviceId }];
  return known.slice(0, MOST_LENSES).map(({ deviceId }) => ({ deviceId: { exact: deviceId } }));
}

async function oneLens(stage, env, name, lens, decode, facts) {
  const stream = await opened(lens);
  if (!stream) return failed({ details: BLACK });
  stage.atEnd(() => stop(stream));
  const video = make("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  const figures = make("p", "", "quiet small");
  try {
    let answer = null;
    const judge = (value) => () => { answer = value; };
    const fault = [button(stage.say("black"), judge("black"), "fault"), button(stage.say("blurred"), judge("blurred"), "fault")];
    const buttons = decode ? [button(stage.say("notRead"), judge("unread"), "fault")] : [...fault, button(stage.say("sharp"), judge("sharp"), "next")];
    stage.show(decode ? name : `${name}Look`, { body: [make("div", video, "view"), figures], buttons, facts: { lens: facts.count > 1 ? `${facts.place}/${facts.count}` : "" } });
    await video.play().catch(() => {});
    const end = performance.now() + PATIENCE_MS;
    let seen = { sharpness: 0, light: 0 };
    while (!answer) {
      await pause(LOOK_EVERY_MS);
      seen = measured(video) ?? seen;
      figures.textContent = stage.say("cameraFigures", seen);
      if (decode && reads(decode, video, env.invitation.tag)) return {};
      if (decode && performance.now() > end) answer = "unread";
    }
    if (answer === "unread") answer = await stage.ask("cameraUnread", [["black", "black", "fault"], ["blurred", "blurred", "fault"], ["again", "again", "next"]], { facts: seen });
    if (answer === "again") return oneLens(stage, env, name, lens, decode, facts);
    if (answer === "sharp") return passed({ number: seen.sharpness });
    return failed({ number: seen.sharpness, details: answer === "black" ? BLACK : BLURRED });
  } finally {
    stop(stream);
  }
}

// The reader is the largest part of the page: it comes when it is needed. null where the browser is too old for it.
const reader = () => import("./decode.js").then((module) => module.decodeQR, () => null);

function reads(decode, video, tag) {
  if (!video.videoWidth) return false;
  const width = Math.min(READ_WIDTH, video.videoWidth);
  const picture = drawn(video, width, Math.round((width * video.videoHeight) / video.videoWidth));
  try {
    return decode(picture, { effort: Infinity, timeLimit: READ_MS }).includes(tag);
  } catch {
    return false;
  }
}

function drawn(video, width, height) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(video, 0, 0, width, height);
  return pen.getImageData(0, 0, width, height);
}

// Sharpness: the variance of the picture's second derivative; light: the mean of its grey, of 255.
function measured(video) {
  if (!video.videoWidth) return null;
  const { data } = drawn(video, SMALL.width, SMALL.height);
  const grey = Array.from({ length: SMALL.width * SMALL.height }, (_, at) => 0.299 * data[4 * at] + 0.587 * data[4 * at + 1] + 0.114 * data[4 * at + 2]);
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < SMALL.height - 1; y += 1) {
    for (let x = 1; x < SMALL.width - 1; x += 1) {
      const at = y * SMALL.width + x;
      const edge = 4 * grey[at] - grey[at - 1] - grey[at + 1] - grey[at - SMALL.width] - grey[at + SMALL.width];
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  }
  return { sharpness: Math.round(squares / count - (sum / count) ** 2), light: Math.round(grey.reduce((total, value) => total + value, 0) / grey.length) };
}

export async function torch(stage) {
  const stream = navigator.mediaDevices?.getUserMedia ? await opened({ facingMode: { ideal: "environment" } }) : null;
  const track = stream?.getVideoTracks()[0];
  if (!track) return notTestable();
  stage.atEnd(() => stop(stream));
  if (!track.getCapabilities?.().torch) return notTestable();
  try {
    await track.applyConstraints({ advanced: [{ torch: true }] });
  } catch {
    return notTestable();
  }
  const said = await stage.ask("torch", [["dark", "dark", "fault"], ["lit", "lit", "next"]]);
  return said === "lit" ? passed() : failed();
}

async function opened(video) {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { ...video, width: { ideal: 1280 } } });
  } catch {
    return null;
  }
}

const stop = (stream) => stream.getTracks().forEach((track) => track.stop());
