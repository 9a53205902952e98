// Loudspeaker (three notes, heard by a person and measured by the device's own microphone, or heard by the kiosk), left and right, and the
// microphone in decibels, by a voice or by the notes that the kiosk plays.
import { button, byLimit, failed, make, notTestable, passed, pause } from "./kit.js";
import { hearNotes, LEAST_DB, NOTE_MS, NOTES_HZ } from "./notes.js";

const LISTEN_MS = 4000;
const KIOSK_PLAYS_MS = 25000;
const LOWEST_HZ = 150;
const HIGHEST_HZ = 6000;
const RAW_SOUND = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

export async function loudspeaker(stage, { audio }) {
  if (!audio) return notTestable();
  for (;;) {
    stage.show("tones");
    const number = await heardTones(audio, stage);
    const said = await stage.ask("loudspeaker", [["again", "again"], ["nothing", "nothing", "fault"], ["crackles", "crackles", "fault"], ["clear", "clear", "next"]]);
    if (said !== "again") return (said === "clear" ? passed : failed)({ number });
  }
}

// The kiosk listens with its own microphone; what it measured never passes through here.
export async function loudspeakerForKiosk(stage, { audio }) {
  if (!audio) return notTestable();
  await stage.ask("kioskListens", [["go", "playNotes", "next"]]);
  for (;;) {
    stage.show("tones");
    const number = await heardTones(audio, stage);
    const said = await stage.ask("kioskHeard", [["again", "again"], ["nothing", "nothing", "fault"], ["crackles", "crackles", "fault"], ["clear", "kioskHas", "next"]]);
    if (said !== "again") return (said === "clear" ? passed : failed)({ number });
  }
}

// The kiosk plays, the device's microphone hears: by the note, not by a voice.
export async function microphoneForKiosk(stage, { audio }) {
  if (!audio || !navigator.mediaDevices?.getUserMedia) return notTestable();
  for (;;) {
    const stream = await opened();
    if (!stream) return notTestable();
    stage.atEnd(() => stop(stream));
    const chips = NOTES_HZ.map((_, at) => make("p", stage.say("note", { place: at + 1 }), "chip"));
    const figure = make("p", "0 dB", "number");
    const over = {};
    const buttons = [button(stage.say("heardNothing"), () => { over.now = true; }, "fault")];
    stage.show("kioskPlays", { body: [figure, make("div", chips, "chips")], buttons });
    const levels = await hearNotes(audio, stream, {
      forMs: KIOSK_PLAYS_MS,
      enough: (found) => over.now || (found.length > 0 && Math.min(...found) >= LEAST_DB),
      tell: (found) => {
        found.forEach((db, at) => chips[at].classList.toggle("done", db >= LEAST_DB));
        figure.textContent = `${weakest(found)} dB`;
      },
    });
    stop(stream);
    const number = weakest(levels);
    if (number >= LEAST_DB) return byLimit(true, number);
    const said = await stage.ask("kioskUnheard", [["mute", "mute", "fault"], ["again", "again", "next"]], { facts: { number } });
    if (said === "mute") return byLimit(false, number);
  }
}

const weakest = (levels) => (levels.length ? Math.max(0, Math.floor(Math.min(...levels))) : 0);

export async function stereo(stage, { audio }) {
  if (!audio || !audio.createStereoPanner) return notTestable();
  for (;;) {
    stage.show("tones");
    for (const side of [-1, 1]) {
      await tone(audio, NOTES_HZ[1], side);
      await pause(300);
    }
    const said = await stage.ask("stereo", [["again", "again"], ["one", "oneSide", "fault"], ["both", "bothSides", "next"]]);
    if (said !== "again") return (said === "both" ? passed : failed)();
  }
}

