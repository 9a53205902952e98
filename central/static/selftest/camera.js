// Front and rear cameras: each lens must read the code on the kiosk's screen; where the browser reads no codes, sharpness and light are
// measured and a person judges. And the torch.
import { button, byLimit, failed, make, notTestable, passed, pause } from "./kit.js";

const PATIENCE_MS = 15000;
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
  const detector = await reader();
  let read = 0;
  for (const [at, lens] of lenses.entries()) {
    const found = await oneLens(stage, env, name, lens, detector, { place: at + 1, count: lenses.length });
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

async function oneLens(stage, env, name, lens, detector, facts) {
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
    const buttons = detector ? [] : [button(stage.say("black"), judge("black"), "fault"), button(stage.say("blurred"), judge("blurred"), "fault"), button(stage.say("sharp"), judge("sharp"), "next")];
    stage.show(detector ? name : `${name}Look`, { body: [make("div", video, "view"), figures], buttons, facts: { lens: facts.count > 1 ? `${facts.place}/${facts.count}` : "" } });
    await video.play().catch(() => {});
    const end = performance.now() + PATIENCE_MS;
    let seen = { sharpness: 0, light: 0 };
    while (!answer) {
      await pause(LOOK_EVERY_MS);
      seen = measured(video) ?? seen;
      figures.textContent = stage.say("cameraFigures", seen);
      if (detector && (await reads(detector, video, env.invitation.tag))) return {};
      if (detector && performance.now() > end) answer = await stage.ask("cameraUnread", [["black", "black", "fault"], ["blurred", "blurred", "fault"], ["again", "again", "next"]], { facts: seen });
    }
    if (answer === "again") return oneLens(stage, env, name, lens, detector, facts);
    if (answer === "sharp") return passed({ number: seen.sharpness });
    return failed({ number: seen.sharpness, details: answer === "black" ? BLACK : BLURRED });
  } finally {
    stop(stream);
  }
}

async function reader() {
  if (!("BarcodeDetector" in window)) return null;
  const formats = await window.BarcodeDetector.getSupportedFormats().catch(() => []);
  return formats.includes("qr_code") ? new window.BarcodeDetector({ formats: ["qr_code"] }) : null;
}

async function reads(detector, video, tag) {
  const codes = await detector.detect(video).catch(() => []);
  return codes.some(({ rawValue }) => rawValue.includes(tag));
}

// Sharpness: the variance of the picture's second derivative; light: the mean of its grey, of 255.
function measured(video) {
  if (!video.videoWidth) return null;
  const canvas = Object.assign(document.createElement("canvas"), SMALL);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(video, 0, 0, SMALL.width, SMALL.height);
  const { data } = pen.getImageData(0, 0, SMALL.width, SMALL.height);
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