export async function microphone(stage, { audio }) {
  if (!audio || !navigator.mediaDevices?.getUserMedia) return notTestable();
  for (;;) {
    const stream = await opened();
    if (!stream) return notTestable();
    const level = make("i");
    const shown = make("div", level, "bar");
    const figure = make("p", "0 dB", "number");
    stage.show("microphone", { body: [figure, shown] });
    const number = await spread(audio, stream, (db) => { level.style.width = `${Math.min(100, db * 2.5)}%`; figure.textContent = `${Math.round(db)} dB`; });
    stop(stream);
    if (number >= LEAST_DB) return byLimit(true, number);
    const said = await stage.ask("microphoneAgain", [["mute", "mute", "fault"], ["again", "again", "next"]], { facts: { number } });
    if (said === "mute") return byLimit(false, number);
  }
}

// How far the loudest moment stands above the quiet ones, in whole decibels, between 150 and 6000 Hz.
async function spread(audio, stream, tell) {
  const look = analyser(audio, stream);
  const levels = [];
  const end = performance.now() + LISTEN_MS;
  while (performance.now() < end) {
    await pause(40);
    const level = look.level();
    if (Number.isFinite(level)) levels.push(level);
    tell(above(levels));
  }
  look.close();
  return Math.round(above(levels));
}

function above(levels) {
  if (levels.length < 5) return 0;
  const sorted = [...levels].sort((a, b) => a - b);
  return Math.max(0, sorted[Math.floor(sorted.length * 0.97)] - sorted[Math.floor(sorted.length * 0.1)]);
}

// The tones, and how far the weakest of them stands above what its frequency had before; 0 when the microphone may not be used.
async function heardTones(audio, stage) {
  const stream = await opened();
  const look = stream ? analyser(audio, stream) : null;
  if (stream) stage.atEnd(() => stop(stream));
  await pause(250);
  const quiet = look ? NOTES_HZ.map((hz) => look.at(hz)) : [];
  const heard = [];
  for (const hz of NOTES_HZ) {
    const playing = tone(audio, hz, 0);
    await pause(NOTE_MS * 0.7);
    if (look) heard.push(look.at(hz));
    await playing;
  }
  look?.close();
  if (stream) stop(stream);
  const steps = heard.map((level, at) => level - quiet[at]).filter(Number.isFinite);
  return steps.length === NOTES_HZ.length ? Math.max(0, Math.round(Math.min(...steps))) : 0;
}

async function tone(audio, hz, side) {
  const source = audio.createOscillator();
  const gain = audio.createGain();
  const now = audio.currentTime;
  source.frequency.value = hz;
  gain.gain.setValueAtTime(0, now);
  gain.gain.linearRampToValueAtTime(0.6, now + 0.03);
  gain.gain.setValueAtTime(0.6, now + NOTE_MS / 1000 - 0.06);
  gain.gain.linearRampToValueAtTime(0, now + NOTE_MS / 1000);
  source.connect(gain);
  if (side) {
    const panner = audio.createStereoPanner();
    panner.pan.value = side;
    gain.connect(panner).connect(audio.destination);
  } else gain.connect(audio.destination);
  source.start();
  await pause(NOTE_MS);
  source.stop();
}

function analyser(audio, stream) {
  const source = audio.createMediaStreamSource(stream);
  const node = audio.createAnalyser();
  node.fftSize = 2048;
  node.smoothingTimeConstant = 0;
  source.connect(node);
  const bins = new Float32Array(node.frequencyBinCount);
  const binOf = (hz) => Math.round((hz * node.fftSize) / audio.sampleRate);
  const finite = (numbers) => numbers.map((db) => Math.max(-120, db));
  return {
    level: () => { node.getFloatFrequencyData(bins); return Math.max(...finite([...bins.subarray(binOf(LOWEST_HZ), binOf(HIGHEST_HZ))])); },
    at: (hz) => { node.getFloatFrequencyData(bins); return Math.max(...finite([...bins.subarray(binOf(hz) - 1, binOf(hz) + 2)])); },
    close: () => source.disconnect(),
  };
}

async function opened() {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: RAW_SOUND });
  } catch {
    return null;
  }
}

const stop = (stream) => stream.getTracks().forEach((track) => track.stop());
